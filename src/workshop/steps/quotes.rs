//! What the RFCs say about each step, in their own words.

use super::Step;
use crate::workshop::Quote;

const fn quote(place: &'static str, address: &'static str, words: &'static str) -> Quote {
    Quote {
        place,
        address,
        words,
    }
}

const VERIFIER: [Quote; 1] = [quote(
    "RFC 7636 §4.1",
    "https://www.rfc-editor.org/rfc/rfc7636#section-4.1",
    "code_verifier = high-entropy cryptographic random STRING using the unreserved characters \
     [A-Z] / [a-z] / [0-9] / \"-\" / \".\" / \"_\" / \"~\" …, with a minimum length of 43 characters \
     and a maximum length of 128 characters.",
)];

const CHALLENGE: [Quote; 1] = [quote(
    "RFC 7636 §4.2",
    "https://www.rfc-editor.org/rfc/rfc7636#section-4.2",
    "code_challenge = BASE64URL-ENCODE(SHA256(ASCII(code_verifier)))",
)];

const REQUEST: [Quote; 2] = [
    quote(
        "RFC 6749 §4.1.1",
        "https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1",
        "The client constructs the request URI by adding the following parameters to the query \
         component of the authorization endpoint URI ….",
    ),
    quote(
        "RFC 7636 §4.3",
        "https://www.rfc-editor.org/rfc/rfc7636#section-4.3",
        "The client sends the code challenge as part of the OAuth 2.0 Authorization Request ….",
    ),
];

const CONSENT: [Quote; 1] = [quote(
    "RFC 6749 §4.1.1",
    "https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1",
    "The client directs the resource owner to the constructed URI using an HTTP redirection \
     response, or by other means available to it via the user-agent.",
)];

const CALLBACK: [Quote; 2] = [
    quote(
        "RFC 6749 §10.12",
        "https://www.rfc-editor.org/rfc/rfc6749#section-10.12",
        "The client MUST implement CSRF protection for its redirection URI.",
    ),
    quote(
        "RFC 6749 §4.1.2",
        "https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2",
        "The client MUST NOT use the authorization code more than once.",
    ),
];

const EXCHANGE: [Quote; 1] = [quote(
    "RFC 7636 §4.5",
    "https://www.rfc-editor.org/rfc/rfc7636#section-4.5",
    "Upon receipt of the Authorization Code, the client sends the Access Token Request to the \
     token endpoint.",
)];

const ANSWER: [Quote; 2] = [
    quote(
        "RFC 6749 §5.1",
        "https://www.rfc-editor.org/rfc/rfc6749#section-5.1",
        "The authorization server issues an access token and optional refresh token ….",
    ),
    quote(
        "RFC 7636 §4.6",
        "https://www.rfc-editor.org/rfc/rfc7636#section-4.6",
        "If the values are not equal, an error response indicating \"invalid_grant\" as described \
         in Section 5.2 of [RFC6749] MUST be returned.",
    ),
];

pub(super) const fn of(step: Step) -> &'static [Quote] {
    match step {
        Step::Verifier => &VERIFIER,
        Step::Challenge => &CHALLENGE,
        Step::Request => &REQUEST,
        Step::Consent => &CONSENT,
        Step::Callback => &CALLBACK,
        Step::Exchange => &EXCHANGE,
        Step::Answer => &ANSWER,
    }
}
