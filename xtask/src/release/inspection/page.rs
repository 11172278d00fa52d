//! The page of a release: its one script, its policy, its place in the world.

use crate::bundle::html::{self, Tag};
use crate::bundle::policy;

/// Everything that is wrong with the page, as sentences.
pub fn faults(page: &str) -> Vec<String> {
    let tags = html::tags(page);
    let mut faults = Vec::new();
    match policy::tag(&tags) {
        Ok(tag) => faults.extend(policy_faults(
            tag.value("content").unwrap_or_default(),
            &tags,
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

fn keeps_the_referrer(tag: &Tag<'_>) -> bool {
    tag.name == "meta" && tag.says("name", "referrer") && tag.says("content", "no-referrer")
}

fn policy_faults(policy: &str, tags: &[Tag<'_>]) -> Vec<String> {
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
            .filter(|source| is_too_much(source))
            .map(|source| format!("The policy allows {source}.")),
    );
    faults
}

/// Whether a source of a policy lets in more than the app needs.
fn is_too_much(source: &str) -> bool {
    let unsafe_word = source.starts_with("'unsafe-");
    // A name of a directive has neither of these.
    let place = source.contains(['.', ':', '*']) && !source.starts_with('\'');
    unsafe_word || (place && !policy::HOSTS.contains(&source))
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
    use super::faults;

    const HASH: &str = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";

    fn page(policy: &str, rest: &str) -> String {
        format!(
            "<head><meta charset=utf-8><meta http-equiv=Content-Security-Policy \
             content=\"{policy}\"><meta name=referrer content=no-referrer>{rest}</head>"
        )
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
}
