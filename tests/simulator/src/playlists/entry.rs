//! One place in a playlist and what stands there.

use crate::catalogue::Thing;
use crate::clock::Millis;

/// One place in a playlist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub content: Content,
    pub added_at: Millis,
    /// The user's id; old entries do not tell.
    pub added_by: Option<String>,
}

/// What stands in a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A track or an episode.
    Thing(Thing),
    /// A file of the listener's own.
    Local(LocalFile),
    /// Something that Spotify does not have any more.
    Gone,
}

/// A file of the listener's own (contract 6.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalFile {
    pub artist: &'static str,
    pub album: &'static str,
    pub title: &'static str,
    pub seconds: u16,
}

impl LocalFile {
    /// Files that are in playlists from the start. One has no album.
    pub const ALL: [Self; 7] = [
        Self::new(
            "Dust Radio",
            "Rehearsal Tape 2",
            "Longwave (Kitchen Demo)",
            214,
        ),
        Self::new("Viggo & Lotte", "", "Wedding Speech, Take One", 347),
        Self::new("Unknown Artist", "Minidisc 04", "Track 07", 183),
        Self::new("Grandad", "Reel to Reel", "Harmonica by the Window", 96),
        Self::new("Søren på 3.", "Øvelokale", "Regnvejrs-jam: del 2", 512),
        Self::new(
            "The Paper Lanterns",
            "Live at the Boathouse (Bootleg)",
            "Tomato Year",
            268,
        ),
        Self::new(
            "Field Recording",
            "Milltown, June",
            "Swifts / Church Bells 50%",
            421,
        ),
    ];

    const fn new(
        artist: &'static str,
        album: &'static str,
        title: &'static str,
        seconds: u16,
    ) -> Self {
        Self {
            artist,
            album,
            title,
            seconds,
        }
    }

    /// `spotify:local:{artist}:{album}:{title}:{seconds}`, each part encoded as
    /// in a form.
    pub fn uri(&self) -> String {
        let encoded =
            |part: &str| -> String { form_urlencoded::byte_serialize(part.as_bytes()).collect() };
        let (artist, album, title) = (
            encoded(self.artist),
            encoded(self.album),
            encoded(self.title),
        );
        format!("spotify:local:{artist}:{album}:{title}:{}", self.seconds)
    }
}

impl Content {
    /// Whether this is what a URI names. What is gone has no URI.
    pub fn is_named(&self, uri: &str, thing: Option<Thing>) -> bool {
        match self {
            Self::Thing(here) => thing == Some(*here),
            Self::Local(file) => file.uri() == uri,
            Self::Gone => false,
        }
    }
}
