use std::{fmt, marker::PhantomData};

use crate::spotify::{EpisodeId, ItemKind, SpotifyUri, TrackId};

/// What a call takes many URIs for.
pub trait Takes {
    /// How many at once.
    const MOST: usize;

    /// Whether it takes one that names such a thing.
    fn takes(kind: ItemKind) -> bool;
}

/// Some URIs that one call takes at once: at least one, not too many, and only
/// of the kinds it knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UriBatch<For> {
    uris: Vec<SpotifyUri>,
    purpose: PhantomData<For>,
}

/// URIs that do not make a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidBatch {
    /// There are none.
    #[error("nothing to send")]
    Empty,
    /// There are more than one call takes.
    #[error("more than {0} at once")]
    TooMany(usize),
    /// Something like this cannot be there.
    #[error("not possible for: {}", .0.as_str())]
    NotTaken(ItemKind),
}

/// To save, to remove, or to look for in the library (contract 4.3). Following
/// an artist by it is not documented, but works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InLibrary {}

impl Takes for InLibrary {
    const MOST: usize = 40;

    fn takes(kind: ItemKind) -> bool {
        kind != ItemKind::Local
    }
}

/// To add to a playlist, or to play. Local files cannot be (contract 6.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntoPlaylist {}

impl Takes for IntoPlaylist {
    const MOST: usize = 100;

    fn takes(kind: ItemKind) -> bool {
        matches!(kind, ItemKind::Track | ItemKind::Episode)
    }
}

/// To remove from a playlist; local files too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutOfPlaylist {}

impl Takes for OutOfPlaylist {
    const MOST: usize = 100;

    fn takes(kind: ItemKind) -> bool {
        kind == ItemKind::Local || IntoPlaylist::takes(kind)
    }
}

/// What the library takes at once.
pub type LibraryUris = UriBatch<InLibrary>;

/// What a playlist or the player takes at once.
pub type PlaylistUris = UriBatch<IntoPlaylist>;

/// What can be removed from a playlist at once, wherever it occurs.
pub type Occurrences = UriBatch<OutOfPlaylist>;

impl<For: Takes> UriBatch<For> {
    /// The URIs, in their order.
    pub fn uris(&self) -> &[SpotifyUri] {
        &self.uris
    }

    /// As many batches as it takes, in order; nothing if something cannot be
    /// there.
    pub fn split(uris: &[SpotifyUri]) -> Result<Vec<Self>, InvalidBatch> {
        uris.chunks(For::MOST)
            .map(|chunk| chunk.to_vec().try_into())
            .collect()
    }

    /// Each as text.
    pub(super) fn texts(&self) -> Vec<String> {
        self.uris.iter().map(SpotifyUri::to_string).collect()
    }
}

impl<For: Takes> TryFrom<Vec<SpotifyUri>> for UriBatch<For> {
    type Error = InvalidBatch;

    fn try_from(uris: Vec<SpotifyUri>) -> Result<Self, InvalidBatch> {
        if uris.is_empty() {
            return Err(InvalidBatch::Empty);
        }
        if uris.len() > For::MOST {
            return Err(InvalidBatch::TooMany(For::MOST));
        }
        match uris.iter().find(|uri| !For::takes(uri.kind())) {
            Some(uri) => Err(InvalidBatch::NotTaken(uri.kind())),
            None => Ok(Self {
                uris,
                purpose: PhantomData,
            }),
        }
    }
}

/// The URI of a track or an episode.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PlayableUri(SpotifyUri);

impl PlayableUri {
    /// The URI itself.
    pub const fn uri(&self) -> &SpotifyUri {
        &self.0
    }
}

/// Something that cannot be played by its URI.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("neither a track nor an episode")]
pub struct NotPlayable;

impl TryFrom<SpotifyUri> for PlayableUri {
    type Error = NotPlayable;

    fn try_from(uri: SpotifyUri) -> Result<Self, NotPlayable> {
        if IntoPlaylist::takes(uri.kind()) {
            Ok(Self(uri))
        } else {
            Err(NotPlayable)
        }
    }
}

impl From<TrackId> for PlayableUri {
    fn from(id: TrackId) -> Self {
        Self(id.into())
    }
}

impl From<EpisodeId> for PlayableUri {
    fn from(id: EpisodeId) -> Self {
        Self(id.into())
    }
}

impl fmt::Display for PlayableUri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uris(texts: &[&str]) -> Vec<SpotifyUri> {
        let uris = texts
            .iter()
            .map(|text| SpotifyUri::try_from((*text).to_owned()));
        uris.collect::<Result<_, _>>().expect("URIs")
    }

    const TRACK: &str = "spotify:track:4iV5W9uYEdYUVa79Axb7Rh";
    const LOCAL: &str = "spotify:local:Band:Tape:Demo:180";
    const ALBUM: &str = "spotify:album:4iV5W9uYEdYUVa79Axb7Rh";

    #[test]
    fn a_batch_holds_only_what_its_call_takes() {
        let refusal = |texts: &[&str]| {
            (
                LibraryUris::try_from(uris(texts)).err(),
                PlaylistUris::try_from(uris(texts)).err(),
                Occurrences::try_from(uris(texts)).err(),
            )
        };
        let empty = Some(InvalidBatch::Empty);
        let local = Some(InvalidBatch::NotTaken(ItemKind::Local));
        let album = Some(InvalidBatch::NotTaken(ItemKind::Album));
        let user = Some(InvalidBatch::NotTaken(ItemKind::User));
        let many = Some(InvalidBatch::TooMany(100));
        for (texts, expected) in [
            (vec![], (empty, empty, empty)),
            (vec![TRACK], (None, None, None)),
            (vec![TRACK, LOCAL], (local, local, None)),
            (vec![ALBUM], (None, album, album)),
            (vec!["spotify:user:a%2Cb"], (None, user, user)),
            (vec![TRACK; 40], (None, None, None)),
            (
                vec![TRACK; 41],
                (Some(InvalidBatch::TooMany(40)), None, None),
            ),
            (
                vec![TRACK; 101],
                (Some(InvalidBatch::TooMany(40)), many, many),
            ),
        ] {
            assert_eq!(refusal(&texts), expected, "{}", texts.len());
        }
    }

    #[test]
    fn many_are_split_in_order() {
        let sizes = |count| {
            let batches = LibraryUris::split(&uris(&vec![TRACK; count])).expect("tracks");
            batches
                .iter()
                .map(|batch| batch.uris().len())
                .collect::<Vec<_>>()
        };
        assert_eq!(sizes(0), [0; 0]);
        assert_eq!(sizes(81), [40, 40, 1]);
        assert!(PlaylistUris::split(&uris(&[TRACK, LOCAL])).is_err());
    }
}
