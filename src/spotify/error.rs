use serde_json::Value;

use super::TokenUnavailable;
use crate::{
    json,
    oauth::Scope,
    ports::{Millis, Response, TransportError},
};

/// Why a call of the Web API brought nothing (contract 3.3).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// There is no token to call with.
    #[error(transparent)]
    NoToken(#[from] TokenUnavailable),
    /// The listener has not granted what this needs.
    #[error("the permission {} is missing", .0.as_str())]
    ScopeNotGranted(Scope),
    /// 401 twice: Spotify does not accept the token, though it was renewed.
    #[error("the token is not accepted")]
    Unauthorized,
    /// 403, with what it means.
    #[error("refused: {0:?}")]
    Forbidden(Refusal),
    /// 404.
    #[error("not found")]
    NotFound,
    /// 429: too many requests of late.
    #[error("too many requests")]
    RateLimited {
        /// How long to wait, when that is readable.
        retry_after: Option<Millis>,
    },
    /// 429 with `QUOTA_EXCEEDED`: this may last up to a day (contract 3.4).
    #[error("the quota of this app is used up")]
    QuotaExceeded,
    /// Any other 4xx: a fault of ours.
    #[error("the request was not accepted: status {0}")]
    Rejected(u16),
    /// 5xx: trouble at Spotify.
    #[error("trouble at Spotify: status {0}")]
    ServerTrouble(u16),
    /// No readable answer.
    #[error(transparent)]
    Unreachable(#[from] TransportError),
    /// An answer that is not what the contract describes.
    #[error("the answer cannot be understood")]
    Unreadable,
}

/// What a 403 means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The account is not on the app's list of users.
    NotRegistered,
    /// The owner of the app has no Premium.
    OwnerWithoutPremium,
    /// A permission is missing.
    InsufficientScope,
    /// Closed for this client ID, or somebody else's.
    Other,
}

impl Error {
    /// Whether the same call may do better in a moment.
    pub const fn is_retryable(&self) -> bool {
        matches!(
            self,
            Self::ServerTrouble(_)
                | Self::Unreachable(_)
                | Self::NoToken(TokenUnavailable::NotRenewed(_) | TokenUnavailable::OtherTabSilent)
        )
    }

    /// Whether only signing in again helps.
    pub const fn needs_sign_in(&self) -> bool {
        matches!(
            self,
            Self::NoToken(TokenUnavailable::SignedOut) | Self::Unauthorized
        )
    }

    /// Classifies an answer that is no success: by status, then by what its
    /// text contains, never by the whole of it (contract 3.2, 3.3).
    pub(super) fn from_response(response: &Response) -> Self {
        match response.status {
            401 => Self::Unauthorized,
            403 => Self::Forbidden(Refusal::from_body(&response.body)),
            404 => Self::NotFound,
            429 if reason_is(&response.body, "QUOTA_EXCEEDED") => Self::QuotaExceeded,
            429 => Self::RateLimited {
                retry_after: response.retry_after.map(Millis::from_secs),
            },
            status @ 500..=599 => Self::ServerTrouble(status),
            status => Self::Rejected(status),
        }
    }
}

impl Refusal {
    fn from_body(body: &str) -> Self {
        let message = message_of(body).to_ascii_lowercase();
        let says = |part| message.contains(part);
        if says("may not be registered") || says("not registered in the developer dashboard") {
            Self::NotRegistered
        } else if says("premium subscription required for the owner") {
            Self::OwnerWithoutPremium
        } else if says("insufficient client scope") {
            Self::InsufficientScope
        } else {
            Self::Other
        }
    }
}

/// `{error:{message}}`, then `{error:"text"}`, then the text itself.
fn message_of(body: &str) -> String {
    let field = json::read::<Value>(body).and_then(|tree| {
        let error = tree.get("error")?;
        let message = error.get("message").unwrap_or(error);
        message.as_str().map(str::to_owned)
    });
    field.unwrap_or_else(|| body.chars().take(400).collect())
}

/// `{error:{reason}}`, which only some errors have.
fn reason_is(body: &str, expected: &str) -> bool {
    json::read::<Value>(body)
        .is_some_and(|tree| tree.pointer("/error/reason").and_then(Value::as_str) == Some(expected))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(status: u16, body: &str) -> Error {
        Error::from_response(&Response {
            status,
            retry_after: (status == 429).then_some(7),
            body: body.to_owned(),
        })
    }

    #[test]
    fn each_row_of_the_catalogue_has_its_meaning() {
        use Refusal::{InsufficientScope, NotRegistered, Other, OwnerWithoutPremium};
        let json = |message: &str| format!(r#"{{"error":{{"status":403,"message":"{message}"}}}}"#);
        for (body, refusal) in [
            (
                "Check settings on developer.spotify.com/dashboard, the user may not be registered."
                    .to_owned(),
                NotRegistered,
            ),
            (json("User not registered in the Developer Dashboard"), NotRegistered),
            (
                json("Active premium subscription required for the owner of the app. When the …"),
                OwnerWithoutPremium,
            ),
            (json("Insufficient client scope"), InsufficientScope),
            (json("Forbidden"), Other),
            (r#"{"error":"Forbidden"}"#.to_owned(), Other),
            (String::new(), Other),
        ] {
            assert_eq!(error(403, &body), Error::Forbidden(refusal), "{body}");
        }
        let retry_after = Some(Millis(7000));
        assert_eq!(
            error(429, "Too many requests"),
            Error::RateLimited { retry_after }
        );
        assert_eq!(
            error(
                429,
                r#"{"error":{"status":429,"message":"x","reason":"QUOTA_EXCEEDED"}}"#
            ),
            Error::QuotaExceeded
        );
        assert_eq!(error(401, "{}"), Error::Unauthorized);
        assert_eq!(error(404, ""), Error::NotFound);
        assert_eq!(error(400, ""), Error::Rejected(400));
        assert_eq!(error(502, "<html>"), Error::ServerTrouble(502));
    }
}
