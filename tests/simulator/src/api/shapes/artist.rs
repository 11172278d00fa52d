//! Artists.

use serde_json::Value;
use serde_json::json;

use crate::api::shapes::identity;
use crate::api::shapes::image::images;
use crate::api::shapes::with;
use crate::catalogue::ArtistKey;
use crate::catalogue::Catalogue;
use crate::catalogue::Picture;
use crate::host::Links;

/// An artist as other objects name them.
pub fn simplified_artist(key: ArtistKey, catalogue: &Catalogue, links: &Links) -> Value {
    let identity = identity("artist", &catalogue.ids().artist(key), links);
    with(identity, json!({"name": catalogue.artist(key).name}))
}

/// A whole artist. Some have no picture.
pub fn artist(key: ArtistKey, catalogue: &Catalogue, links: &Links) -> Value {
    let artist = catalogue.artist(key);
    let pictures = if artist.artwork.is_some() {
        images(Picture::Artist(key), catalogue, links)
    } else {
        json!([])
    };
    let whole = json!({
        "followers": {"href": null, "total": artist.followers},
        "genres": artist.genres,
        "images": pictures,
        "popularity": artist.popularity,
    });
    with(simplified_artist(key, catalogue, links), whole)
}
