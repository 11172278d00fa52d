//! Tracks.

use serde_json::Value;
use serde_json::json;

use crate::api::shapes::album::simplified_album;
use crate::api::shapes::artist::simplified_artist;
use crate::api::shapes::identity;
use crate::api::shapes::with;
use crate::catalogue::Catalogue;
use crate::catalogue::Thing;
use crate::catalogue::TrackKey;
use crate::host::Links;

/// A track as its album lists it.
pub fn simplified_track(key: TrackKey, catalogue: &Catalogue, links: &Links) -> Value {
    let track = catalogue.track(key);
    let artists = std::iter::once(key.album.artist).chain(track.guests.iter().copied());
    let artists: Vec<Value> = artists
        .map(|artist| simplified_artist(artist, catalogue, links))
        .collect();
    let whole = json!({
        "artists": artists,
        "available_markets": catalogue.markets(Thing::Track(key)),
        "disc_number": track.disc,
        "duration_ms": track.duration.0,
        "explicit": track.explicit,
        "is_local": false,
        "is_playable": true,
        "name": track.title,
        "preview_url": null,
        "track_number": track.number,
    });
    with(identity("track", &catalogue.ids().track(key), links), whole)
}

/// A whole track with its album.
pub fn track(key: TrackKey, catalogue: &Catalogue, links: &Links) -> Value {
    let track = catalogue.track(key);
    let whole = json!({
        "album": simplified_album(key.album, catalogue, links),
        "external_ids": {"isrc": track.isrc},
        "popularity": track.popularity,
    });
    with(simplified_track(key, catalogue, links), whole)
}
