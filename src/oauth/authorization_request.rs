use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::{ClientId, CodeChallenge, PendingAuthorization, ScopeSet};
use crate::config;

/// Everything but the unreserved characters of RFC 3986; a space becomes
/// `%20`, as contract 1.2 asks.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The path of the authorization endpoint at [`ISSUER`].
pub const AUTHORIZATION_ENDPOINT: &str = "/authorize";

/// The one authorization server. Fixed when built: nothing in an address, in
/// storage or in a file can change it, which is the defence against mix-up
/// (security 9, RFC 9700 §4.4.2).
pub const ISSUER: &str = config::ACCOUNTS_ORIGIN;

/// The address to navigate to so that the listener can consent (RFC 6749
/// §4.1.1, RFC 7636 §4.3, contract 1.2). `show_dialog` asks even someone who
/// agreed before, so that another account can be chosen.
pub fn authorization_url(pending: &PendingAuthorization, show_dialog: bool) -> String {
    let challenge = CodeChallenge::of(pending.verifier());
    let scopes = pending.scopes().to_list();
    let mut parameters = vec![
        ("client_id", pending.client_id().as_str()),
        ("response_type", "code"),
        ("redirect_uri", pending.redirect_uri().as_str()),
        ("state", pending.state().expose()),
        ("scope", &scopes),
        ("code_challenge_method", CodeChallenge::METHOD),
        ("code_challenge", challenge.as_str()),
    ];
    if show_dialog {
        parameters.push(("show_dialog", "true"));
    }
    address(&parameters)
}

/// The address for a client that has a secret, which is shown later and
/// elsewhere: no challenge (RFC 6749 §4.1.1). Without scopes the parameter is
/// left out.
pub fn authorization_url_with_secret(
    client_id: &ClientId,
    redirect_uri: &str,
    scopes: ScopeSet,
    state: &str,
) -> String {
    let scopes = scopes.to_list();
    let mut parameters = vec![
        ("client_id", client_id.as_str()),
        ("response_type", "code"),
        ("redirect_uri", redirect_uri),
        ("state", state),
    ];
    if !scopes.is_empty() {
        parameters.push(("scope", &scopes));
    }
    address(&parameters)
}

fn address(parameters: &[(&str, &str)]) -> String {
    let query: Vec<_> = parameters
        .iter()
        .map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, RESERVED)))
        .collect();
    format!("{ISSUER}{AUTHORIZATION_ENDPOINT}?{}", query.join("&"))
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
}
