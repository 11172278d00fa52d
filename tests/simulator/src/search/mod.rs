//! Search over the names of everything (contract 4.1).

mod fold;
mod index;
mod query;

pub use index::Index;
pub use query::Filter;
pub use query::Query;

/// Kinds that can be searched for, in the order of Spotify's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Album,
    Artist,
    Playlist,
    Track,
    Show,
    Episode,
    Audiobook,
}

impl Kind {
    const NAMES: [(Self, &'static str); 7] = [
        (Self::Album, "album"),
        (Self::Artist, "artist"),
        (Self::Playlist, "playlist"),
        (Self::Track, "track"),
        (Self::Show, "show"),
        (Self::Episode, "episode"),
        (Self::Audiobook, "audiobook"),
    ];

    /// The value in `type`.
    pub fn name(self) -> &'static str {
        let known = Self::NAMES.iter().find(|(kind, _)| *kind == self);
        known.map_or("", |(_, name)| *name)
    }

    /// The kind that goes by a name.
    pub fn named(name: &str) -> Option<Self> {
        let known = Self::NAMES.iter().find(|(_, known)| *known == name);
        known.map(|(kind, _)| *kind)
    }
}
