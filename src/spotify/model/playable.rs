use serde_json::Value;

use super::{Episode, FromJson, Image, Track};
use crate::{
    ports::Millis,
    spotify::{Known, SpotifyUri, Tells},
};

/// What a playlist holds and a player plays: told apart by `type` (contract
/// 6.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Playable {
    /// A track, or a local file.
    Track(Track),
    /// An episode of a show, or a chapter of an audiobook.
    Episode(Episode),
}

impl Playable {
    /// What names it, if anything does.
    pub fn uri(&self) -> Option<SpotifyUri> {
        match self {
            Self::Track(track) => track.uri.clone(),
            Self::Episode(episode) => Some(episode.uri()),
        }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        match self {
            Self::Track(track) => &track.name,
            Self::Episode(episode) => &episode.name,
        }
    }

    /// Its length.
    pub const fn duration(&self) -> Millis {
        match self {
            Self::Track(track) => track.duration,
            Self::Episode(episode) => episode.duration,
        }
    }

    /// Pictures of it: for a track, of its album.
    pub fn images(&self) -> &[Image] {
        match self {
            Self::Track(track) => &track.album.images,
            Self::Episode(episode) => &episode.images,
        }
    }

    /// Whether it is a file on a listener's own device.
    pub const fn is_local(&self) -> bool {
        matches!(self, Self::Track(track) if track.is_local)
    }
}

impl FromJson for Playable {
    fn from_json(value: Value) -> Option<Self> {
        match value.get("type").and_then(Value::as_str) {
            Some("episode") => Episode::from_json(value).map(Self::Episode),
            Some("track") | None => Track::from_json(value).map(Self::Track),
            Some(_) => None,
        }
    }
}

impl Tells for Playable {
    fn tell(&self, known: &mut Known) {
        match self {
            Self::Track(track) => track.tell(known),
            Self::Episode(episode) => episode.tell(known),
        }
    }
}
