//! Why a call brought nothing, and what a screen needs to explain it.

mod answer;
mod limit;
mod player;
mod refusal;
mod rejection;
mod situation;

pub(super) use answer::Verdict;
pub use limit::{Limit, Limited};
pub use player::PlayerRefusal;
pub use refusal::Refusal;
pub use rejection::Rejection;
pub use situation::{NextStep, Situation};

use super::TokenUnavailable;
use crate::{oauth::ScopeSet, ports::TransportError};

/// Why a call of the Web API brought nothing (contract 3.3, 3.4, 6.1).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// There is no token to call with.
    #[error(transparent)]
    NoToken(#[from] TokenUnavailable),
    /// The listener has not granted what this needs; nothing was sent.
    #[error("permissions are missing: {}", .0.to_list())]
    ScopesNotGranted(ScopeSet),
    /// 401 twice, or a bearer that Spotify cannot read: the token is not
    /// accepted, though it was renewed.
    #[error("the token is not accepted")]
    Unauthorized,
    /// 403, with what it means.
    #[error("refused: {0:?}")]
    Forbidden(Refusal),
    /// 404.
    #[error("not found")]
    NotFound,
    /// The player did not do as it was told.
    #[error("the player refused: {0:?}")]
    Player(PlayerRefusal),
    /// Too many calls of late: 429, or what stands in for it; also when
    /// nothing was sent because an earlier call was refused so.
    #[error("too many calls: {0:?}")]
    Limited(Limited),
    /// Any other 4xx: a fault of ours.
    #[error("the request was not accepted: {0:?}")]
    Rejected(Rejection),
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
            Self::NoToken(TokenUnavailable::SignedOut | TokenUnavailable::LenderGone)
                | Self::Unauthorized
        )
    }
}
