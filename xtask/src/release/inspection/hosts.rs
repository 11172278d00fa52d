//! The hosts that the files of a bundle name.

use std::collections::BTreeSet;
use std::path::Path;

use crate::bundle::PLAYER_PAGE;
use crate::bundle::host_files::HEADERS;

/// Hosts that the app calls.
const CALLED: [&str; 2] = ["api.spotify.com", "accounts.spotify.com"];

/// Hosts that the app links to, for people to click on.
const LINKED: [&str; 5] = [
    "open.spotify.com",
    "developer.spotify.com",
    "www.spotify.com",
    "support.spotify.com",
    "www.rfc-editor.org",
];

/// Where covers come from. They arrive in Spotify's answers, so that only the
/// policy names them.
const COVERS: [&str; 2] = ["*.scdn.co", "*.spotifycdn.com"];

/// Where people try the app out: the Connect page tells them to open it there.
/// With a port it would be a server, which [`local_origin`] looks for.
const LOOPBACK: [&str; 1] = ["127.0.0.1"];

/// Names that look like addresses and are none: XML namespaces.
const NAMESPACES: [&str; 1] = ["www.w3.org"];

/// Where Spotify's Web Playback SDK comes from (security 41).
const SDK: &str = "sdk.scdn.co";

/// A file of the bundle, by what it may know of that SDK.
#[derive(Clone, Copy)]
pub enum Kind {
    /// The page of the player window, whose policy names all that the SDK calls.
    Player,
    /// What names the SDK's host: the program, which has that window load it,
    /// and the headers, which permit it to play.
    KnowsSdk,
    /// Everything else, the app's own page above all.
    Other,
}

impl Kind {
    /// The kind of a file, by its path in the bundle.
    pub fn of(file: &Path) -> Self {
        let is_program = file.extension().is_some_and(|ending| ending == "wasm");
        if file == Path::new(PLAYER_PAGE) {
            Self::Player
        } else if is_program || file == Path::new(HEADERS) {
            Self::KnowsSdk
        } else {
            Self::Other
        }
    }

    const fn hosts(self) -> &'static [&'static str] {
        match self {
            Self::Player => &[SDK, "*.spotify.com"],
            Self::KnowsSdk => &[SDK],
            Self::Other => &[],
        }
    }
}

const SCHEMES: [&str; 4] = ["https://", "http://", "wss://", "ws://"];

/// The hosts in the text of a file that it has no business naming.
pub fn strange(text: &str, kind: Kind) -> BTreeSet<&str> {
    named(text).filter(|host| !is_known(host, kind)).collect()
}

/// An address with a port on this machine: where a simulated Spotify would be.
pub fn local_origin(text: &str) -> Option<&str> {
    ["127.0.0.1:", "localhost:", "[::1]:"]
        .iter()
        .flat_map(|host| text.match_indices(host))
        .find_map(|(at, host)| {
            let rest = &text[at + host.len()..];
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            (digits > 0).then(|| &text[at..at + host.len() + digits])
        })
}

/// What stands behind every `https://` and the like, as far as it can be part
/// of a host. Not where nothing does: there the host is put in while running.
fn named(text: &str) -> impl Iterator<Item = &str> {
    SCHEMES
        .iter()
        .flat_map(|scheme| text.match_indices(scheme))
        .map(|(at, scheme)| {
            let rest = &text[at + scheme.len()..];
            let length = rest.bytes().take_while(|&byte| fits(byte)).count();
            &rest[..length]
        })
        .filter(|host| host.contains('.'))
}

fn fits(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b".-*".contains(&byte)
}

/// In WebAssembly one text follows the other with nothing between them, so a
/// known host may have letters of the next text behind it, but no more parts
/// of a name.
fn is_known(host: &str, kind: Kind) -> bool {
    let known = CALLED
        .iter()
        .chain(&LINKED)
        .chain(&COVERS)
        .chain(&LOOPBACK)
        .chain(&NAMESPACES)
        .chain(kind.hosts());
    known
        .filter_map(|known| host.strip_prefix(known))
        .any(|behind| !behind.starts_with(['.', '-']))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Kind, local_origin, strange};

    #[test]
    fn known_hosts_pass_and_others_are_named() {
        let cases = [
            ("https://api.spotify.com/v1/me", ""),
            ("https://open.spotify.comCould not", ""),
            ("img-src https://*.scdn.co;", ""),
            ("xmlns http://www.w3.org/2000/svg", ""),
            ("https:// {}", ""),
            ("http://127.0.0.1The", ""),
            ("https://cdn.test/x.js", "cdn.test"),
            (
                "https://api.spotify.com.evil.test/",
                "api.spotify.com.evil.test",
            ),
            (
                "https://open.spotify.com-evil.test/",
                "open.spotify.com-evil.test",
            ),
            ("https://i.scdn.co/image/x", "i.scdn.co"),
            ("https://sdk.scdn.co/", "sdk.scdn.co"),
            ("https://*.spotify.com", "*.spotify.com"),
            ("wss://dealer.spotify.com", "dealer.spotify.com"),
            ("http://192.168.0.1/", "192.168.0.1"),
        ];
        for (text, expected) in cases {
            let found: Vec<_> = strange(text, Kind::Other).into_iter().collect();
            assert_eq!(found.join(","), expected, "{text}");
        }
    }

    #[test]
    fn the_sdk_is_named_only_where_it_has_to_be() {
        let text = "https://sdk.scdn.co wss://*.spotify.com";
        let cases = [
            ("player.html", ""),
            ("app-1_bg.wasm", "*.spotify.com"),
            ("_headers", "*.spotify.com"),
            ("index.html", "*.spotify.com,sdk.scdn.co"),
            ("404.html", "*.spotify.com,sdk.scdn.co"),
            ("app-1.js", "*.spotify.com,sdk.scdn.co"),
        ];
        for (file, expected) in cases {
            let found: Vec<_> = strange(text, Kind::of(Path::new(file)))
                .into_iter()
                .collect();
            assert_eq!(found.join(","), expected, "{file}");
        }
    }

    #[test]
    fn a_server_on_this_machine_needs_a_port() {
        let cases = [
            ("use 127.0.0.1, not localhost", None),
            ("http://127.0.0.1:{}", None),
            ("http://127.0.0.1:8181/x", Some("127.0.0.1:8181")),
            ("localhost:80", Some("localhost:80")),
            ("a localhost: b 127.0.0.1:1", Some("127.0.0.1:1")),
        ];
        for (text, expected) in cases {
            assert_eq!(local_origin(text), expected, "{text}");
        }
    }
}
