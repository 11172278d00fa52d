use serde_json::Value;

use super::{Fields, FromJson, Owner, Playable, Timestamp};
use crate::spotify::{Known, Tells};

/// One place in a playlist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaylistItem {
    /// When it was added; very old ones have no date.
    pub added_at: Option<Timestamp>,
    /// Who added it; not always told.
    pub added_by: Option<Owner>,
    /// Whether it is a file on a listener's own device.
    pub is_local: bool,
    /// What is there: `None` where the content is gone (contract 6.2).
    pub item: Option<Playable>,
}

impl FromJson for PlaylistItem {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        // The second is its name of old (contract 5.3).
        let item: Option<Playable> = fields.optional("item").or_else(|| fields.optional("track"));
        Some(Self {
            added_at: fields.optional("added_at"),
            added_by: fields.optional("added_by"),
            is_local: fields.or_default("is_local")
                || item.as_ref().is_some_and(Playable::is_local),
            item,
        })
    }
}

impl Tells for PlaylistItem {
    fn tell(&self, known: &mut Known) {
        self.item.tell(known);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spotify::model::read;

    const TRACK: &str = r#"{"type":"track","id":"4iV5W9uYEdYUVa79Axb7Rh","name":"Song"}"#;
    const EPISODE: &str = r#"{"type":"episode","id":"4iV5W9uYEdYUVa79Axb7Rh","name":"Talk",
        "track":false,"episode":true,"show":null}"#;
    const LOCAL: &str = r#"{"type":"track","id":null,"name":"Demo","is_local":true,
        "uri":"spotify:local:Band:Tape:Demo:180"}"#;

    #[test]
    fn each_kind_of_place_is_read() {
        let track = Some(("spotify:track:4iV5W9uYEdYUVa79Axb7Rh", false));
        let episode = Some(("spotify:episode:4iV5W9uYEdYUVa79Axb7Rh", false));
        let local = Some(("spotify:local:Band:Tape:Demo:180", true));
        for (json, expected) in [
            (format!(r#"{{"item":{TRACK}}}"#), track),
            (format!(r#"{{"track":{TRACK}}}"#), track),
            (format!(r#"{{"item":{EPISODE},"track":{TRACK}}}"#), episode),
            (format!(r#"{{"item":null,"track":{EPISODE}}}"#), episode),
            (format!(r#"{{"is_local":false,"item":{LOCAL}}}"#), local),
            (
                r#"{"item":null,"added_by":{"id":""},"added_at":null}"#.to_owned(),
                None,
            ),
            (
                r#"{"item":{"type":"hologram","name":"x"}}"#.to_owned(),
                None,
            ),
            ("{}".to_owned(), None),
        ] {
            let place: PlaylistItem = read(&json).expect("a place");
            let uri = place.item.and_then(|item| item.uri());
            let expected = expected.map(|(uri, is_local)| (uri.to_owned(), is_local));
            assert_eq!(
                uri.map(|uri| (uri.to_string(), place.is_local)),
                expected,
                "{json}"
            );
            assert_eq!((place.added_by, place.added_at), (None, None));
        }
        assert_eq!(read::<PlaylistItem>("null"), None);
    }
}
