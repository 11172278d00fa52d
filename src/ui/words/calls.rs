use super::{Explanation, purpose};
use crate::{
    oauth::{ScopeSet, TokenError},
    ports::{Millis, TransportError},
    spotify::{Error, NextStep, PlayerRefusal, Refusal, TokenUnavailable},
};

impl Explanation {
    /// Why a call of the Web API brought nothing.
    pub fn of_call(error: &Error) -> Self {
        let (title, body) = match error {
            Error::NoToken(unavailable) => return Self::of_token(*unavailable, error.next_step()),
            Error::Unauthorized => (
                "Spotify does not accept this session",
                "The access token was renewed and still refused. Connecting again makes a new one."
                    .to_owned(),
            ),
            Error::ScopesNotGranted(scopes) => ("A permission is missing", needed(*scopes)),
            Error::Forbidden(refusal) => return Self::of_refusal(*refusal, error.next_step()),
            Error::Player(refusal) => return Self::of_player(refusal, error.next_step()),
            Error::Limited(limited) => return Self::of_limit(*limited),
            Error::NotFound => (
                "Spotify does not have this",
                "It may have been removed, or be hidden from apps like this one.".to_owned(),
            ),
            Error::Rejected(rejection) => (
                "Spotify did not understand the request",
                format!(
                    "It answered with status {}. That is a fault of Cratedigger, not yours.",
                    rejection.status()
                ),
            ),
            Error::ServerTrouble(status) => (
                "Trouble at Spotify",
                format!(
                    "It answered with status {status}, several times. You stay signed in; it usually passes within minutes."
                ),
            ),
            Error::Unreachable(transport) => return Self::of_transport(*transport),
            Error::Unreadable => (
                "Spotify’s answer could not be read",
                "It was not in the form that Spotify describes. Trying again often helps."
                    .to_owned(),
            ),
        };
        Self {
            title,
            body,
            next: error.next_step(),
        }
    }

    fn of_refusal(refusal: Refusal, next: NextStep) -> Self {
        let (title, body) = match refusal {
            Refusal::NotRegistered => (
                "This account is not on the app’s list",
                "In Spotify’s dashboard, the owner of the app adds it under User Management, by name and e-mail.",
            ),
            Refusal::OwnerWithoutPremium => (
                "The app’s owner needs Premium",
                "Spotify serves an app only while its owner has Premium. After subscribing it can take a few hours.",
            ),
            Refusal::InsufficientScope => (
                "A permission is missing",
                "Spotify says this session may not read this. Connecting again asks for what is needed.",
            ),
            Refusal::ListenerWithoutPremium => (
                "This needs Premium",
                "Spotify lets only listeners with Premium do this. Everything else works without it.",
            ),
            Refusal::NotYours => (
                "This belongs to somebody else",
                "Spotify shows the contents of a playlist only to its owner and to those who may edit it. It can still be opened in Spotify.",
            ),
            Refusal::Closed => (
                "Closed for this app",
                "Spotify does not let this client ID use this. Apps created since February 2026 get less than older ones.",
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

    fn of_player(refusal: &PlayerRefusal, next: NextStep) -> Self {
        let (title, body) = match refusal {
            PlayerRefusal::NoActiveDevice => (
                "Nothing is awake to play on",
                "Open Spotify on a phone, a computer or a speaker, and it appears here.",
            ),
            PlayerRefusal::DeviceNotFound => (
                "That device is gone",
                "It may be asleep. Wake it, or choose another.",
            ),
            PlayerRefusal::PremiumRequired => {
                return Self::of_refusal(Refusal::ListenerWithoutPremium, next);
            }
            PlayerRefusal::DeviceNotControllable => (
                "This device takes no commands",
                "It plays, but only what is chosen on it. Choose another device.",
            ),
            PlayerRefusal::VolumeNotControllable => (
                "The volume is set on the device itself",
                "This device does not let others turn it up or down.",
            ),
            PlayerRefusal::NoPrevious => {
                ("There is nothing before this", "This is where it begins.")
            }
            PlayerRefusal::NoNext => ("There is nothing after this", "This is where it ends."),
            PlayerRefusal::NoSuchTrack => (
                "This cannot be played",
                "Spotify does not have it here any more.",
            ),
            PlayerRefusal::NothingPlaying => {
                ("Nothing is playing", "Choose something to play first.")
            }
            PlayerRefusal::RateLimited => (
                "Too many commands at once",
                "Spotify asked to slow down. Try again in a moment.",
            ),
            PlayerRefusal::AlreadyPaused
            | PlayerRefusal::NotPaused
            | PlayerRefusal::AlreadyPlaying
            | PlayerRefusal::ContextDisallows
            | PlayerRefusal::Restricted
            | PlayerRefusal::Other(_) => (
                "Spotify did not do that",
                "What plays does not allow it just now. Nothing is wrong.",
            ),
        };
        Self {
            title,
            body: body.to_owned(),
            next,
        }
    }

    fn of_token(unavailable: TokenUnavailable, next: NextStep) -> Self {
        let (title, body) = match unavailable {
            TokenUnavailable::SignedOut
            | TokenUnavailable::NotRenewed(TokenError::InvalidGrant | TokenError::CodeExpired) => {
                ("You are signed out", "The connection to Spotify has ended.")
            }
            TokenUnavailable::NotRenewed(TokenError::Unreachable(transport)) => {
                return Self::of_transport(transport);
            }
            TokenUnavailable::NotRenewed(TokenError::Throttled { retry_after }) => {
                return Self {
                    title: "Too many sign-ins just now",
                    body: wait(retry_after),
                    next,
                };
            }
            TokenUnavailable::NotRenewed(TokenError::Refused) => (
                "Spotify did not renew the session",
                "It refused the request itself, so asking again will not help. Check the app in the dashboard, or sign out in Settings and connect again.",
            ),
            TokenUnavailable::NotRenewed(TokenError::InvalidClient) => (
                "Spotify no longer knows this app",
                "It did not renew the session because the client ID is unknown to it. Was the app deleted in the dashboard?",
            ),
            TokenUnavailable::NotRenewed(_) => (
                "The session could not be renewed",
                "Spotify’s sign-in service has trouble. You stay signed in; try again in half a minute.",
            ),
            TokenUnavailable::LenderGone => (
                "This tab stands alone now",
                "It lived on the session of another tab, and none is left. Connecting again takes one click and leads back here.",
            ),
            TokenUnavailable::OtherTabSilent => (
                "Another tab holds this session",
                "This tab is a copy, and the tab it was copied from does not answer. Open that tab once, or close it.",
            ),
        };
        Self {
            title,
            body: body.to_owned(),
            next,
        }
    }
}

/// What they are for, in as many words as there are different ones.
fn needed(scopes: ScopeSet) -> String {
    let mut text = format!(
        "This part needs “{}”, which is not granted yet.",
        scopes.to_list()
    );
    let mut said = "";
    for purpose in scopes.iter().map(purpose) {
        if purpose != said {
            text.push(' ');
            text.push_str(purpose);
            said = purpose;
        }
    }
    text.push_str(" Spotify asks you, and you come back to this page.");
    text
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
