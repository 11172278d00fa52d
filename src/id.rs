//! What names things at Spotify. On the ground floor, since addresses of the app
//! have these in them too.

/// A text that is not an id of Spotify's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an id of Spotify's")]
pub struct InvalidId;

// A catalogue id: 22 base62 characters (contract 3.1).
macro_rules! catalogue_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The 22 characters.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidId;

            fn try_from(text: String) -> Result<Self, InvalidId> {
                let is_base62 = text.bytes().all(|byte| byte.is_ascii_alphanumeric());
                if text.len() == 22 && is_base62 {
                    Ok(Self(text))
                } else {
                    Err(InvalidId)
                }
            }
        }
    };
}

catalogue_id! {
    /// Names a track.
    TrackId
}

catalogue_id! {
    /// Names an album.
    AlbumId
}

catalogue_id! {
    /// Names an artist.
    ArtistId
}

catalogue_id! {
    /// Names a playlist.
    PlaylistId
}

catalogue_id! {
    /// Names a show.
    ShowId
}

catalogue_id! {
    /// Names an episode of a show, or a chapter of an audiobook, which calls
    /// itself an episode (contract 3.1).
    EpisodeId
}

catalogue_id! {
    /// Names an audiobook.
    AudiobookId
}

// A name that may be any text but none.
macro_rules! opaque_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidId;

            fn try_from(text: String) -> Result<Self, InvalidId> {
                if text.is_empty() {
                    Err(InvalidId)
                } else {
                    Ok(Self(text))
                }
            }
        }
    };
}

opaque_id! {
    /// Names a listener: free text (contract 3.1).
    UserId
}

opaque_id! {
    /// Names a device for as long as Spotify lists it under this name; not
    /// permanent (contract 6.1).
    DeviceId
}

opaque_id! {
    /// A version of a playlist's contents; opaque, changes on every edit
    /// (contract 6.2).
    SnapshotId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn catalogue_ids_are_22_base62_characters() {
        let id = |text: &str| TrackId::try_from(text.to_owned()).map(|id| id.0);
        let good = "4iV5W9uYEdYUVa79Axb7Rh";
        assert_eq!(id(good), Ok(good.to_owned()));
        for bad in [
            "",
            "4iV5W9uYEdYUVa79Axb7R",
            "4iV5W9uYEdYUVa79Axb7R/",
            "../../v1/me/player/xyz",
        ] {
            assert_eq!(id(bad), Err(InvalidId), "{bad}");
        }
    }
}
