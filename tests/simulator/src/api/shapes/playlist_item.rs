//! What is in playlists: tracks, episodes, local files and gaps.

use serde_json::Value;
use serde_json::json;

use crate::api::shapes::identity;
use crate::api::shapes::image::images;
use crate::api::shapes::playlist::Frame;
use crate::api::shapes::playlist::user;
use crate::api::shapes::whole;
use crate::api::shapes::with;
use crate::apps::Population;
use crate::calendar;
use crate::catalogue::EpisodeKey;
use crate::catalogue::Picture;
use crate::catalogue::Thing;
use crate::playlists::Content;
use crate::playlists::Entry;
use crate::playlists::LocalFile;

/// One place of a playlist. Whoever does not say that they know episodes gets
/// them in the guise of tracks (contract 6.2).
pub fn playlist_item(entry: &Entry, knows_episodes: bool, frame: Frame<'_>) -> Value {
    let item = match &entry.content {
        Content::Thing(Thing::Episode(key)) if !knows_episodes => disguised(*key, frame),
        Content::Thing(thing) => whole(*thing, frame.catalogue, frame.links),
        Content::Local(file) => local(file),
        Content::Gone => Value::Null,
    };
    let added_by = entry.added_by.as_ref().map(|id| user(id, frame.links));
    let mut place = json!({
        "added_at": calendar::iso(entry.added_at),
        "added_by": added_by,
        "is_local": matches!(entry.content, Content::Local(_)),
    });
    if frame.population != Population::NewDev {
        place["track"] = item.clone();
    }
    place["item"] = item;
    place
}

/// An episode that looks like a track with little to tell.
fn disguised(key: EpisodeKey, frame: Frame<'_>) -> Value {
    let Frame {
        catalogue, links, ..
    } = frame;
    let episode = catalogue.episode(key);
    let show = catalogue.show(key.show);
    let album = json!({
        "album_type": null,
        "artists": [],
        "available_markets": catalogue.markets(Thing::Show(key.show)),
        "images": images(Picture::Show(key.show), catalogue, links),
        "name": show.name(),
        "release_date": null,
        "release_date_precision": null,
        "total_tracks": 0,
    });
    let show_id = catalogue.ids().of(Thing::Show(key.show));
    let track = json!({
        "album": with(identity("show", &show_id, links), with(album, json!({"type": "album"}))),
        "artists": [nobody(show.name())],
        "available_markets": catalogue.markets(Thing::Episode(key)),
        "disc_number": 0,
        "duration_ms": episode.duration.0,
        "explicit": episode.explicit,
        "external_ids": {},
        "is_local": false,
        "is_playable": true,
        "name": episode.title,
        "popularity": 0,
        "preview_url": null,
        "track_number": 0,
        "type": "track",
    });
    let id = catalogue.ids().of(Thing::Episode(key));
    with(identity("episode", &id, links), track)
}

/// A file of the listener's own (contract 4.7).
pub fn local(file: &LocalFile) -> Value {
    json!({
        "album": {
            "album_type": null,
            "artists": [],
            "available_markets": [],
            "external_urls": {},
            "href": null,
            "id": null,
            "images": [],
            "name": file.album,
            "release_date": null,
            "release_date_precision": null,
            "type": "album",
            "uri": null,
        },
        "artists": [nobody(file.artist)],
        "available_markets": [],
        "disc_number": 0,
        "duration_ms": u32::from(file.seconds) * 1000,
        "explicit": false,
        "external_ids": {},
        "external_urls": {},
        "href": null,
        "id": null,
        "is_local": true,
        "name": file.title,
        "popularity": 0,
        "preview_url": null,
        "track_number": 0,
        "type": "track",
        "uri": file.uri(),
    })
}

/// An artist of whom nothing but the name is known.
fn nobody(name: &str) -> Value {
    json!({
        "external_urls": {},
        "href": null,
        "id": null,
        "name": name,
        "type": "artist",
        "uri": null,
    })
}
