use serde_json::Value;

use super::{Album, Episode, Fields, FromJson, SimplifiedShow, Timestamp, Track};
use crate::spotify::{Known, Tells};

/// Something in the library, and since when (contract 4.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved<T> {
    /// When it was saved.
    pub added_at: Option<Timestamp>,
    /// What was saved.
    pub item: T,
}

/// Something that the library holds with its date, in a field of its kind.
pub trait SavedField: FromJson {
    /// The name of the field.
    const NAME: &'static str;
}

impl SavedField for Track {
    const NAME: &'static str = "track";
}

impl SavedField for Album {
    const NAME: &'static str = "album";
}

impl SavedField for Episode {
    const NAME: &'static str = "episode";
}

impl SavedField for SimplifiedShow {
    const NAME: &'static str = "show";
}

impl<T: SavedField> FromJson for Saved<T> {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        Some(Self {
            added_at: fields.optional("added_at"),
            item: fields.optional(T::NAME)?,
        })
    }
}

impl<T: Tells> Tells for Saved<T> {
    fn tell(&self, known: &mut Known) {
        self.item.tell(known);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spotify::{Page, model::read};

    #[test]
    fn what_is_saved_is_read_from_the_field_of_its_kind() {
        let page: Page<Saved<Track>> = read(
            r#"{"items":[{"added_at":"2026-03-01T10:00:00Z","track":{"name":"Song"}},
                {"added_at":"soon","track":{"name":"Song"}},
                {"added_at":"2026-03-01T10:00:00Z","track":null},
                {"album":{"name":"Record"}}]}"#,
        )
        .expect("readable");
        let read: Vec<_> = page
            .entries
            .iter()
            .map(|entry| entry.as_ref().map(|saved| saved.added_at.is_some()))
            .collect();
        assert_eq!(read, [Some(true), Some(false), None, None]);
    }
}
