use serde::Deserialize;

/// A text that is not an id of Spotify's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an id of Spotify's")]
pub struct InvalidId;

// A catalogue id: 22 base62 characters (contract 3.1).
macro_rules! catalogue_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        #[serde(try_from = "String")]
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

/// Names a listener: any text but none (contract 3.1).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct UserId(String);

impl UserId {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for UserId {
    type Error = InvalidId;

    fn try_from(text: String) -> Result<Self, InvalidId> {
        if text.is_empty() {
            Err(InvalidId)
        } else {
            Ok(Self(text))
        }
    }
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
