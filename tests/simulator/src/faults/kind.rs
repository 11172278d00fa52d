//! What can go wrong, and how it then looks (contract 2.3, 3.3, 3.4, 3.7).

use http::StatusCode;
use serde::Deserialize;
use serde::Serialize;

use crate::api;
use crate::api::Refusal;
use crate::player::Objection;
use crate::player::Reason;
use crate::reply;
use crate::reply::Reply;

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// 503 with an HTML page.
    Unavailable,
    /// 502 with an HTML page.
    BadGateway,
    /// 500 with no body.
    ServerError,
    /// 429 `API rate limit exceeded`, as JSON.
    RateLimit,
    /// 429 `Too many requests`, as text.
    RateLimitText,
    /// 429 without CORS headers.
    RateLimitHidden,
    /// 429 with the reason `QUOTA_EXCEEDED`.
    Quota,
    /// 403 as text: the account is not on the app's list.
    NotAllowListed,
    /// 403: the app's owner has no Premium.
    OwnerNotPremium,
    /// 401 although the token is good.
    SpuriousUnauthorized,
    /// 403 `Premium required` although all is well.
    SpuriousPremiumRequired,
    /// What a device objects for a reason to be given, mostly 403 `Restriction
    /// violated` (contract 6.1).
    PlayerRestriction,
    /// The right answer, without CORS headers.
    Hidden,
    /// The right answer, late: see `hold_ms`.
    Slow,
    /// The connection ends; nothing was done.
    Drop,
    /// The connection ends after the work was done.
    LoseAnswer,
    /// Preflights are answered without CORS headers.
    FailPreflight,
}

impl FaultKind {
    /// The name the control and the log use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unavailable => "unavailable",
            Self::BadGateway => "bad_gateway",
            Self::ServerError => "server_error",
            Self::RateLimit => "rate_limit",
            Self::RateLimitText => "rate_limit_text",
            Self::RateLimitHidden => "rate_limit_hidden",
            Self::Quota => "quota",
            Self::NotAllowListed => "not_allow_listed",
            Self::OwnerNotPremium => "owner_not_premium",
            Self::SpuriousUnauthorized => "spurious_unauthorized",
            Self::SpuriousPremiumRequired => "spurious_premium_required",
            Self::PlayerRestriction => "player_restriction",
            Self::Hidden => "hidden",
            Self::Slow => "slow",
            Self::Drop => "drop",
            Self::LoseAnswer => "lose_answer",
            Self::FailPreflight => "fail_preflight",
        }
    }

    /// Whether it stands in for the real answer.
    pub(super) fn has_answer(self) -> bool {
        !matches!(
            self,
            Self::Hidden | Self::Slow | Self::Drop | Self::LoseAnswer | Self::FailPreflight
        )
    }

    /// Whether the answer carries no CORS headers.
    pub(super) fn hides(self) -> bool {
        matches!(
            self,
            Self::Hidden | Self::RateLimitHidden | Self::FailPreflight
        )
    }

    /// Whether only the API host does this.
    pub(super) fn is_of_the_api(self) -> bool {
        matches!(
            self,
            Self::Quota
                | Self::NotAllowListed
                | Self::OwnerNotPremium
                | Self::SpuriousUnauthorized
                | Self::SpuriousPremiumRequired
                | Self::PlayerRestriction
        )
    }

    /// The answer that stands in; `retry_after` in seconds.
    pub(super) fn reply(self, retry_after: Option<u64>, reason: Reason) -> Option<Reply> {
        let reply = match self {
            Self::Unavailable => reply::gateway_page(StatusCode::SERVICE_UNAVAILABLE),
            Self::BadGateway => reply::gateway_page(StatusCode::BAD_GATEWAY),
            Self::ServerError => reply::empty(StatusCode::INTERNAL_SERVER_ERROR),
            Self::RateLimit | Self::RateLimitHidden => {
                Refusal::RateLimited(retry_after.unwrap_or(10)).reply()
            }
            Self::RateLimitText => Refusal::RateLimitedInText(retry_after.unwrap_or(10)).reply(),
            Self::Quota => Refusal::QuotaExceeded(retry_after.unwrap_or(36_537)).reply(),
            Self::NotAllowListed => Refusal::NotAllowListed.reply(),
            Self::OwnerNotPremium => Refusal::OwnerNotPremium.reply(),
            Self::SpuriousUnauthorized => {
                api::error(StatusCode::UNAUTHORIZED, "Access token missing")
            }
            Self::SpuriousPremiumRequired => api::error(StatusCode::FORBIDDEN, "Premium required"),
            Self::PlayerRestriction => Refusal::Player(Objection::from(reason)).reply(),
            Self::Hidden | Self::Slow | Self::Drop | Self::LoseAnswer | Self::FailPreflight => {
                return None;
            }
        };
        Some(reply)
    }
}
