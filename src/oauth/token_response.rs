use serde_json::Value;

use super::{AccessToken, RefreshToken, ScopeSet};
use crate::{
    json,
    ports::{Millis, Response, TransportError},
};

/// The longest life of an access token that is believed: a day (security 25).
const LONGEST_LIFE: u64 = 86_400;

/// The life assumed when none is given: short (security 25).
const ASSUMED_LIFE: u64 = 600;

/// How long before its end a token counts as ended, unless its life is so
/// short that half of it is less.
const MARGIN: Millis = Millis::from_secs(60);

/// The tokens of one grant, and what they are good for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenSet {
    /// The bearer of the Web API.
    pub access: AccessToken,
    /// What renews it, if Spotify gave one.
    pub refresh: Option<RefreshToken>,
    /// What was granted, which may be less than was asked for.
    pub scopes: ScopeSet,
    /// From when on the access token is renewed before it is used: a minute
    /// before its end, by this device's clock.
    pub renew_at: Millis,
}

/// Why the token endpoint gave no tokens. No variant keeps what the endpoint
/// wrote, only what it means (security 24, 47).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// The code came too late (contract 2.3).
    #[error("invalid_grant: the code expired")]
    CodeExpired,
    /// The code or refresh token is used, revoked, expired or not ours.
    #[error("invalid_grant")]
    InvalidGrant,
    /// The app does not exist, or may not do this: a matter of set-up.
    #[error("invalid_client")]
    InvalidClient,
    /// The request was not understood: a fault of ours.
    #[error("the token request was refused")]
    Refused,
    /// Too many token requests.
    #[error("too many token requests")]
    Throttled {
        /// How long to wait, when Spotify says so.
        retry_after: Option<Millis>,
    },
    /// Trouble at Spotify: status 5xx, or an error code that says so.
    #[error("trouble at Spotify: status {0}")]
    ServerTrouble(u16),
    /// No readable answer.
    #[error("the token endpoint: {0}")]
    Unreachable(#[from] TransportError),
    /// An answer that is not what RFC 6749 §5 describes.
    #[error("the token answer: {0}")]
    Protocol(&'static str),
}

impl TokenError {
    /// Whether the same request may do better a little later. The session is
    /// kept meanwhile.
    pub const fn is_retryable(self) -> bool {
        matches!(self, Self::ServerTrouble(_) | Self::Unreachable(_))
    }

    /// Whether only signing in again helps.
    pub const fn needs_sign_in(self) -> bool {
        matches!(self, Self::InvalidGrant | Self::CodeExpired)
    }
}

/// Reads the answer to a code exchange. `asked_for` is what was granted when
/// the answer does not say (RFC 6749 §5.1).
pub fn read_exchange(
    response: &Response,
    asked_for: ScopeSet,
    now: Millis,
) -> Result<TokenSet, TokenError> {
    let answer = read(response)?;
    Ok(TokenSet {
        renew_at: answer.renew_at(now),
        scopes: answer.scopes().unwrap_or(asked_for),
        refresh: answer.refresh(),
        access: answer.access,
    })
}

/// Reads the answer to a refresh of `previous`. A refresh token in it replaces
/// the old one; without one the old one stays (contract 2.2).
pub fn read_refresh(
    response: &Response,
    previous: &TokenSet,
    now: Millis,
) -> Result<TokenSet, TokenError> {
    let answer = read(response)?;
    Ok(TokenSet {
        renew_at: answer.renew_at(now),
        scopes: answer.scopes().unwrap_or(previous.scopes),
        refresh: answer.refresh().or_else(|| previous.refresh.clone()),
        access: answer.access,
    })
}

/// A success body that passed the checks of security 25.
struct Answer {
    access: AccessToken,
    refresh_token: Option<String>,
    scope: Option<String>,
    life: Millis,
}

impl Answer {
    fn renew_at(&self, now: Millis) -> Millis {
        let margin = MARGIN.min(Millis(self.life.0 / 2));
        now + self.life - margin
    }

    fn scopes(&self) -> Option<ScopeSet> {
        self.scope.as_deref().map(ScopeSet::parse)
    }

    fn refresh(&self) -> Option<RefreshToken> {
        let token = self.refresh_token.clone()?;
        (!token.is_empty()).then(|| RefreshToken::new(token))
    }
}

/// Judges by status first, and only then looks into the body (contract 2.3).
fn read(response: &Response) -> Result<Answer, TokenError> {
    match response.status {
        200 => read_success(&response.body),
        429 => Err(TokenError::Throttled {
            retry_after: response.retry_after.map(Millis::from_secs),
        }),
        status @ 500..=599 => Err(TokenError::ServerTrouble(status)),
        status @ 400..=499 => Err(read_error(status, &response.body)),
        _ => Err(TokenError::Protocol("an unexpected status")),
    }
}

fn read_success(body: &str) -> Result<Answer, TokenError> {
    let body: Value = json::read(body).ok_or(TokenError::Protocol("not JSON"))?;
    let text = |name| body.get(name).and_then(Value::as_str);
    let access = text("access_token")
        .filter(|token| !token.is_empty())
        .ok_or(TokenError::Protocol("no access_token"))?;
    let is_bearer = text("token_type").is_some_and(|kind| kind.eq_ignore_ascii_case("bearer"));
    if !is_bearer {
        return Err(TokenError::Protocol("token_type is not Bearer"));
    }
    Ok(Answer {
        access: AccessToken::new(access.to_owned()),
        refresh_token: text("refresh_token").map(str::to_owned),
        scope: text("scope").map(str::to_owned),
        life: read_life(body.get("expires_in"))?,
    })
}

/// `expires_in` in seconds: a number or a numeric string, above 0 and at most
/// a day; absent means short.
fn read_life(expires_in: Option<&Value>) -> Result<Millis, TokenError> {
    let seconds = match expires_in {
        None | Some(Value::Null) => Some(ASSUMED_LIFE),
        Some(Value::Number(number)) => number.as_u64(),
        Some(Value::String(text)) => text.parse().ok(),
        Some(_) => None,
    };
    seconds
        .filter(|seconds| (1..=LONGEST_LIFE).contains(seconds))
        .map(Millis::from_secs)
        .ok_or(TokenError::Protocol("expires_in is out of range"))
}

fn read_error(status: u16, body: &str) -> TokenError {
    let body: Value = json::read(body).unwrap_or_default();
    let text = |name| body.get(name).and_then(Value::as_str);
    let Some(code) = text("error") else {
        return TokenError::Protocol("an error without an OAuth error code");
    };
    let description = text("error_description").unwrap_or_default();
    match code {
        "invalid_grant" if description.contains("code expired") => TokenError::CodeExpired,
        "invalid_grant" => TokenError::InvalidGrant,
        "invalid_client" | "unauthorized_client" => TokenError::InvalidClient,
        "server_error" | "temporarily_unavailable" => TokenError::ServerTrouble(status),
        _ => TokenError::Refused,
    }
}

#[cfg(test)]
#[path = "token_response_tests.rs"]
mod tests;
