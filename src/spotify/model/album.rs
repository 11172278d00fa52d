use serde::Deserialize;

use super::{ExternalUrls, Image, lenient_list, or_default};
use crate::spotify::AlbumId;

/// An album as a track names it. For a local file everything but the name may
/// be missing (contract 6.2).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct SimplifiedAlbum {
    /// Its id, unless it belongs to a local file.
    #[serde(default)]
    pub id: Option<AlbumId>,
    /// Its name; may be empty.
    #[serde(default, deserialize_with = "or_default")]
    pub name: String,
    /// Covers in several sizes.
    #[serde(default, deserialize_with = "lenient_list")]
    pub images: Vec<Image>,
    /// Its page at Spotify.
    #[serde(default, deserialize_with = "or_default")]
    pub external_urls: ExternalUrls,
}
