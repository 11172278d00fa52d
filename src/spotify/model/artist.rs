use serde::Deserialize;

use super::{ExternalUrls, Image, lenient_list, or_default};
use crate::spotify::ArtistId;

/// An artist as other things name it. Local files have artists without an id.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct SimplifiedArtist {
    /// Its id, unless it belongs to a local file.
    #[serde(default)]
    pub id: Option<ArtistId>,
    /// Its name.
    #[serde(default, deserialize_with = "or_default")]
    pub name: String,
}

/// An artist. Genres are deprecated and often empty; popularity and followers
/// are cut (contract 5.2), so they are not read.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Artist {
    /// Its id.
    pub id: ArtistId,
    /// Its name.
    pub name: String,
    /// Pictures in several sizes; may be none.
    #[serde(default, deserialize_with = "lenient_list")]
    pub images: Vec<Image>,
    /// Its page at Spotify.
    #[serde(default, deserialize_with = "or_default")]
    pub external_urls: ExternalUrls,
}
