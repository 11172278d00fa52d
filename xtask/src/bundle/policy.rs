//! The Content-Security-Policies of the pages.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::html::{self, Tag};
use crate::trouble::{Outcome, Trouble};

const API: &str = "https://api.spotify.com";
const ACCOUNTS: &str = "https://accounts.spotify.com";
const COVERS: &str = "https://*.scdn.co";
const OTHER_COVERS: &str = "https://*.spotifycdn.com";
const SDK: &str = "https://sdk.scdn.co";
const SERVICES: &str = "https://*.spotify.com";
const SOCKETS: &str = "wss://*.spotify.com";

/// Which page a policy is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The app, with the session in it: no script but its own.
    App,
    /// The player window, with Spotify's Web Playback SDK in it and no session
    /// (security 41).
    Player,
}

impl Part {
    /// The only places but its own host that a release page may reach.
    pub const fn places(self) -> &'static [&'static str] {
        match self {
            Self::App => &[API, ACCOUNTS, COVERS, OTHER_COVERS],
            Self::Player => &[SERVICES, SOCKETS, COVERS, OTHER_COVERS, SDK, "blob:"],
        }
    }

    /// The only places but its own host that its scripts may come from.
    pub const fn script_places(self) -> &'static [&'static str] {
        match self {
            Self::App => &[],
            Self::Player => &[SDK],
        }
    }
}

/// What varies from build to build.
pub struct Policy {
    /// The scripts in the page that may run.
    pub scripts: InlineScripts,
    /// The origin of the simulated Spotify, if this build talks to one.
    pub simulator: Option<String>,
}

/// Scripts in the page itself that may run.
pub enum InlineScripts {
    /// Those with these hashes.
    Hashes(Vec<String>),
    /// All of them: only while Trunk serves with live reload.
    Any,
}

impl InlineScripts {
    /// The scripts that stand in this page.
    pub fn of(page: &str) -> Self {
        Self::Hashes(
            html::tags(page)
                .iter()
                .filter(|tag| tag.is_inline_script())
                .map(|script| hash(script.text))
                .collect(),
        )
    }
}

/// The hash of a script as a policy names it.
pub fn hash(script: &str) -> String {
    // A browser turns line ends into line feeds before it looks at a script.
    let text = script.replace("\r\n", "\n");
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// The policy as text.
fn text(policy: &Policy, part: Part) -> String {
    let scripts = match &policy.scripts {
        InlineScripts::Hashes(hashes) => hashes.join(" "),
        InlineScripts::Any => "'unsafe-inline'".to_owned(),
    };
    let simulator = policy.simulator.as_deref().unwrap_or_default();
    let own_scripts = ["'self'", "'wasm-unsafe-eval'", &scripts];
    let covers = ["'self'", COVERS, OTHER_COVERS, simulator];
    let none = vec!["'none'"];
    let directives = match part {
        Part::App => vec![
            ("default-src", none.clone()),
            ("script-src", own_scripts.to_vec()),
            ("style-src", vec!["'self'"]),
            ("img-src", covers.to_vec()),
            ("connect-src", vec!["'self'", API, ACCOUNTS, simulator]),
            ("font-src", vec!["'self'"]),
            ("manifest-src", vec!["'self'"]),
            ("worker-src", vec!["'self'"]),
            ("base-uri", none.clone()),
            ("form-action", none.clone()),
            ("object-src", none.clone()),
            ("frame-src", none),
        ],
        // What the SDK was seen to need (contract 7).
        Part::Player => vec![
            ("default-src", none.clone()),
            ("script-src", [&own_scripts[..], &[SDK, simulator]].concat()),
            ("style-src", vec!["'self'"]),
            ("img-src", covers.to_vec()),
            (
                "connect-src",
                vec!["'self'", SERVICES, SOCKETS, COVERS, OTHER_COVERS, simulator],
            ),
            ("media-src", vec!["blob:", COVERS, OTHER_COVERS]),
            ("font-src", vec!["'self'"]),
            ("manifest-src", vec!["'self'"]),
            ("worker-src", none.clone()),
            ("base-uri", none.clone()),
            ("form-action", none.clone()),
            ("object-src", none),
            ("frame-src", vec![SDK]),
        ],
    };
    let directives: Vec<_> = directives.into_iter().map(directive).collect();
    directives.join("; ")
}

fn directive((name, sources): (&str, Vec<&str>)) -> String {
    let mut words = vec![name];
    words.extend(sources.into_iter().filter(|source| !source.is_empty()));
    words.join(" ")
}

/// The tag that holds the policy: the first in the head after the charset,
/// because a policy rules only over what stands behind it.
///
/// # Errors
/// When something else stands there.
pub fn tag<'a, 'p>(tags: &'a [Tag<'p>]) -> Outcome<&'a Tag<'p>> {
    let mut inside = tags
        .iter()
        .skip_while(|tag| tag.name != "head")
        .skip(1)
        .skip_while(|tag| tag.name == "meta" && tag.value("charset").is_some());
    inside
        .next()
        .filter(|tag| tag.name == "meta" && tag.says("http-equiv", "content-security-policy"))
        .ok_or_else(|| {
            Trouble::new(
                "The page has no place for its policy.",
                "Let index.html begin with <meta charset=\"utf-8\"> and directly behind it \
                 <meta http-equiv=\"Content-Security-Policy\" content=\"CSP\">.",
            )
        })
}

