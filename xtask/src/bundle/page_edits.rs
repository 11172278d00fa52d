//! What the hook changes in the page, beside its policy.

use super::html;
use crate::trouble::{Outcome, Trouble};

/// The tag that tells the app which path it is served from.
const BASE: &str = "cratedigger-base";
/// The tag that tells the app which of its parts the page is.
const PART: &str = "cratedigger-part";
/// What that tag says in the page of the player window.
const PLAYER: &str = "player";

/// Writes the path that the app is served from into its meta tag.
///
/// # Errors
/// When the page has no such tag.
pub fn with_base(page: &str, base: &str) -> Outcome<String> {
    with_meta(page, BASE, base).ok_or_else(|| {
        Trouble::new(
            "The page does not tell the app which path it is served from.",
            format!("Put <meta name=\"{BASE}\" content=\"/\"> into the head of index.html."),
        )
    })
}

/// The page of the player window: the same, but for the tag that says so.
///
/// # Errors
/// When the page has no such tag.
pub fn as_player(page: &str) -> Outcome<String> {
    with_meta(page, PART, PLAYER).ok_or_else(|| {
        Trouble::new(
            "The page does not tell the app which of its parts it is.",
            format!("Put <meta name=\"{PART}\" content=\"app\"> into the head of index.html."),
        )
    })
}

/// The page with another value in the meta tag of this name, if it has one.
fn with_meta(page: &str, name: &str, value: &str) -> Option<String> {
    let tags = html::tags(page);
    tags.iter()
        .find(|tag| tag.name == "meta" && tag.value("name") == Some(name))
        .map(|tag| tag.with(page, "content", value))
}

/// Takes the checksum off the preload of the WebAssembly file.
///
/// Browsers do not look at it there: Chromium says so on the console, at every
/// load. The checksum of the script stays, and is honoured.
/// See <https://crbug.com/981419>.
pub fn without_wasm_integrity(page: &str) -> String {
    let tags = html::tags(page);
    tags.iter()
        .find(|tag| tag.name == "link" && tag.says("rel", "preload") && tag.says("as", "fetch"))
        .map_or_else(
            || page.to_owned(),
            |preload| preload.without(page, "integrity"),
        )
}

#[cfg(test)]
mod tests {
    use super::{as_player, with_base, without_wasm_integrity};

    #[test]
    fn the_base_is_written() {
        let cases = [
            (
                "<meta name=\"cratedigger-base\" content=\"/\">",
                "<meta name=\"cratedigger-base\" content=\"/sub/\">",
            ),
            (
                "<meta content=/ name=cratedigger-base>",
                "<meta content=\"/sub/\" name=cratedigger-base>",
            ),
        ];
        for (page, expected) in cases {
            assert_eq!(with_base(page, "/sub/").ok().as_deref(), Some(expected));
        }
        assert!(with_base("<meta name=\"description\" content=\"/\">", "/").is_err());
    }

    #[test]
    fn the_player_s_page_says_what_it_is() {
        let page = "<meta name=\"cratedigger-part\" content=\"app\" /><p>";
        let expected = "<meta name=\"cratedigger-part\" content=\"player\" /><p>";
        assert_eq!(as_player(page).ok().as_deref(), Some(expected));
        assert!(as_player("<meta name=\"cratedigger-base\" content=\"/\">").is_err());
    }

    #[test]
    fn only_the_preload_of_the_wasm_loses_its_checksum() {
        let cases = [
            (
                r#"<link rel="preload" href="/a.wasm" integrity="x" as="fetch">"#,
                r#"<link rel="preload" href="/a.wasm" as="fetch">"#,
            ),
            (
                r#"<link rel="modulepreload" href="/a.js" integrity="x">"#,
                r#"<link rel="modulepreload" href="/a.js" integrity="x">"#,
            ),
            (
                r#"<link rel="stylesheet" href="/a.css" integrity="x">"#,
                r#"<link rel="stylesheet" href="/a.css" integrity="x">"#,
            ),
        ];
        for (page, expected) in cases {
            assert_eq!(without_wasm_integrity(page), expected);
        }
    }
}
