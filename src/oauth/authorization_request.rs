use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::{CodeChallenge, PendingAuthorization};
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
    let query: Vec<_> = parameters
        .into_iter()
        .map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, RESERVED)))
        .collect();
    format!("{ISSUER}{AUTHORIZATION_ENDPOINT}?{}", query.join("&"))
}
