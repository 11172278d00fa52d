//! Search (contract 4.1).

use crate::spotify::{Bucket, Call, Endpoint, Parameter, Values, Window, model};

/// What is searched for, with the filters of contract 4.1 written in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Query(String);

/// A text of nothing but spaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("nothing to search for")]
pub struct EmptyQuery;

impl Query {
    /// The text, without spaces around it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<&str> for Query {
    type Error = EmptyQuery;

    fn try_from(text: &str) -> Result<Self, EmptyQuery> {
        match text.trim() {
            "" => Err(EmptyQuery),
            text => Ok(Self(text.to_owned())),
        }
    }
}

/// A kind of thing that can be searched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SearchKind {
    /// Albums.
    Album,
    /// Artists.
    Artist,
    /// Playlists.
    Playlist,
    /// Tracks.
    Track,
    /// Shows.
    Show,
    /// Episodes.
    Episode,
    /// Audiobooks.
    Audiobook,
}

impl SearchKind {
    /// All of them, in the order in which they are asked for.
    pub const ALL: [Self; 7] = [
        Self::Album,
        Self::Artist,
        Self::Playlist,
        Self::Track,
        Self::Show,
        Self::Episode,
        Self::Audiobook,
    ];

    const WORDS: [&str; 7] = [
        "album",
        "artist",
        "playlist",
        "track",
        "show",
        "episode",
        "audiobook",
    ];

    const fn as_str(self) -> &'static str {
        Self::WORDS[self as usize]
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// The kinds of things to search for, at least one: a bit for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SearchKinds(u8);

impl SearchKinds {
    /// This one too.
    #[must_use]
    pub const fn and(self, kind: SearchKind) -> Self {
        Self(self.0 | kind.bit())
    }

    /// Whether `kind` is among them.
    pub const fn contains(self, kind: SearchKind) -> bool {
        self.0 & kind.bit() != 0
    }

    fn to_list(self) -> String {
        let asked = SearchKind::ALL
            .into_iter()
            .filter(|kind| self.contains(*kind));
        asked.map(SearchKind::as_str).collect::<Vec<_>>().join(",")
    }
}

impl From<SearchKind> for SearchKinds {
    fn from(kind: SearchKind) -> Self {
        Self(kind.bit())
    }
}

/// Which part of the results to ask for: Spotify shows none that begins behind
/// the thousandth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct SearchWindow(Window);

/// A part that begins too late.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("search ends at result {DEEPEST}")]
pub struct TooDeep;

/// Where the last part may begin.
const DEEPEST: u32 = 1000;

impl TryFrom<Window> for SearchWindow {
    type Error = TooDeep;

    fn try_from(window: Window) -> Result<Self, TooDeep> {
        if window.offset <= DEEPEST {
            Ok(Self(window))
        } else {
            Err(TooDeep)
        }
    }
}

/// Everything that a text finds. Ten of each kind at most (contract 5.4).
pub static SEARCH: Endpoint = Endpoint::get(
    "/v1/search",
    Bucket::Search,
    &[],
    &[
        Parameter::query("q", Values::Text).required(),
        Parameter::query("type", Values::SomeOf(&SearchKind::WORDS)).required(),
        Parameter::MARKET,
        Parameter::limit(10),
        Parameter::query(
            "offset",
            Values::Number {
                least: 0,
                most: DEEPEST,
            },
        ),
        Parameter::query("include_external", Values::OneOf(&["audio"])),
    ],
);

/// `GET /search`.
pub fn search(
    query: &Query,
    kinds: SearchKinds,
    window: SearchWindow,
) -> Call<model::SearchResults> {
    SEARCH
        .call()
        .with("q", query.as_str())
        .with("type", kinds.to_list())
        .window(window.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_says_exactly_what_is_asked() {
        let query = Query::try_from("  artist:\"Å & b\" year:1999 ").expect("a query");
        let kinds = SearchKinds::from(SearchKind::Track).and(SearchKind::Album);
        let window = SearchWindow::try_from(Window {
            offset: 1000,
            size: Some(50),
        });
        assert_eq!(
            search(&query, kinds, window.expect("in reach")).path(),
            "/v1/search?q=artist:%22%C3%85%20%26%20b%22%20year:1999&type=album,track\
             &limit=10&offset=1000"
        );
        assert_eq!(SearchWindow::try_from(Window::from(1001)), Err(TooDeep));
        assert_eq!(Query::try_from(" \n"), Err(EmptyQuery));
    }
}
