//! Why the API host refuses a call, and in which words (contract 3.3, 3.4).

use http::HeaderName;
use http::StatusCode;
use http::header;
use serde_json::json;

use crate::player::Objection;
use crate::reply;
use crate::reply::Reply;

/// Why a call is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// 400 with a message.
    BadRequest(&'static str),
    /// 400: not a bearer token.
    MalformedToken,
    /// 401: no token.
    MissingToken,
    /// 401: unknown or expired.
    InvalidToken,
    /// 401: a token of an app alone, where a listener is needed.
    NoListener,
    /// 403: closed to this client ID.
    Forbidden,
    /// 403: the token lacks a scope.
    InsufficientScope,
    /// 403 as text: the account is not on the app's list.
    NotAllowListed,
    /// 403: the app's owner has no Premium.
    OwnerNotPremium,
    /// 403: a write to somebody else's playlist.
    NotYourPlaylist,
    /// 404.
    NotFound,
    /// 405.
    MethodNotAllowed,
    /// 413: a picture that weighs too much.
    TooLarge,
    /// 429 as JSON; seconds to wait.
    RateLimited(u64),
    /// 429 as text; seconds to wait.
    RateLimitedInText(u64),
    /// 429 of a quota; seconds to wait.
    QuotaExceeded(u64),
    /// A device does not do as it is told.
    Player(Objection),
}

impl From<Objection> for Refusal {
    fn from(objection: Objection) -> Self {
        Self::Player(objection)
    }
}

impl Refusal {
    /// The answer in Spotify's words.
    pub fn reply(self) -> Reply {
        match self {
            Self::BadRequest(message) => error(StatusCode::BAD_REQUEST, message),
            Self::MalformedToken => error(
                StatusCode::BAD_REQUEST,
                "Only valid bearer authentication supported",
            ),
            Self::MissingToken => unauthorized(r#"Bearer realm="spotify", error="missing_token""#),
            Self::InvalidToken => unauthorized(r#"Bearer realm="spotify", error="invalid_token""#),
            Self::NoListener => error(
                StatusCode::UNAUTHORIZED,
                "Valid user authentication required",
            ),
            Self::Forbidden => error(StatusCode::FORBIDDEN, "Forbidden"),
            Self::InsufficientScope => error(StatusCode::FORBIDDEN, "Insufficient client scope"),
            Self::NotAllowListed => reply::text(
                StatusCode::FORBIDDEN,
                "Check settings on developer.spotify.com/dashboard, the user may not be registered.",
            ),
            Self::OwnerNotPremium => error(
                StatusCode::FORBIDDEN,
                "Active premium subscription required for the owner of the app. When the \
                 subscription status changes, it can take a few hours before requests are \
                 allowed again.",
            ),
            Self::NotYourPlaylist => error(
                StatusCode::FORBIDDEN,
                "You cannot add tracks to a playlist you don't own.",
            ),
            Self::NotFound => error(StatusCode::NOT_FOUND, "Resource not found"),
            Self::MethodNotAllowed => error(StatusCode::METHOD_NOT_ALLOWED, "Method not allowed"),
            Self::TooLarge => error(StatusCode::PAYLOAD_TOO_LARGE, "Image is too large"),
            Self::RateLimited(seconds) => after(
                error(StatusCode::TOO_MANY_REQUESTS, "API rate limit exceeded"),
                seconds,
            ),
            Self::RateLimitedInText(seconds) => after(
                reply::text(StatusCode::TOO_MANY_REQUESTS, "Too many requests"),
                seconds,
            ),
            Self::QuotaExceeded(seconds) => after(quota_exceeded(), seconds),
            Self::Player(objection) => disobedience(objection),
        }
    }
}

/// The regular error object (contract 3.2).
pub fn error(status: StatusCode, message: &str) -> Reply {
    reply::json(
        status,
        &json!({"error": {"status": status.as_u16(), "message": message}}),
    )
}

fn unauthorized(challenge: &'static str) -> Reply {
    let message = "Missing/invalid/expired access token";
    with(
        error(StatusCode::UNAUTHORIZED, message),
        header::WWW_AUTHENTICATE,
        challenge,
    )
}

fn quota_exceeded() -> Reply {
    let body = json!({
        "error": {"status": 429, "message": "Too many requests", "reason": "QUOTA_EXCEEDED"}
    });
    reply::json(StatusCode::TOO_MANY_REQUESTS, &body)
}

/// The errors of the player (contract 6.1).
fn disobedience(objection: Objection) -> Reply {
    let (status, message, reason) = match objection {
        Objection::HardlyAwake => return reply::gateway_page(StatusCode::BAD_GATEWAY),
        Objection::DeviceNotFound => return error(StatusCode::NOT_FOUND, "Device not found"),
        Objection::NoActiveDevice => (
            StatusCode::NOT_FOUND,
            "Player command failed: No active device found",
            "NO_ACTIVE_DEVICE",
        ),
        Objection::PremiumRequired => (
            StatusCode::FORBIDDEN,
            "Player command failed: Premium required",
            "PREMIUM_REQUIRED",
        ),
        Objection::Restricted(reason) => (
            StatusCode::FORBIDDEN,
            "Player command failed: Restriction violated",
            reason.word(),
        ),
    };
    reply::json(
        status,
        &json!({"error": {"status": status.as_u16(), "message": message, "reason": reason}}),
    )
}

fn with(mut reply: Reply, name: HeaderName, value: &'static str) -> Reply {
    reply::set(&mut reply, name, value);
    reply
}

fn after(mut reply: Reply, seconds: u64) -> Reply {
    reply::set_retry_after(&mut reply, seconds);
    reply
}
