use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::query::{value_of, with};

/// What a search may find.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ResultKind {
    /// Tracks.
    Tracks,
    /// Artists.
    Artists,
    /// Albums.
    Albums,
    /// Playlists.
    Playlists,
    /// Shows.
    Shows,
    /// Episodes.
    Episodes,
    /// Audiobooks.
    Audiobooks,
}

impl ResultKind {
    /// All of them, in the order they are shown in.
    pub const ALL: [Self; 7] = [
        Self::Tracks,
        Self::Artists,
        Self::Albums,
        Self::Playlists,
        Self::Shows,
        Self::Episodes,
        Self::Audiobooks,
    ];

    /// The value of `show` in the address.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Tracks => "tracks",
            Self::Artists => "artists",
            Self::Albums => "albums",
            Self::Playlists => "playlists",
            Self::Shows => "shows",
            Self::Episodes => "episodes",
            Self::Audiobooks => "audiobooks",
        }
    }
}

/// A search in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Search {
    text: String,
    /// Only these are shown, and as many as are asked for.
    pub only: Option<ResultKind>,
}

/// Nobody types more, and Spotify takes no more either.
const LONGEST_TEXT: usize = 250;

/// Everything but what RFC 3986 leaves unreserved.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

impl Search {
    /// A search for `text`, without spaces around it and with no control
    /// characters in it; no longer than is of use.
    pub fn for_text(text: &str, only: Option<ResultKind>) -> Self {
        let printed = text.trim().chars().filter(|letter| !letter.is_control());
        Self {
            text: printed.take(LONGEST_TEXT).collect(),
            only,
        }
    }

    /// What is searched for; empty before anything is.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same search, showing only that kind, or the best of each.
    #[must_use]
    pub fn showing(&self, only: Option<ResultKind>) -> Self {
        Self {
            text: self.text.clone(),
            only,
        }
    }

    pub(super) fn address(&self) -> String {
        let text = utf8_percent_encode(&self.text, RESERVED).to_string();
        let text = Some(text.as_str()).filter(|text| !text.is_empty());
        let only = self.only.map(ResultKind::as_str);
        with(with("/search".to_owned(), "q", text), "show", only)
    }

    pub(super) fn parse(query: &str) -> Self {
        // Whoever writes an address by hand may put a plus for a space.
        let text = value_of(query, "q").unwrap_or_default().replace('+', " ");
        let text = percent_decode_str(&text).decode_utf8_lossy();
        let only = value_of(query, "show");
        let only = only.and_then(|name| {
            ResultKind::ALL
                .into_iter()
                .find(|kind| kind.as_str() == name)
        });
        Self::for_text(&text, only)
    }
}
