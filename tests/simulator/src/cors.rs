//! The CORS headers each host sends (contract 2.4, 3.5), and only those.

use http::HeaderName;
use http::Method;
use http::StatusCode;
use http::header;

use crate::call::Call;
use crate::host::Host;
use crate::reply;
use crate::reply::Reply;

/// Request headers the API host lets a page send (contract 3.5).
pub const API_REQUEST_HEADERS: &str = "Accept, App-Platform, Authorization, Content-Type, Origin, \
     Retry-After, Spotify-App-Version, X-Cloud-Trace-Context, client-token, content-access-token";

const API: [(HeaderName, &str); 5] = [
    (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    (header::ACCESS_CONTROL_ALLOW_CREDENTIALS, "true"),
    (
        header::ACCESS_CONTROL_ALLOW_METHODS,
        "GET, POST, OPTIONS, PUT, DELETE, PATCH",
    ),
    (header::ACCESS_CONTROL_ALLOW_HEADERS, API_REQUEST_HEADERS),
    (header::ACCESS_CONTROL_MAX_AGE, "604800"),
];

const TOKEN: [(HeaderName, &str); 1] = [(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")];

// What the live token endpoint allows in a preflight is not known; a request
// that follows the contract causes none.
const TOKEN_PREFLIGHT: [(HeaderName, &str); 2] = [
    (header::ACCESS_CONTROL_ALLOW_METHODS, "POST, OPTIONS"),
    (
        header::ACCESS_CONTROL_ALLOW_HEADERS,
        "Accept, Authorization, Content-Type",
    ),
];

/// Whether pages may fetch this call's answer at all.
pub fn is_open(call: &Call) -> bool {
    call.host == Host::Api || is_token(call)
}

/// The answer to a preflight.
pub fn preflight() -> Reply {
    reply::empty(StatusCode::NO_CONTENT)
}

/// Puts the host's CORS headers on a reply.
pub fn dress(call: &Call, reply: &mut Reply) {
    if call.host == Host::Api {
        put(reply, &API);
    } else if is_token(call) {
        put(reply, &TOKEN);
        if call.method == Method::OPTIONS {
            put(reply, &TOKEN_PREFLIGHT);
        }
    }
}

/// Request headers that a preflight asks for and that the host refuses.
pub fn refused_headers(call: &Call) -> Vec<String> {
    let allowed = if is_token(call) {
        TOKEN_PREFLIGHT[1].1
    } else {
        API_REQUEST_HEADERS
    };
    let asked = call
        .header(header::ACCESS_CONTROL_REQUEST_HEADERS)
        .unwrap_or_default();
    listed(asked)
        .filter(|name| !lists(allowed, name))
        .map(str::to_owned)
        .collect()
}

/// The members of a comma list.
pub fn listed(list: &str) -> impl Iterator<Item = &str> {
    list.split(',')
        .map(str::trim)
        .filter(|member| !member.is_empty())
}

/// Whether a comma list names a member, in any case.
pub fn lists(list: &str, name: &str) -> bool {
    listed(list).any(|member| member.eq_ignore_ascii_case(name))
}

fn is_token(call: &Call) -> bool {
    call.host == Host::Accounts && call.path == "/api/token"
}

fn put(reply: &mut Reply, headers: &[(HeaderName, &'static str)]) {
    for (name, value) in headers {
        reply::set(reply, name.clone(), value);
    }
}
