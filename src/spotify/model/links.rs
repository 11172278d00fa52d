use serde_json::Value;

use super::{Fields, FromJson};

/// Where a thing stands on Spotify's own site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExternalUrls {
    /// As Spotify wrote it; read it through [`ExternalUrls::open_spotify`].
    spotify: Option<String>,
}

impl ExternalUrls {
    /// The address to link to, only if it is Spotify's own (security 23).
    pub fn open_spotify(&self) -> Option<&str> {
        self.spotify
            .as_deref()
            .filter(|url| url.starts_with("https://open.spotify.com/"))
    }
}

impl FromJson for ExternalUrls {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        Some(Self {
            spotify: fields.optional("spotify"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spotify::model::read;

    #[test]
    fn only_spotify_s_own_pages_are_linked() {
        let open = |json: &str| {
            let urls: ExternalUrls = read(json).expect("an object");
            urls.open_spotify().map(str::to_owned)
        };
        let good = "https://open.spotify.com/track/x";
        assert_eq!(
            open(&format!(r#"{{"spotify":"{good}"}}"#)),
            Some(good.to_owned())
        );
        for bad in [
            r#"{"spotify":"javascript:alert(1)"}"#,
            r#"{"spotify":"https://open.spotify.com.evil.example/"}"#,
            r#"{"spotify":"http://open.spotify.com/track/x"}"#,
            r#"{"spotify":null}"#,
            "{}",
        ] {
            assert_eq!(open(bad), None, "{bad}");
        }
    }
}
