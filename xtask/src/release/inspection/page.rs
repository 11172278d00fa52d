//! The pages of a release: their one script, their policy, their place in the
//! world.

use crate::bundle::html::{self, Tag};
use crate::bundle::policy::{self, Part};

/// Everything that is wrong with the page of a part, as sentences.
pub fn faults(page: &str, part: Part) -> Vec<String> {
    let tags = html::tags(page);
    let mut faults = Vec::new();
    match policy::tag(&tags) {
        Ok(tag) => faults.extend(policy_faults(
            tag.value("content").unwrap_or_default(),
            &tags,
            part,
        )),
        Err(_) => faults.push("The policy is not the first thing in the head.".to_owned()),
    }
    if !tags.iter().any(keeps_the_referrer) {
        faults.push("<meta name=\"referrer\" content=\"no-referrer\"> is missing.".to_owned());
    }
    if page.contains("wasmBindings") {
        faults.push(
            "The page publishes the functions of the WebAssembly (`data-wasm-no-import` is \
             missing on its link in index.html)."
                .to_owned(),
        );
    }
    faults
}

/// Whether two pages are the same, but for their policies and for what they
/// say they are.
pub fn differ_in_part_alone(page: &str, player: &str) -> bool {
    let plain = |page: &str| {
        let page = without(page, |tag| {
            tag.says("http-equiv", "content-security-policy")
        });
        without(&page, |tag| tag.says("name", "cratedigger-part"))
    };
    let says = |page: &str, part| {
        let tags = html::tags(page);
        let mut marks = tags
            .iter()
            .filter(|tag| tag.says("name", "cratedigger-part"));
        matches!((marks.next(), marks.next()), (Some(mark), None) if mark.says("content", part))
    };
    plain(page) == plain(player) && says(page, "app") && says(player, "player")
}

/// The page without the first tag that fits.
fn without(page: &str, fits: impl Fn(&Tag<'_>) -> bool) -> String {
    let tags = html::tags(page);
    tags.iter()
        .find(|tag| fits(tag))
        .map_or_else(|| page.to_owned(), |tag| tag.cut_from(page))
}

fn keeps_the_referrer(tag: &Tag<'_>) -> bool {
    tag.name == "meta" && tag.says("name", "referrer") && tag.says("content", "no-referrer")
}

fn policy_faults(policy: &str, tags: &[Tag<'_>], part: Part) -> Vec<String> {
    let mut faults = Vec::new();
    let scripts: Vec<_> = tags.iter().filter(|tag| tag.is_inline_script()).collect();
    match scripts.as_slice() {
        [script] => {
            let allowed = sources(policy, "script-src").any(|one| one == policy::hash(script.text));
            if !allowed {
                faults.push("The policy does not name the hash of the inline script.".to_owned());
            }
        }
        others => faults.push(format!(
            "The page has {} inline scripts, and should have one.",
            others.len()
        )),
    }
    if sources(policy, "default-src").collect::<Vec<_>>() != ["'none'"] {
        faults.push("The policy does not begin by allowing nothing.".to_owned());
    }
    faults.extend(
        directives(policy)
            .flat_map(str::split_whitespace)
            .filter(|source| is_unsafe(source) || !is_known(source, part.places()))
            .map(|source| format!("The policy allows {source}.")),
    );
    faults.extend(
        sources(policy, "script-src")
            .filter(|source| !is_known(source, part.script_places()))
            .map(|source| format!("The policy allows scripts of {source}.")),
    );
    faults
}

/// Whether a source of a policy does away with what it is for.
fn is_unsafe(source: &str) -> bool {
    source.starts_with("'unsafe-")
}

/// Whether a source of a policy is one of these places, or no place at all.
fn is_known(source: &str, places: &[&str]) -> bool {
    // A name of a directive has neither of these.
    let is_place = source.contains(['.', ':', '*']) && !source.starts_with('\'');
    !is_place || places.contains(&source)
}

fn directives(policy: &str) -> impl Iterator<Item = &str> {
    policy.split(';').map(str::trim)
}

fn sources<'a>(policy: &'a str, directive: &str) -> impl Iterator<Item = &'a str> {
    directives(policy)
        .find_map(move |one| one.strip_prefix(directive)?.strip_prefix(' '))
        .unwrap_or_default()
        .split_whitespace()
}

#[cfg(test)]
mod tests {
    use super::{Part, differ_in_part_alone};

