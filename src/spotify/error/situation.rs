use super::{Error, Limit, PlayerRefusal, Refusal};
use crate::{
    oauth::{ScopeSet, TokenError},
    ports::{Millis, TransportError},
    spotify::TokenUnavailable,
};

/// The states of the account and the app that a listener must be able to tell
/// apart (contract 6.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Situation {
    /// 1: the client ID is wrong or unknown.
    UnknownClientId,
    /// 2: the redirect URI is not registered.
    RedirectUriNotRegistered,
    /// 3: the listener refused consent.
    ConsentRefused,
    /// 4: the account is not on the app's list.
    NotRegistered,
    /// 5: the owner of the app has no Premium.
    OwnerWithoutPremium,
    /// 6: the listener has no Premium.
    ListenerWithoutPremium,
    /// 7: a permission is missing.
    ScopeMissing,
    /// 8: closed for this client ID.
    Closed,
    /// 9: too many calls in a short time.
    RateLimited,
    /// 10: the quota is used up.
    QuotaExceeded,
    /// 11: no readable answer, blocked or throttled.
    Unseen,
    /// 12: the grant has ended, after six months or before.
    GrantEnded,
}

/// What can be done about an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// Ask Spotify once more.
    TryAgain,
    /// Wait until then, by this device's clock.
    WaitUntil(Millis),
    /// Sign in again.
    ConnectAgain,
    /// Grant these permissions.
    Grant(ScopeSet),
    /// Change something in Spotify's dashboard.
    Dashboard,
    /// Wake a device, or choose one.
    WakeDevice,
    /// Look at what plays again: nothing is wrong.
    LookAgain,
    /// Nothing that would help now.
    Nothing,
}

impl Error {
    /// Which of the states of the account and the app this is, if it is one.
    pub const fn situation(&self) -> Option<Situation> {
        Some(match self {
            Self::NoToken(unavailable) => return situation_of_token(*unavailable),
            Self::ScopesNotGranted(_) | Self::Forbidden(Refusal::InsufficientScope) => {
                Situation::ScopeMissing
            }
            Self::Unauthorized => Situation::GrantEnded,
            Self::Forbidden(Refusal::NotRegistered) => Situation::NotRegistered,
            Self::Forbidden(Refusal::OwnerWithoutPremium) => Situation::OwnerWithoutPremium,
            Self::Forbidden(Refusal::ListenerWithoutPremium)
            | Self::Player(PlayerRefusal::PremiumRequired) => Situation::ListenerWithoutPremium,
            Self::Forbidden(Refusal::Closed) => Situation::Closed,
            Self::Limited(limited) => match limited.limit {
                Limit::Rate => Situation::RateLimited,
                Limit::Quota => Situation::QuotaExceeded,
                Limit::Unseen => Situation::Unseen,
            },
            Self::Unreachable(TransportError::Opaque) => Situation::Unseen,
            Self::Forbidden(Refusal::NotYours)
            | Self::NotFound
            | Self::Player(_)
            | Self::Rejected(_)
            | Self::ServerTrouble(_)
            | Self::Unreachable(TransportError::Offline | TransportError::TimedOut)
            | Self::Unreadable => return None,
        })
    }

    /// What to do about it.
    pub const fn next_step(&self) -> NextStep {
        match self {
            Self::NoToken(unavailable) => next_step_of_token(*unavailable),
            Self::ScopesNotGranted(scopes) => NextStep::Grant(*scopes),
            Self::Unauthorized | Self::Forbidden(Refusal::InsufficientScope) => {
                NextStep::ConnectAgain
            }
            Self::Forbidden(Refusal::NotRegistered | Refusal::OwnerWithoutPremium) => {
                NextStep::Dashboard
            }
            Self::Limited(limited) => NextStep::WaitUntil(limited.until),
            Self::Player(
                PlayerRefusal::NoActiveDevice
                | PlayerRefusal::DeviceNotFound
                | PlayerRefusal::DeviceNotControllable,
            ) => NextStep::WakeDevice,
            Self::Player(refusal) if refusal.is_benign() => NextStep::LookAgain,
            Self::Player(_)
            | Self::Forbidden(
                Refusal::ListenerWithoutPremium | Refusal::NotYours | Refusal::Closed,
            ) => NextStep::Nothing,
            Self::NotFound
            | Self::Rejected(_)
            | Self::ServerTrouble(_)
            | Self::Unreachable(_)
            | Self::Unreadable => NextStep::TryAgain,
        }
    }

    /// Whether it is about how much was asked, or may be.
    pub const fn is_about_limits(&self) -> bool {
        matches!(
            self.situation(),
            Some(Situation::RateLimited | Situation::QuotaExceeded | Situation::Unseen)
        )
    }

    /// Until when to wait, by this device's clock, where that is known.
    pub const fn until(&self) -> Option<Millis> {
        match self {
            Self::Limited(limited) => Some(limited.until),
            _ => None,
        }
    }
}

const fn situation_of_token(unavailable: TokenUnavailable) -> Option<Situation> {
    match unavailable {
        TokenUnavailable::SignedOut | TokenUnavailable::NotRenewed(TokenError::InvalidGrant) => {
            Some(Situation::GrantEnded)
        }
        TokenUnavailable::NotRenewed(TokenError::InvalidClient) => Some(Situation::UnknownClientId),
        TokenUnavailable::NotRenewed(TokenError::Throttled { .. }) => Some(Situation::RateLimited),
        TokenUnavailable::NotRenewed(TokenError::Unreachable(TransportError::Opaque)) => {
            Some(Situation::Unseen)
        }
        TokenUnavailable::NotRenewed(_)
        | TokenUnavailable::OtherTabSilent
        | TokenUnavailable::LenderGone => None,
    }
}

const fn next_step_of_token(unavailable: TokenUnavailable) -> NextStep {
    match unavailable {
        TokenUnavailable::SignedOut
        | TokenUnavailable::LenderGone
        | TokenUnavailable::NotRenewed(TokenError::InvalidGrant | TokenError::CodeExpired) => {
            NextStep::ConnectAgain
        }
        TokenUnavailable::NotRenewed(TokenError::Refused | TokenError::InvalidClient) => {
            NextStep::Dashboard
        }
        TokenUnavailable::NotRenewed(_) | TokenUnavailable::OtherTabSilent => NextStep::TryAgain,
    }
}
