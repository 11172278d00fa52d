//! The ways to authorize that need a secret, as far as a page can go with them:
//! everything but the secret.

use crate::{
    oauth::{AUTHORIZATION_ENDPOINT, ClientId, ISSUER, ScopeSet, percent_encoded, random_text},
    ports::Random,
};

/// Why Spotify would refuse a redirect URI, or never send anybody there
/// (contract 1.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RedirectFault {
    /// No address of the web.
    NotAnAddress,
    /// `localhost`, which is refused: only the literals are taken.
    Localhost,
    /// `http` anywhere but at a loopback literal.
    PlainHttp,
    /// With a fragment, where the code would never arrive.
    Fragment,
}

/// The authorization request of a client that shows its secret later and
/// elsewhere: no challenge (RFC 6749 §4.1.1). Without scopes the parameter is
/// left out.
pub fn authorization_url_with_secret(
    client_id: &ClientId,
    redirect_uri: &str,
    scopes: ScopeSet,
    state: &str,
) -> String {
    let scopes = scopes.to_list();
    let parameters = [
        ("client_id", client_id.as_str()),
        ("response_type", "code"),
        ("redirect_uri", redirect_uri),
        ("state", state),
        ("scope", &scopes),
    ];
    let query = parameters
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}", percent_encoded(value)));
    let query: Vec<_> = query.collect();
    format!("{ISSUER}{AUTHORIZATION_ENDPOINT}?{}", query.join("&"))
}

/// A `state` for one attempt, as a server would make it (RFC 6749 §10.12).
pub fn fresh_state(random: &dyn Random) -> Option<String> {
    random_text(random).ok()
}

/// Where a server of one's own waits for the code, unless it is said otherwise.
/// Registered so, it may have any port (contract 1.3).
pub const USUAL_REDIRECT_URI: &str = "http://127.0.0.1/callback";

/// Whether a redirect URI of a server can be registered at all.
pub fn check_redirect_uri(text: &str) -> Result<(), RedirectFault> {
    let is_written_out = text.bytes().all(|byte| byte.is_ascii_graphic());
    let (scheme, rest) = text.split_once("://").ok_or(RedirectFault::NotAnAddress)?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host_of(authority);
    if !is_written_out || host.is_empty() || authority.contains('@') {
        return Err(RedirectFault::NotAnAddress);
    }
    if rest.contains('#') {
        return Err(RedirectFault::Fragment);
    }
    match scheme {
        _ if host.eq_ignore_ascii_case("localhost") => Err(RedirectFault::Localhost),
        "https" => Ok(()),
        "http" if matches!(host, "127.0.0.1" | "[::1]") => Ok(()),
        "http" => Err(RedirectFault::PlainHttp),
        _ => Err(RedirectFault::NotAnAddress),
    }
}

/// Without the port.
fn host_of(authority: &str) -> &str {
    match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oauth::Scope;

    #[test]
    fn who_has_a_secret_asks_without_a_challenge() {
        let client_id = ClientId::parse("4f1c0a9be27d4d0c8a6f7e35b1902d6c").expect("well-formed");
        let url = |scopes: &[Scope]| {
            let scopes = scopes.iter().copied().collect();
            let redirect_uri = "http://127.0.0.1:8888/a b?c=d&e";
            authorization_url_with_secret(&client_id, redirect_uri, scopes, "s-1")
        };
        let bare = "https://accounts.spotify.com/authorize\
                    ?client_id=4f1c0a9be27d4d0c8a6f7e35b1902d6c&response_type=code\
                    &redirect_uri=http%3A%2F%2F127.0.0.1%3A8888%2Fa%20b%3Fc%3Dd%26e&state=s-1";
        assert_eq!(url(&[]), bare);
        assert_eq!(
            url(&[Scope::UserTopRead, Scope::UserLibraryRead]),
            format!("{bare}&scope=user-library-read%20user-top-read")
        );
    }

    #[test]
    fn what_spotify_refuses_is_known_before() {
        for good in [
            USUAL_REDIRECT_URI,
            "http://127.0.0.1/",
            "http://[::1]:3000/a?b=c",
            "https://music.example/callback",
            "https://music.example",
        ] {
            assert_eq!(check_redirect_uri(good), Ok(()), "{good}");
        }
        for (bad, fault) in [
            ("", RedirectFault::NotAnAddress),
            ("music.example/callback", RedirectFault::NotAnAddress),
            ("ftp://music.example/", RedirectFault::NotAnAddress),
            ("https:///callback", RedirectFault::NotAnAddress),
            ("https://music.example/a b", RedirectFault::NotAnAddress),
            ("https://a@music.example/", RedirectFault::NotAnAddress),
            ("http://localhost:8888/callback", RedirectFault::Localhost),
            ("https://Localhost/", RedirectFault::Localhost),
            ("http://192.168.1.2/", RedirectFault::PlainHttp),
            ("http://music.example/", RedirectFault::PlainHttp),
            ("http://127.0.0.1.evil.example/", RedirectFault::PlainHttp),
            ("https://music.example/#done", RedirectFault::Fragment),
        ] {
            assert_eq!(check_redirect_uri(bad), Err(fault), "{bad}");
        }
    }
}