    const HASH: &str = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";

    fn page(policy: &str, rest: &str) -> String {
        format!(
            "<head><meta charset=utf-8><meta http-equiv=Content-Security-Policy \
             content=\"{policy}\"><meta name=referrer content=no-referrer>{rest}</head>"
        )
    }

    fn faults(page: &str) -> Vec<String> {
        super::faults(page, Part::App)
    }

    fn good_policy() -> String {
        format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {HASH}; \
             img-src 'self' https://*.scdn.co; connect-src 'self' https://api.spotify.com"
        )
    }

    #[test]
    fn a_good_page_has_no_fault() {
        let page = page(&good_policy(), "<script>alert(1)</script>");
        assert_eq!(faults(&page), Vec::<String>::new());
    }

    #[test]
    fn each_fault_of_the_policy_is_found() {
        let script = "<script>alert(1)</script>";
        let cases = [
            ("'wasm-unsafe-eval'", "'unsafe-eval'", "'unsafe-eval'"),
            ("'wasm-unsafe-eval'", "'unsafe-inline'", "'unsafe-inline'"),
            ("sha256-b", "sha256-a", "hash"),
            ("default-src 'none'; ", "", "allowing nothing"),
            ("default-src 'none'", "default-src *", "allows *"),
            ("'self' https://api", "https: https://api", "allows https:."),
            ("https://*.scdn.co", "data:", "allows data:"),
            ("https://*.scdn.co", "http://127.0.0.1:1", "127.0.0.1"),
            ("https://*.scdn.co", "https://evil.test", "evil.test"),
            ("https://api.spotify.com", "evil.test", "evil.test"),
            ("https://*.scdn.co", "https://sdk.scdn.co", "sdk.scdn.co"),
            ("'self' 'wasm", "https://*.scdn.co 'wasm", "scripts of"),
            ("'self' 'wasm", "https://sdk.scdn.co 'wasm", "scripts of"),
        ];
        for (from, to, expected) in cases {
            let policy = good_policy();
            assert!(policy.contains(from), "{from}");
            let found = faults(&page(&policy.replace(from, to), script)).join(" ");
            assert!(found.contains(expected), "{from} → {to}: {found}");
        }
    }

    #[test]
    fn each_fault_of_the_page_is_found() {
        let script = "<script>alert(1)</script>";
        let good = page(&good_policy(), script);
        let cases = [
            (good.replace(script, ""), "0 inline scripts"),
            (good.replace(script, &script.repeat(2)), "2 inline scripts"),
            (good.replace("alert(1)", "alert(2)"), "hash"),
            (good.replace("no-referrer", "origin"), "referrer"),
            (
                good.replace("<meta charset", "<title></title><meta charset"),
                "first",
            ),
            (
                good.replace("</head>", "window.wasmBindings"),
                "data-wasm-no-import",
            ),
        ];
        for (page, expected) in cases {
            let found = faults(&page).join(" ");
            assert!(found.contains(expected), "{page}: {found}");
        }
    }

    #[test]
    fn only_the_player_s_page_takes_scripts_of_the_sdk() {
        let policy = good_policy()
            .replace("'wasm", "https://sdk.scdn.co 'wasm")
            .replace("https://api", "https://*");
        let page = page(&policy, "<script>alert(1)</script>");
        assert_eq!(super::faults(&page, Part::Player), Vec::<String>::new());
        assert_eq!(faults(&page).len(), 3);
        for other in ["https://*.scdn.co", "blob:", "https://*.spotify.com"] {
            let page = page.replace("https://sdk.scdn.co", other);
            let found = super::faults(&page, Part::Player).join(" ");
            assert!(found.contains("scripts of"), "{other}: {found}");
        }
    }

    #[test]
    fn the_two_pages_differ_in_policy_and_mark_alone() {
        let of = |part: &str, rest: &str| {
            page(
                part,
                &format!("<meta name=cratedigger-part content={part}>{rest}"),
            )
        };
        assert!(differ_in_part_alone(&of("app", "x"), &of("player", "x")));
        let others = [
            (of("app", "x"), of("player", "y")),
            (of("app", "x"), of("app", "x")),
            (of("player", "x"), of("player", "x")),
            (of("app", "x"), page("player", "x")),
        ];
        for (page, player) in others {
            assert!(!differ_in_part_alone(&page, &player), "{page} {player}");
        }
    }
}
