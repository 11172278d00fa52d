use serde_json::Value;

use super::{ExternalUrls, Fields, FromJson, words};
use crate::spotify::{ItemKind, SpotifyUri};

words! {
    /// What kind of thing a context is.
    pub enum ContextType {
        /// An album.
        Album = "album",
        /// An artist.
        Artist = "artist",
        /// A playlist.
        Playlist = "playlist",
        /// A show.
        Show = "show",
        /// The saved tracks.
        Collection = "collection",
    }
    else {
        /// Not known here.
        Other
    }
}

/// What something is played from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// What kind of thing it is.
    pub context_type: ContextType,
    /// What names it, unless its name has a form of its own, as that of the
    /// saved tracks has.
    pub uri: Option<SpotifyUri>,
    /// Its page at Spotify.
    pub external_urls: ExternalUrls,
}

impl FromJson for Context {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        let uri: Option<SpotifyUri> = fields.optional("uri");
        Some(Self {
            context_type: fields.or_default("type"),
            // `spotify:user:ada:collection` names no listener.
            uri: uri.filter(|uri| uri.kind() != ItemKind::User),
            external_urls: fields.or_default("external_urls"),
        })
    }
}
