//! Playlists without what is in them.

use serde_json::Value;
use serde_json::json;

use crate::api::shapes::identity;
use crate::api::shapes::image::images;
use crate::api::shapes::with;
use crate::apps::Population;
use crate::catalogue::AlbumKey;
use crate::catalogue::Catalogue;
use crate::catalogue::Picture;
use crate::covers;
use crate::host::Links;
use crate::listeners::Listener;
use crate::playlists;
use crate::playlists::CoverArt;
use crate::playlists::Playlist;

const MOSAIC_SIZES: [u16; 3] = [640, 300, 60];

/// What the shapes of playlists need to know.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    pub catalogue: &'a Catalogue,
    pub listeners: &'a [Listener],
    pub links: &'a Links,
    pub population: Population,
}

/// A playlist as lists carry it: how many are in it, but not what.
pub fn simplified_playlist(playlist: &Playlist, frame: Frame<'_>) -> Value {
    let mut whole = playlist_without_contents(playlist, frame);
    let id = &playlist.id;
    let total = playlist.contents.total();
    for name in contents_names(frame.population) {
        let href = frame.links.api(&format!("/v1/playlists/{id}/{name}"));
        whole[*name] = json!({"href": href, "total": total});
    }
    whole
}

/// A playlist without the field that holds what is in it.
pub fn playlist_without_contents(playlist: &Playlist, frame: Frame<'_>) -> Value {
    let whole = json!({
        "collaborative": playlist.collaborative,
        "description": playlist.description,
        "images": playlist_images(playlist, frame.catalogue, frame.links),
        "name": playlist.name,
        "owner": owner(&playlist.owner, frame),
        "public": playlist.public,
        "snapshot_id": playlist.snapshot(),
    });
    with(identity("playlist", &playlist.id, frame.links), whole)
}

/// The names of the field that holds what is in a playlist: the new one, and
/// for older client IDs the old one too (contract 5.3).
pub fn contents_names(population: Population) -> &'static [&'static str] {
    match population {
        Population::NewDev => &["items"],
        Population::OldDev | Population::Extended => &["items", "tracks"],
    }
}

/// A playlist's images: null, none, one without measures, or a mosaic in three
/// sizes (contract 6.3).
pub fn playlist_images(playlist: &Playlist, catalogue: &Catalogue, links: &Links) -> Value {
    match playlist.cover_art(catalogue) {
        CoverArt::Null => Value::Null,
        CoverArt::Bare => json!([]),
        CoverArt::Album(album) => {
            let mut images = images(Picture::Album(album), catalogue, links);
            let url = images[0]["url"].take();
            json!([{"url": url, "height": null, "width": null}])
        }
        CoverArt::Mosaic(albums) => mosaic(albums, catalogue, links),
        CoverArt::Uploaded(edits) => {
            let id = covers::upload_id(&playlist.id, edits);
            let url = links.image_on("image-cdn-ak.spotifycdn.com", &id);
            json!([{"url": url, "height": null, "width": null}])
        }
    }
}

fn mosaic(albums: [AlbumKey; 4], catalogue: &Catalogue, links: &Links) -> Value {
    let in_size = |size: u16| {
        let id = covers::mosaic_id(albums, size, catalogue.ids());
        json!({"url": links.image_on("mosaic.scdn.co", &id), "height": size, "width": size})
    };
    MOSAIC_SIZES.into_iter().map(in_size).collect()
}

fn owner(id: &str, frame: Frame<'_>) -> Value {
    let known = frame.listeners.iter().find(|listener| listener.id == id);
    let name = match known {
        Some(listener) => listener.display_name.as_deref(),
        None => playlists::name_of(id),
    };
    with(user(id, frame.links), json!({"display_name": name}))
}

/// A user by id alone. Ids are free-form, and escaped in addresses.
pub fn user(id: &str, links: &Links) -> Value {
    let escaped: String = form_urlencoded::byte_serialize(id.as_bytes()).collect();
    let escaped = escaped.replace('+', "%20");
    let whole = json!({"id": id});
    with(identity("user", &escaped, links), whole)
}
