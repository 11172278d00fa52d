//! What Trunk says about the build it asks us to finish.

use std::env;
use std::path::PathBuf;

use super::LIVE_RELOAD;
use super::policy::{InlineScripts, Policy};
use crate::trouble::{Outcome, Trouble};

/// The build, as Trunk's environment variables describe it.
pub struct Build {
    /// The folder with what was built.
    pub staging: PathBuf,
    /// The path that the app is served from, with `/` at both ends.
    pub base: String,
    release: bool,
    /// The origin of the simulated Spotify, if this build talks to one.
    simulator: Option<String>,
}

/// What a page is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Served by Trunk, with its script that reloads the page.
    LiveReload,
    /// Built without optimisation, for looking at.
    Debug,
    /// To be put onto a host.
    Release,
}

impl Build {
    /// Reads the variables that Trunk sets for its hooks, and the simulator's.
    ///
    /// # Errors
    /// When one is missing, or the public URL or the simulator's origin cannot
    /// be used.
    pub fn from_environment() -> Outcome<Self> {
        let release = variable("TRUNK_PROFILE")? == "release";
        Ok(Self {
            staging: PathBuf::from(variable("TRUNK_STAGING_DIR")?),
            base: base(&variable("TRUNK_PUBLIC_URL")?)?,
            simulator: match env::var("CRATEDIGGER_SIMULATOR") {
                Ok(origin) if !release => Some(simulator(&origin)?),
                _ => None,
            },
            release,
        })
    }

    /// What this page is for.
    pub fn purpose(&self, page: &str) -> Purpose {
        match (page.contains(LIVE_RELOAD), self.release) {
            (true, _) => Purpose::LiveReload,
            (false, false) => Purpose::Debug,
            (false, true) => Purpose::Release,
        }
    }

    /// The policy that fits this page.
    pub fn policy(&self, page: &str) -> Policy {
        Policy {
            scripts: match self.purpose(page) {
                // Trunk fills the script in when it serves the page, so no
                // hash over it would ever match.
                Purpose::LiveReload => InlineScripts::Any,
                Purpose::Debug | Purpose::Release => InlineScripts::of(page),
            },
            simulator: self.simulator.clone(),
        }
    }
}

fn variable(name: &str) -> Outcome<String> {
    env::var(name).map_err(|_| {
        Trouble::new(
            format!("`finish-bundle` is for Trunk to call, and {name} is not set."),
            "Build with `cargo xtask dist` or `trunk build`.",
        )
    })
}

/// The public URL as a path that starts and ends with `/`. The app makes its
/// addresses and its redirect URI from it, so it has to be known in full.
fn base(public_url: &str) -> Outcome<String> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~%".contains(&byte);
    let absolute = public_url.starts_with('/') && !public_url.starts_with("//");
    if absolute && public_url.ends_with('/') && public_url.bytes().all(plain) {
        return Ok(public_url.to_owned());
    }
    Err(Trouble::new(
        format!("The public URL `{public_url}` is not a path on the host."),
        "Give Trunk a path with a slash at both ends, such as `--public-url /music/`.",
    ))
}

fn simulator(origin: &str) -> Outcome<String> {
    let host = origin
        .strip_prefix("http://")
        .or_else(|| origin.strip_prefix("https://"))
        .unwrap_or_default();
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte);
    if !host.is_empty() && host.bytes().all(plain) {
        return Ok(origin.to_owned());
    }
    Err(Trouble::new(
        format!("CRATEDIGGER_SIMULATOR is `{origin}`, which is no origin."),
        "Write it as `http://127.0.0.1:8181`, or unset it to build for the real Spotify.",
    ))
}

#[cfg(test)]
mod tests {
    use super::{Build, Purpose, base, simulator};

    #[test]
    fn the_public_url_is_a_path() {
        for good in ["/", "/music/", "/a/b-c/"] {
            assert_eq!(base(good).ok().as_deref(), Some(good));
        }
        let bad = [
            "",
            "./",
            "music/",
            "//host/",
            "/music",
            "https://example.org/",
            "/a b/",
            "/\"/",
        ];
        for url in bad {
            let trouble = base(url).map_err(|trouble| trouble.to_string());
            let said = trouble.expect_err(url);
            assert!(said.contains("--public-url"), "{url}: {said}");
        }
    }

    #[test]
    fn the_simulator_is_an_origin() {
        for good in [
            "http://127.0.0.1:8181",
            "https://spotify.test",
            "http://[::1]:1",
        ] {
            assert_eq!(simulator(good).ok().as_deref(), Some(good));
        }
        for bad in [
            "",
            "http://",
            "127.0.0.1:1",
            "http://a/b",
            "http://a; script-src *",
        ] {
            assert!(simulator(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn live_reload_is_told_from_the_page() {
        let cases = [
            (true, "", Purpose::Release),
            (false, "", Purpose::Debug),
            (true, "'{{__TRUNK_ADDRESS__}}'", Purpose::LiveReload),
            (false, "'{{__TRUNK_ADDRESS__}}'", Purpose::LiveReload),
        ];
        for (release, page, purpose) in cases {
            let build = Build {
                staging: "x".into(),
                base: "/".to_owned(),
                release,
                simulator: None,
            };
            assert_eq!(build.purpose(page), purpose, "{page}");
        }
    }
}
