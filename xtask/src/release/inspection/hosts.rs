//! The hosts that the files of a bundle name.

use std::collections::BTreeSet;

/// Hosts that the app calls.
const CALLED: [&str; 2] = ["api.spotify.com", "accounts.spotify.com"];

/// Hosts that the app links to, for people to click on.
const LINKED: [&str; 4] = [
    "open.spotify.com",
    "developer.spotify.com",
    "www.spotify.com",
    "support.spotify.com",
];

/// Where covers come from. They arrive in Spotify's answers, so that only the
/// policy names them.
const COVERS: [&str; 2] = ["*.scdn.co", "*.spotifycdn.com"];

/// Where people try the app out: the Connect page tells them to open it there.
/// With a port it would be a server, which [`local_origin`] looks for.
const LOOPBACK: [&str; 1] = ["127.0.0.1"];

/// Names that look like addresses and are none: XML namespaces.
const NAMESPACES: [&str; 1] = ["www.w3.org"];

const SCHEMES: [&str; 4] = ["https://", "http://", "wss://", "ws://"];

/// The hosts in a text that a release has no business naming.
pub fn strange(text: &str) -> BTreeSet<&str> {
    named(text).filter(|host| !is_known(host)).collect()
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
fn is_known(host: &str) -> bool {
    let known = CALLED
        .iter()
        .chain(&LINKED)
        .chain(&COVERS)
        .chain(&LOOPBACK)
        .chain(&NAMESPACES);
    known
        .filter_map(|known| host.strip_prefix(known))
        .any(|behind| !behind.starts_with(['.', '-']))
}

#[cfg(test)]
mod tests {
    use super::{local_origin, strange};

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
            ("wss://dealer.spotify.com", "dealer.spotify.com"),
            ("http://192.168.0.1/", "192.168.0.1"),
        ];
        for (text, expected) in cases {
            let found: Vec<_> = strange(text).into_iter().collect();
            assert_eq!(found.join(","), expected, "{text}");
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
