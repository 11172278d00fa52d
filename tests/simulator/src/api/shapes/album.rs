//! Albums.

use serde_json::Value;
use serde_json::json;

use crate::api::paging::LimitRule;
use crate::api::paging::first_page;
use crate::api::shapes::artist::simplified_artist;
use crate::api::shapes::copyrights;
use crate::api::shapes::identity;
use crate::api::shapes::image::images;
use crate::api::shapes::simplified_track;
use crate::api::shapes::with;
use crate::catalogue::AlbumKey;
use crate::catalogue::Catalogue;
use crate::catalogue::Picture;
use crate::catalogue::Thing;
use crate::host::Links;

/// An album as tracks and lists carry it.
pub fn simplified_album(key: AlbumKey, catalogue: &Catalogue, links: &Links) -> Value {
    let album = catalogue.album(key);
    let whole = json!({
        "album_type": album.kind.name(),
        "artists": [simplified_artist(key.artist, catalogue, links)],
        "available_markets": catalogue.markets(Thing::Album(key)),
        "images": images(Picture::Album(key), catalogue, links),
        "is_playable": true,
        "name": album.title,
        "release_date": album.released.date,
        "release_date_precision": album.released.precision,
        "total_tracks": album.tracks.len(),
    });
    with(identity("album", &catalogue.ids().album(key), links), whole)
}

/// A whole album with the first page of its tracks.
pub fn album(key: AlbumKey, catalogue: &Catalogue, links: &Links) -> Value {
    let imprint = catalogue.imprint(key);
    let tracks = catalogue.tracks_on(key);
    let shown = tracks.iter().take(LimitRule::USUAL.max);
    let shown: Vec<Value> = shown
        .map(|track| simplified_track(*track, catalogue, links))
        .collect();
    let path = format!("/v1/albums/{}/tracks", catalogue.ids().album(key));
    let whole = json!({
        "copyrights": copyrights(&imprint.rights),
        "external_ids": {"upc": imprint.upc},
        "genres": [],
        "label": imprint.label,
        "popularity": imprint.popularity,
        "tracks": first_page(links, &path, &shown, tracks.len()),
    });
    with(simplified_album(key, catalogue, links), whole)
}