/// Writes the policy into the page.
///
/// # Errors
/// When the page has no place for it.
pub fn write(page: &str, policy: &Policy, part: Part) -> Outcome<String> {
    let tags = html::tags(page);
    Ok(tag(&tags)?.with(page, "content", &text(policy, part)))
}

#[cfg(test)]
mod tests {
    use super::{InlineScripts, Part, Policy, hash, write};

    fn page(script: &str) -> String {
        format!(
            "<!doctype html><html><head><meta charset=\"utf-8\">\
             <meta http-equiv=\"Content-Security-Policy\" content=\"CSP\">\
             <script type=\"module\">{script}</script></head>"
        )
    }

    fn written(page: &str, simulator: Option<&str>) -> String {
        written_for(Part::App, page, simulator)
    }

    fn written_for(part: Part, page: &str, simulator: Option<&str>) -> String {
        let policy = Policy {
            scripts: InlineScripts::of(page),
            simulator: simulator.map(str::to_owned),
        };
        write(page, &policy, part).unwrap_or_else(|trouble| trouble.to_string())
    }

    #[test]
    fn a_release_page_gets_the_whole_policy() {
        // `printf 'alert(1)' | openssl dgst -sha256 -binary | base64`
        let expected = "content=\"default-src 'none'; \
             script-src 'self' 'wasm-unsafe-eval' \
             'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='; \
             style-src 'self'; \
             img-src 'self' https://*.scdn.co https://*.spotifycdn.com; \
             connect-src 'self' https://api.spotify.com https://accounts.spotify.com; \
             font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
             form-action 'none'; object-src 'none'; frame-src 'none'\">";
        let page = written(&page("alert(1)"), None);
        assert!(page.contains(expected), "{page}");
    }

    #[test]
    fn the_player_s_page_lets_the_sdk_in_and_nothing_else() {
        let expected = "content=\"default-src 'none'; \
             script-src 'self' 'wasm-unsafe-eval' \
             'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=' https://sdk.scdn.co; \
             style-src 'self'; \
             img-src 'self' https://*.scdn.co https://*.spotifycdn.com; \
             connect-src 'self' https://*.spotify.com wss://*.spotify.com https://*.scdn.co \
             https://*.spotifycdn.com; \
             media-src blob: https://*.scdn.co https://*.spotifycdn.com; \
             font-src 'self'; manifest-src 'self'; worker-src 'none'; base-uri 'none'; \
             form-action 'none'; object-src 'none'; frame-src https://sdk.scdn.co\">";
        let page = written_for(Part::Player, &page("alert(1)"), None);
        assert!(page.contains(expected), "{page}");
    }

    #[test]
    fn a_simulated_sdk_comes_from_the_simulator() {
        let origin = "http://127.0.0.1:8181";
        let page = written_for(Part::Player, &page(""), Some(origin));
        assert!(page.contains("https://sdk.scdn.co http://127.0.0.1:8181; style-src"));
        assert!(page.contains("spotifycdn.com http://127.0.0.1:8181; media-src"));
    }

    #[test]
    fn the_hash_is_of_the_script_as_a_browser_reads_it() {
        assert_eq!(hash("a\r\nb"), hash("a\nb"));
        assert_ne!(hash("a\n b"), hash("a\nb"));
    }

    #[test]
    fn a_simulator_may_be_called_and_give_covers() {
        let page = written(&page(""), Some("http://127.0.0.1:8181"));
        assert!(page.contains("spotifycdn.com http://127.0.0.1:8181; connect-src"));
        assert!(page.contains("accounts.spotify.com http://127.0.0.1:8181; font-src"));
    }

    #[test]
    fn with_live_reload_any_inline_script_runs_but_no_other() {
        let policy = Policy {
            scripts: InlineScripts::Any,
            simulator: None,
        };
        let page =
            write(&page("x"), &policy, Part::App).unwrap_or_else(|trouble| trouble.to_string());
        assert!(page.contains("script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'; style"));
        assert!(!page.contains("sha256"));
    }

    #[test]
    fn nothing_may_stand_before_the_policy() {
        let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"CSP\">";
        let cases = [
            format!("<head><meta charset=utf-8>{policy}"),
            format!("<head>{policy}"),
        ];
        for page in cases {
            assert!(written(&page, None).contains("default-src"), "{page}");
        }
        let cases = [
            format!("<head><title>x</title>{policy}"),
            format!("<head><meta charset=utf-8><link rel=stylesheet href=/a>{policy}"),
            format!("<body>{policy}"),
            "<head><meta charset=utf-8>".to_owned(),
        ];
        for page in cases {
            assert!(written(&page, None).contains("no place"), "{page}");
        }
    }
}
