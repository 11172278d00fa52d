//! Albums.

use serde_json::Value;
use serde_json::json;

use crate::api::shapes::MARKETS;
use crate::api::shapes::artist::simplified_artist;
use crate::api::shapes::identity;
use crate::api::shapes::image::images;
use crate::api::shapes::with;
use crate::catalogue::AlbumKey;
use crate::catalogue::Catalogue;
use crate::catalogue::Picture;
use crate::host::Links;

/// An album as tracks and lists carry it.
pub fn simplified_album(key: AlbumKey, catalogue: &Catalogue, links: &Links) -> Value {
    let album = catalogue.album(key);
    let whole = json!({
        "album_type": album.kind.name(),
        "artists": [simplified_artist(key.artist, catalogue, links)],
        "available_markets": MARKETS,
        "images": images(Picture::Album(key), catalogue, links),
        "is_playable": true,
        "name": album.title,
        "release_date": album.released.date,
        "release_date_precision": album.released.precision,
        "total_tracks": album.tracks.len(),
    });
    with(identity("album", &catalogue.ids().album(key), links), whole)
}
