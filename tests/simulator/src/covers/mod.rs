//! The image hosts: covers and portraits, drawn on demand.

mod canvas;
mod curved;
mod playlist;
mod straight;

use http::Method;
use http::StatusCode;
use http::header;

use crate::call::Call;
use crate::catalogue::Artwork;
use crate::catalogue::Design;
use crate::reply;
use crate::reply::Reply;
use crate::world::World;

use canvas::Canvas;
pub use playlist::mosaic_id;
pub use playlist::upload_id;

/// Answers `GET /image/{id}` with a drawing, or with what was uploaded.
pub fn answer(world: &World, call: &Call) -> Reply {
    if call.method != Method::GET && call.method != Method::HEAD {
        return reply::empty(StatusCode::METHOD_NOT_ALLOWED);
    }
    let id = call.path.strip_prefix("/image/").unwrap_or_default();
    let found = drawing(world, id)
        .map(|svg| reply::with_body(StatusCode::OK, "image/svg+xml", svg))
        .or_else(|| playlist::uploaded(&world.playlists, id));
    let Some(mut reply) = found else {
        return reply::text(StatusCode::NOT_FOUND, "Not found");
    };
    reply::set(
        &mut reply,
        header::CACHE_CONTROL,
        "public, max-age=31536000, immutable",
    );
    reply
}

fn drawing(world: &World, id: &str) -> Option<String> {
    let catalogue = &world.catalogue;
    if let Some((picture, size)) = catalogue.ids().read_image(id) {
        return Some(draw(&catalogue.artwork(picture)?, size));
    }
    playlist::mosaic(catalogue, id)
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
