//! The image hosts: covers and portraits, drawn on demand.

mod canvas;
mod curved;
mod straight;

use http::Method;
use http::StatusCode;
use http::header;

use crate::call::Call;
use crate::catalogue::Artwork;
use crate::catalogue::Catalogue;
use crate::catalogue::Design;
use crate::reply;
use crate::reply::Reply;

use canvas::Canvas;

/// Answers `GET /image/{id}` with a drawing.
pub fn answer(catalogue: &Catalogue, call: &Call) -> Reply {
    if call.method != Method::GET && call.method != Method::HEAD {
        return reply::empty(StatusCode::METHOD_NOT_ALLOWED);
    }
    let id = call.path.strip_prefix("/image/").unwrap_or_default();
    let known = catalogue.ids().read_image(id);
    let drawn = known.and_then(|(picture, size)| Some((catalogue.artwork(picture)?, size)));
    let Some((artwork, size)) = drawn else {
        return reply::text(StatusCode::NOT_FOUND, "Not found");
    };
    let mut reply = reply::with_body(StatusCode::OK, "image/svg+xml", draw(&artwork, size));
    reply::set(
        &mut reply,
        header::CACHE_CONTROL,
        "public, max-age=31536000, immutable",
    );
    reply
}

/// Draws a square of so many pixels as SVG.
fn draw(artwork: &Artwork, size: u16) -> String {
    let mut canvas = Canvas::new(artwork);
    match artwork.design {
        Design::Quarters => curved::quarters(&mut canvas),
        Design::Rings => curved::rings(&mut canvas),
        Design::Waves => curved::waves(&mut canvas),
        Design::Arches => curved::arches(&mut canvas),
        Design::Dots => curved::dots(&mut canvas),
        Design::Moons => curved::moons(&mut canvas),
        Design::Bars => straight::bars(&mut canvas),
        Design::Landscape => straight::landscape(&mut canvas),
        Design::Diagonal => straight::diagonal(&mut canvas),
        Design::Facets => straight::facets(&mut canvas),
    }
    canvas.finish(size)
}
