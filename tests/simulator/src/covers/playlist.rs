//! Covers of playlists: four covers in a square, or a listener's own picture.

use http::Response;
use http::header;

use crate::catalogue::AlbumKey;
use crate::catalogue::Catalogue;
use crate::catalogue::Ids;
use crate::catalogue::Picture;
use crate::covers::canvas::SIDE;
use crate::covers::draw;
use crate::playlists::Cover;
use crate::playlists::Playlists;
use crate::reply;
use crate::reply::Reply;

/// The size of each cover as the id of a mosaic names it.
const PART: u16 = 300;
const ID_OF_PART: usize = 40;
const ID_OF_PLAYLIST: usize = 22;

/// The id of four covers in a square: the size and the four ids.
pub fn mosaic_id(albums: [AlbumKey; 4], size: u16, ids: Ids) -> String {
    let parts = albums.map(|album| ids.image(Picture::Album(album), PART));
    format!("{size:04x}{}", parts.concat())
}

/// The id of a playlist's own picture, as of an edit.
pub fn upload_id(playlist: &str, edits: u32) -> String {
    format!("{playlist}{edits:08x}")
}

/// Draws what an id of [`mosaic_id`] stands for.
pub fn mosaic(catalogue: &Catalogue, id: &str) -> Option<String> {
    let (size, parts) = id.split_at_checked(4)?;
    let size = u16::from_str_radix(size, 16).ok()?;
    if parts.len() != 4 * ID_OF_PART {
        return None;
    }
    let half = SIDE / 2;
    let corners = [(0, 0), (half, 0), (0, half), (half, half)];
    let mut drawing = Vec::with_capacity(corners.len());
    for (nth, (x, y)) in (0..).zip(corners) {
        let part = parts.get(nth * ID_OF_PART..(nth + 1) * ID_OF_PART)?;
        let (picture, _) = catalogue.ids().read_image(part)?;
        let cover = draw(&catalogue.artwork(picture)?, u16::try_from(half).ok()?);
        drawing.push(format!(r#"<g transform="translate({x} {y})">{cover}</g>"#));
    }
    let drawing = drawing.concat();
    Some(format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 {SIDE} {SIDE}">{drawing}</svg>"#
    ))
}

/// The picture that an id of [`upload_id`] stands for.
pub fn uploaded(playlists: &Playlists, id: &str) -> Option<Reply> {
    let (playlist, _) = id.split_at_checked(ID_OF_PLAYLIST)?;
    let Cover::Uploaded(jpeg) = &playlists.find(playlist)?.cover else {
        return None;
    };
    let mut reply = Response::new(jpeg.clone());
    reply::set(&mut reply, header::CONTENT_TYPE, "image/jpeg");
    Some(reply)
}
