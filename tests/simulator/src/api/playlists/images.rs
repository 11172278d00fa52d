//! Covers of playlists (contract 4.4).

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use http::StatusCode;
use serde_json::json;

use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::playlists::access;
use crate::api::refusal::Refusal;
use crate::api::shapes;
use crate::playlists::Cover;

/// What the base64 text may weigh.
const MOST_BYTES: usize = 256 * 1024;
/// How every JPEG begins.
const JPEG: &[u8] = &[0xff, 0xd8, 0xff];

/// `GET /playlists/{id}/images`: a list, even where the playlist says null.
pub fn list(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let playlist = access::readable(visit)?;
    let links = &visit.call.links;
    let images = shapes::playlist_images(playlist, &visit.world.catalogue, links);
    let list = if images.is_null() { json!([]) } else { images };
    Ok(list.into())
}

/// `PUT /playlists/{id}/images`: a JPEG in base64.
pub fn upload(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let id = access::owned(visit)?.id.clone();
    if visit.call.media_type() != Some("image/jpeg") {
        return Err(Refusal::BadRequest("The content type must be image/jpeg"));
    }
    if visit.call.body.len() > MOST_BYTES {
        return Err(Refusal::TooLarge);
    }
    let text = visit.call.body.trim_ascii();
    let jpeg = BASE64_STANDARD.decode(text).unwrap_or_default();
    if !jpeg.starts_with(JPEG) {
        return Err(Refusal::BadRequest("Could not process image"));
    }
    if let Some(playlist) = visit.world.playlists.find_mut(&id) {
        playlist.cover = Cover::Uploaded(jpeg);
        playlist.edited();
    }
    Ok(Success::Empty(StatusCode::ACCEPTED))
}
