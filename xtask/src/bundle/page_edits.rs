//! What the hook changes in the page, beside its policy.

use super::html;
use crate::trouble::{Outcome, Trouble};

/// The tag that tells the app which path it is served from.
const BASE: &str = "cratedigger-base";

/// Writes the path that the app is served from into its meta tag.
///
/// # Errors
/// When the page has no such tag.
pub fn with_base(page: &str, base: &str) -> Outcome<String> {
    let tags = html::tags(page);
    tags.iter()
        .find(|tag| tag.name == "meta" && tag.value("name") == Some(BASE))
        .map(|tag| tag.with(page, "content", base))
        .ok_or_else(|| {
            Trouble::new(
                "The page does not tell the app which path it is served from.",
                format!("Put <meta name=\"{BASE}\" content=\"/\"> into the head of index.html."),
            )
        })
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
    use super::{with_base, without_wasm_integrity};

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
