use super::{Explanation, NextStep};
use crate::{
    oauth::TokenError,
    ports::{Millis, TransportError},
    spotify::{Error, Refusal, TokenUnavailable},
};

impl Explanation {
    /// Why a call of the Web API brought nothing.
    pub fn of_call(error: &Error) -> Self {
        use NextStep::{ConnectAgain, Grant, TryAgain};
        let (title, body, next) = match error {
            Error::NoToken(unavailable) => return Self::of_token(*unavailable),
            Error::Unauthorized => (
                "Spotify does not accept this session",
                "The access token was renewed and still refused. Connecting again makes a new one."
                    .to_owned(),
                ConnectAgain,
            ),
            Error::ScopeNotGranted(scope) => (
                "A permission is missing",
                format!("This part needs the permission “{}”.", scope.as_str()),
                Grant(*scope),
            ),
            Error::Forbidden(refusal) => return Self::of_refusal(*refusal),
            Error::NotFound => (
                "Spotify does not have this",
                "It may have been removed, or be hidden from apps like this one.".to_owned(),
                TryAgain,
            ),
            Error::RateLimited { retry_after } => {
                ("Too many requests just now", wait(*retry_after), TryAgain)
            }
            Error::QuotaExceeded => (
                "This app’s quota is used up",
                "Spotify counts the calls of each developer’s apps together. It may take up to a day until it answers this kind again."
                    .to_owned(),
                TryAgain,
            ),
            Error::Rejected(status) => (
                "Spotify did not understand the request",
                format!("It answered with status {status}. That is a fault of Cratedigger, not yours."),
                TryAgain,
            ),
            Error::ServerTrouble(status) => (
                "Trouble at Spotify",
                format!("It answered with status {status}, several times. You stay signed in; it usually passes within minutes."),
                TryAgain,
            ),
            Error::Unreachable(transport) => return Self::of_transport(*transport),
            Error::Unreadable => (
                "Spotify’s answer could not be read",
                "It was not in the form that Spotify describes. Trying again often helps.".to_owned(),
                TryAgain,
            ),
        };
        Self { title, body, next }
    }

    fn of_refusal(refusal: Refusal) -> Self {
        let (title, body, next) = match refusal {
            Refusal::NotRegistered => (
                "This account is not on the app’s list",
                "In Spotify’s dashboard, the owner of the app adds it under User Management, by name and e-mail.",
                NextStep::Dashboard,
            ),
            Refusal::OwnerWithoutPremium => (
                "The app’s owner needs Premium",
                "Spotify serves an app only while its owner has Premium. After subscribing it can take a few hours.",
                NextStep::Dashboard,
            ),
            Refusal::InsufficientScope => (
                "A permission is missing",
                "Spotify says this session may not read this. Connecting again asks for what is needed.",
                NextStep::ConnectAgain,
            ),
            Refusal::Other => (
                "Closed for this app",
                "Spotify does not let this client ID read this.",
                NextStep::TryAgain,
            ),
        };
        Self {
            title,
            body: body.to_owned(),
            next,
        }
    }

    fn of_transport(error: TransportError) -> Self {
        let (title, body) = match error {
            TransportError::Offline => (
                "This device is offline",
                "Nothing is lost. Try again when the network is back.",
            ),
            TransportError::Opaque => (
                "Blocked or throttled",
                "The network is there, but no readable answer came. Spotify answers like this when there were too many requests; a content blocker does too.",
            ),
            TransportError::TimedOut => (
                "Spotify took too long",
                "No answer came in time. You stay signed in.",
            ),
        };
        Self {
            title,
            body: body.to_owned(),
            next: NextStep::TryAgain,
        }
    }

    fn of_token(unavailable: TokenUnavailable) -> Self {
        let (title, body, next) = match unavailable {
            TokenUnavailable::SignedOut
            | TokenUnavailable::NotRenewed(TokenError::InvalidGrant | TokenError::CodeExpired) => (
                "You are signed out",
                "The connection to Spotify has ended.",
                NextStep::ConnectAgain,
            ),
            TokenUnavailable::NotRenewed(TokenError::Unreachable(transport)) => {
                return Self::of_transport(transport);
            }
            TokenUnavailable::NotRenewed(TokenError::Throttled { retry_after }) => {
                return Self {
                    title: "Too many sign-ins just now",
                    body: wait(retry_after),
                    next: NextStep::TryAgain,
                };
            }
            TokenUnavailable::NotRenewed(TokenError::Refused) => (
                "Spotify did not renew the session",
                "It refused the request itself, so asking again will not help. Check the app in the dashboard, or sign out in Settings and connect again.",
                NextStep::Dashboard,
            ),
            TokenUnavailable::NotRenewed(TokenError::InvalidClient) => (
                "Spotify no longer knows this app",
                "It did not renew the session because the client ID is unknown to it. Was the app deleted in the dashboard?",
                NextStep::Dashboard,
            ),
            TokenUnavailable::NotRenewed(_) => (
                "The session could not be renewed",
                "Spotify’s sign-in service has trouble. You stay signed in; try again in half a minute.",
                NextStep::TryAgain,
            ),
            TokenUnavailable::OtherTabSilent => (
                "Another tab holds this session",
                "This tab is a copy, and the tab it was copied from does not answer. Open that tab once, or close it.",
                NextStep::TryAgain,
            ),
        };
        Self {
            title,
            body: body.to_owned(),
            next,
        }
    }
}

fn wait(retry_after: Option<Millis>) -> String {
    match retry_after {
        Some(span) if span < Millis::from_minutes(2) => {
            let seconds = span.0.div_ceil(1000).max(2);
            format!("Spotify asks to wait {seconds} seconds.")
        }
        Some(span) => format!("Spotify asks to wait {} minutes.", span.0.div_ceil(60_000)),
        None => "Spotify does not say how long to wait; half a minute is usual.".to_owned(),
    }
}
