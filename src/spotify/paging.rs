use serde::{Deserialize, de::DeserializeOwned};

use super::{ApiPath, model::lenient_list};
use crate::config;

/// One page of a list (contract 3.6). Entries that are null or unreadable are
/// left out of `items`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(bound = "T: DeserializeOwned")]
pub struct Page<T> {
    /// What is on it.
    #[serde(default, deserialize_with = "lenient_list")]
    pub items: Vec<T>,
    /// How many there are in all; may be missing, may be wrong.
    #[serde(default)]
    pub total: Option<u32>,
    /// The address of the page after this one, as Spotify wrote it; follow it
    /// only through [`next_page`].
    #[serde(default)]
    pub next: Option<String>,
}

/// A `next` that does not lead to Spotify's API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the next page is not at Spotify's API")]
pub struct ForeignNext;

/// Turns a page's `next` into a path of the API, or refuses it: the token must
/// not follow an address that someone else wrote (security 48).
pub fn next_page(next: &str) -> Result<ApiPath, ForeignNext> {
    next.strip_prefix(config::API_ORIGIN)
        .filter(|path| path.starts_with("/v1/"))
        .filter(|path| !path.contains("..") && !path.contains('\\') && !path.contains('#'))
        .filter(|path| path.bytes().all(|byte| byte.is_ascii_graphic()))
        .map(ApiPath::new)
        .ok_or(ForeignNext)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn next_leads_to_the_api_or_nowhere() {
        let good = next_page("https://api.spotify.com/v1/me/tracks?offset=50&limit=50");
        let path = ApiPath::new("/v1/me/tracks?offset=50&limit=50");
        assert_eq!(good, Ok(path));
        for hostile in [
            "https://evil.example/v1/me",
            "https://api.spotify.com.evil.example/v1/me",
            "https://api.spotify.com@evil.example/v1/me",
            "http://api.spotify.com/v1/me",
            "//api.spotify.com/v1/me",
            "https://api.spotify.com/v2/me",
            "https://api.spotify.com/v1/../x",
            "https://api.spotify.com/v1/\\evil",
            "https://api.spotify.com/v1/me\n",
            "",
        ] {
            assert_eq!(next_page(hostile), Err(ForeignNext), "{hostile}");
        }
    }

    #[test]
    fn a_page_survives_nulls_and_missing_fields() {
        let page: Page<u8> =
            serde_json::from_str(r#"{"items":[1,null,"x",2],"total":null}"#).expect("readable");
        assert_eq!(page.items, [1, 2]);
        assert_eq!((page.total, page.next), (None, None));
        let empty: Page<u8> = serde_json::from_str(r#"{"items":null}"#).expect("readable");
        assert_eq!(empty.items, [0; 0]);
    }
}
