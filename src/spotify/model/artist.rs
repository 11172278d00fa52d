use serde_json::Value;

use super::{ExternalUrls, Fields, FromJson, Image};
use crate::spotify::{ArtistId, CursorPage, Known, SpotifyUri, Tells};

/// An artist as other things name it. Local files have artists without an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SimplifiedArtist {
    /// Its id, unless it belongs to a local file.
    pub id: Option<ArtistId>,
    /// Its URI, unless it belongs to a local file.
    pub uri: Option<SpotifyUri>,
    /// Its name.
    pub name: String,
    /// Its page at Spotify.
    pub external_urls: ExternalUrls,
}

impl FromJson for SimplifiedArtist {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        Some(Self {
            id: fields.optional("id"),
            uri: fields.optional("uri"),
            name: fields.or_default("name"),
            external_urls: fields.or_default("external_urls"),
        })
    }
}

impl Tells for SimplifiedArtist {
    fn tell(&self, known: &mut Known) {
        if let Some(id) = &self.id {
            known.learn(id.clone(), self);
        }
    }
}

/// An artist. Genres are deprecated and often empty; popularity and followers
/// are cut (contract 5.2), so they are not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artist {
    /// Its id.
    pub id: ArtistId,
    /// Its name.
    pub name: String,
    /// Pictures in several sizes; may be none.
    pub images: Vec<Image>,
    /// Its page at Spotify.
    pub external_urls: ExternalUrls,
}

impl Artist {
    /// As other things name it.
    pub fn simplified(&self) -> SimplifiedArtist {
        SimplifiedArtist {
            id: Some(self.id.clone()),
            uri: Some(self.id.clone().into()),
            name: self.name.clone(),
            external_urls: self.external_urls.clone(),
        }
    }
}

impl FromJson for Artist {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        Some(Self {
            id: fields.optional("id")?,
            name: fields.or_default("name"),
            images: fields.list("images"),
            external_urls: fields.or_default("external_urls"),
        })
    }
}

impl Tells for Artist {
    fn tell(&self, known: &mut Known) {
        known.learn(self.id.clone(), self);
        self.simplified().tell(known);
    }
}

/// The answer to who is followed (contract 4.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowedArtists {
    /// Those of this page.
    pub artists: CursorPage<Artist>,
}

impl FromJson for FollowedArtists {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        Some(Self {
            artists: fields.optional("artists")?,
        })
    }
}

impl Tells for FollowedArtists {
    fn tell(&self, known: &mut Known) {
        self.artists.tell(known);
    }
}
