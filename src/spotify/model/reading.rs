//! How shapes are read from JSON. Not by serde's derive: its code for these
//! shapes weighs four times as much in the bundle, and fails where contract
//! 4.6 wants a gap.

use serde_json::{Map, Value};

use crate::{
    ports::Millis,
    spotify::{
        AlbumId, ArtistId, AudiobookId, DeviceId, EpisodeId, PlaylistId, ShowId, SnapshotId,
        SpotifyUri, TrackId, UserId,
    },
};

/// Something that an answer may hold.
pub trait FromJson: Sized {
    /// Reads it; `None` if `value` is nothing of the kind.
    fn from_json(value: Value) -> Option<Self>;
}

impl FromJson for Value {
    fn from_json(value: Value) -> Option<Self> {
        Some(value)
    }
}

impl FromJson for bool {
    fn from_json(value: Value) -> Option<Self> {
        value.as_bool()
    }
}

impl FromJson for u64 {
    fn from_json(value: Value) -> Option<Self> {
        value.as_u64()
    }
}

impl FromJson for u32 {
    fn from_json(value: Value) -> Option<Self> {
        value.as_u64()?.try_into().ok()
    }
}

impl FromJson for Millis {
    fn from_json(value: Value) -> Option<Self> {
        value.as_u64().map(Self)
    }
}

impl FromJson for String {
    fn from_json(value: Value) -> Option<Self> {
        match value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }
}

/// What cannot be understood is a gap.
impl<T: FromJson> FromJson for Option<T> {
    fn from_json(value: Value) -> Option<Self> {
        Some(T::from_json(value))
    }
}

/// A list of which every place counts: one that cannot be understood spoils it,
/// unless the entries are optional.
impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(value: Value) -> Option<Self> {
        match value {
            Value::Array(entries) => entries.into_iter().map(T::from_json).collect(),
            _ => None,
        }
    }
}

// What is made of a text that must have a certain form.
macro_rules! from_text {
    ($($name:ty),* $(,)?) => {
        $(impl FromJson for $name {
            fn from_json(value: Value) -> Option<Self> {
                String::from_json(value)?.try_into().ok()
            }
        })*
    };
}

from_text!(
    AlbumId,
    ArtistId,
    AudiobookId,
    DeviceId,
    EpisodeId,
    PlaylistId,
    ShowId,
    SnapshotId,
    SpotifyUri,
    TrackId,
    UserId,
);

/// The fields of a JSON object, each taken once.
pub(crate) struct Fields(Map<String, Value>);

impl Fields {
    /// Those of `value`, if it is an object.
    pub fn of(value: Value) -> Option<Self> {
        match value {
            Value::Object(fields) => Some(Self(fields)),
            _ => None,
        }
    }

    /// Whatever is there; null if there is nothing.
    pub fn take(&mut self, name: &str) -> Value {
        self.0.remove(name).unwrap_or_default()
    }

    /// What may be missing, null, or what nobody could have expected.
    pub fn optional<T: FromJson>(&mut self, name: &str) -> Option<T> {
        T::from_json(self.take(name))
    }

    /// The same, where the default will do instead.
    pub fn or_default<T: FromJson + Default>(&mut self, name: &str) -> T {
        self.optional(name).unwrap_or_default()
    }

    /// The entries of a list in their places, `None` for what is null or cannot
    /// be understood; nothing if there is no such list. Null is an empty one.
    pub fn entries_of_list<T: FromJson>(&mut self, name: &str) -> Option<Vec<Option<T>>> {
        match self.0.remove(name)? {
            Value::Null => Some(Vec::new()),
            list => FromJson::from_json(list),
        }
    }

    /// A list that may be missing or null. The places of entries that are null
    /// or cannot be understood are kept (contract 6.2).
    pub fn entries<T: FromJson>(&mut self, name: &str) -> Vec<Option<T>> {
        self.or_default(name)
    }

    /// The same, without what is null or cannot be understood.
    pub fn list<T: FromJson>(&mut self, name: &str) -> Vec<T> {
        self.entries(name).into_iter().flatten().collect()
    }

    /// The fields of a field that is an object; none if it is anything else.
    pub fn inner(&mut self, name: &str) -> Self {
        Self::of(self.take(name)).unwrap_or_else(|| Self(Map::new()))
    }
}

// A set of words that Spotify may add to: an unknown one is read as the last
// variant, and never an error. Some come capitalised (contract 4.6).
macro_rules! words {
    (
        $(#[$doc:meta])* pub enum $name:ident {
            $($(#[$word_doc:meta])* $variant:ident = $word:literal,)*
        }
        else {
            $(#[$other_doc:meta])* $other:ident
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$word_doc])* $variant,)*
            $(#[$other_doc])*
            #[default]
            $other,
        }

        impl $name {
            /// The word in lower case; what is not known here is `other`.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                    Self::$other => "other",
                }
            }
        }

        impl $crate::spotify::model::FromJson for $name {
            fn from_json(value: serde_json::Value) -> Option<Self> {
                let word = String::from_json(value)?.to_ascii_lowercase();
                Some(match word.as_str() {
                    $($word => Self::$variant,)*
                    _ => Self::$other,
                })
            }
        }
    };
}

pub(crate) use words;

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// What `json` is read as.
    pub(crate) fn read<T: FromJson>(json: &str) -> Option<T> {
        T::from_json(serde_json::from_str(json).expect("JSON"))
    }

    #[test]
    fn what_cannot_be_understood_is_a_gap_and_spoils_nothing_else() {
        let json = r#"{"list":[1,null,"x",-1,5000000000,2],"text":7,"number":null,"object":[]}"#;
        let mut fields = Fields::of(serde_json::from_str(json).expect("JSON")).expect("an object");
        assert_eq!(fields.list::<u32>("list"), [1, 2]);
        assert_eq!(fields.or_default::<String>("text"), "");
        assert_eq!(fields.optional::<u32>("number"), None);
        assert_eq!(fields.optional::<u32>("missing"), None);
        assert!(fields.inner("object").list::<u32>("any").is_empty());
    }

    #[test]
    fn a_list_of_which_every_place_counts_has_no_gaps() {
        assert_eq!(read::<Vec<bool>>("[true,false]"), Some(vec![true, false]));
        assert_eq!(read::<Vec<bool>>("[true,null]"), None);
        assert_eq!(
            read::<Vec<Option<bool>>>("[true,null]"),
            Some(vec![Some(true), None])
        );
        assert_eq!(read::<Vec<bool>>("{}"), None);
    }
}
