use serde_json::Value;

use super::model::{Fields, FromJson};
use crate::config;

/// Which part of a list to ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Window {
    /// Where it begins, counted from 0.
    pub offset: u32,
    /// How long it is; as long as the endpoint allows if not said.
    pub size: Option<u32>,
}

impl Window {
    /// What most endpoints allow (contract 4).
    pub const USUAL_SIZE: u32 = 50;

    /// The first page.
    pub const fn first() -> Self {
        Self::from(0)
    }

    /// A whole page from `offset` on.
    pub const fn from(offset: u32) -> Self {
        Self { offset, size: None }
    }
}

/// One page of a list (contract 3.6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// What is on it, in its place: `None` for what is null or unreadable.
    pub entries: Vec<Option<T>>,
    /// How many there are in all; may be missing, may be wrong.
    pub total: Option<u32>,
    /// Where it begins in the whole list.
    pub offset: u32,
    /// The address of the page after this one, as Spotify wrote it. It is
    /// never followed as it stands: [`next_offset`] reads it.
    pub next: Option<String>,
}

// Not derived: an empty page needs no default entry.
impl<T> Default for Page<T> {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            total: None,
            offset: 0,
            next: None,
        }
    }
}

impl<T: FromJson> FromJson for Page<T> {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        Some(Self {
            entries: fields.entries_of_list("items")?,
            total: fields.optional("total"),
            offset: fields.or_default("offset"),
            next: fields.optional("next"),
        })
    }
}

impl<T> Page<T> {
    /// What is on it and could be read.
    pub fn items(&self) -> impl Iterator<Item = &T> {
        self.entries.iter().flatten()
    }
}

/// One page of a list that goes on from a cursor and not from a number
/// (contract 3.6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CursorPage<T> {
    /// What is on it, in its place: `None` for what is null or unreadable.
    pub entries: Vec<Option<T>>,
    /// How many there are in all, where that is told.
    pub total: Option<u32>,
    /// Where to go on.
    pub cursors: Cursors,
    /// Whether there is more, as Spotify wrote it; never followed as it stands.
    pub next: Option<String>,
}

impl<T: FromJson> FromJson for CursorPage<T> {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        Some(Self {
            entries: fields.entries_of_list("items")?,
            total: fields.optional("total"),
            cursors: fields.or_default("cursors"),
            next: fields.optional("next"),
        })
    }
}

impl<T> CursorPage<T> {
    /// What is on it and could be read.
    pub fn items(&self) -> impl Iterator<Item = &T> {
        self.entries.iter().flatten()
    }
}

/// The ends of a page in a list that goes on from cursors. Opaque texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cursors {
    /// What comes after this.
    pub after: Option<String>,
    /// What comes before this.
    pub before: Option<String>,
}

impl FromJson for Cursors {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        Some(Self {
            after: fields.optional("after"),
            before: fields.optional("before"),
        })
    }
}

/// A `next` that does not lead to the same list at Spotify's API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the next page is not at Spotify's API")]
pub struct ForeignNext;

/// Reads from a page's `next` where the next page of the list at `path` begins.
/// Only the number is taken: the token never follows an address that someone
/// else wrote (security 48).
pub fn next_offset(next: &str, path: &str) -> Result<u32, ForeignNext> {
    let rest = next.strip_prefix(config::API_ORIGIN).ok_or(ForeignNext)?;
    let (next_path, query) = rest.split_once('?').ok_or(ForeignNext)?;
    let own_path = path.split('?').next().unwrap_or_default();
    if next_path != own_path {
        return Err(ForeignNext);
    }
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find_map(|(name, value)| (name == "offset").then(|| value.parse().ok()).flatten())
        .ok_or(ForeignNext)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spotify::model::read;

    #[test]
    fn next_is_read_only_where_it_leads_to_the_same_list() {
        let at = |next| next_offset(next, "/v1/me/tracks?limit=50");
        assert_eq!(
            at("https://api.spotify.com/v1/me/tracks?offset=50&limit=50"),
            Ok(50)
        );
        for hostile in [
            "https://evil.example/v1/me/tracks?offset=50",
            "https://api.spotify.com.evil.example/v1/me/tracks?offset=50",
            "https://api.spotify.com@evil.example/v1/me/tracks?offset=50",
            "http://api.spotify.com/v1/me/tracks?offset=50",
            "//api.spotify.com/v1/me/tracks?offset=50",
            "https://api.spotify.com/v1/me/albums?offset=50",
            "https://api.spotify.com/v1/../x?offset=50",
            "https://api.spotify.com/v1/me/tracks?offset=-1",
            "https://api.spotify.com/v1/me/tracks",
            "",
        ] {
            assert_eq!(at(hostile), Err(ForeignNext), "{hostile}");
        }
    }

    #[test]
    fn a_page_survives_nulls_and_missing_fields() {
        let page: Page<u32> =
            read(r#"{"items":[1,null,"x",2],"total":null,"offset":null}"#).expect("readable");
        assert_eq!(page.entries, [Some(1), None, None, Some(2)]);
        assert!(page.items().eq(&[1, 2]));
        assert_eq!((page.total, page.next), (None, None));
        let empty: Page<u32> = read(r#"{"items":null}"#).expect("readable");
        assert_eq!(empty, Page::default());
        let listed: CursorPage<u32> = read(r#"{"items":[1],"cursors":null}"#).expect("readable");
        assert_eq!(listed.cursors, Cursors::default());
    }
}
