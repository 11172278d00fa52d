//! What the app's tab and its player window say to each other, and how it
//! looks on their channel. Nothing here could carry a refresh token.

use serde_json::{Value, json};

use super::Trouble;
use crate::{json, oauth::AccessToken, spotify::DeviceId};

/// How the player in the window is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WindowState {
    /// It waits for a click there.
    WaitingForClick,
    /// It is on its way.
    Connecting,
    /// It is a device that Spotify can play on.
    Ready {
        /// What Spotify calls it, until the window is loaded anew.
        device: DeviceId,
        /// What is in the way of the music nevertheless.
        hitch: Option<Trouble>,
    },
    /// Spotify has lost sight of it.
    NotReady,
    /// It does not play.
    Trouble(Trouble),
}

/// What a player window says; its version is in its kind, and whatever else is
/// on the channel is ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WindowMessage {
    /// Here is a new window. An older one makes way.
    Hello,
    /// An access token, please.
    TokenPlease {
        /// Names this question.
        nonce: String,
        /// Whether Spotify refused the last one.
        refused: bool,
    },
    /// How the player is doing.
    State {
        /// That is how.
        state: WindowState,
        /// Whether it has just become ready because the listener asked to play
        /// here.
        asked: bool,
    },
    /// The window is closing.
    Bye,
}

/// What the app's tab says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AppMessage {
    /// Here is an access token that is good.
    Token {
        /// Of the question.
        nonce: String,
        /// The token.
        access: AccessToken,
    },
    /// There is none.
    NoToken {
        /// Of the question.
        nonce: String,
        /// Why not.
        why: Trouble,
    },
    /// Is there a window?
    WhoIsThere,
    /// The session is over: stop, and close.
    Close,
}

const HELLO: &str = "player-hello/1";
const TOKEN_PLEASE: &str = "player-token-please/1";
const STATE: &str = "player-state/1";
const BYE: &str = "player-bye/1";
const TOKEN: &str = "player-token/1";
const NO_TOKEN: &str = "player-no-token/1";
const WHO_IS_THERE: &str = "player-who-is-there/1";
const CLOSE: &str = "player-close/1";

const WAITING: &str = "waiting";
const CONNECTING: &str = "connecting";
const READY: &str = "ready";
const NOT_READY: &str = "not-ready";
const TROUBLE: &str = "trouble";

/// A message as a tree of JSON.
struct Record(Value);

impl Record {
    fn read(text: &str) -> Option<Self> {
        json::read(text).map(Self)
    }

    fn kind(&self) -> Option<&str> {
        self.0.get("kind")?.as_str()
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.as_str()
    }

    fn nonce(&self) -> Option<String> {
        self.text("nonce").map(str::to_owned)
    }

    fn flag(&self, name: &str) -> Option<bool> {
        self.0.get(name)?.as_bool()
    }

    fn trouble(&self, name: &str) -> Option<Trouble> {
        Trouble::parse(self.text(name)?)
    }

    fn state(&self) -> Option<WindowState> {
        match self.text("state")? {
            WAITING => Some(WindowState::WaitingForClick),
            CONNECTING => Some(WindowState::Connecting),
            READY => Some(WindowState::Ready {
                device: self.text("device")?.to_owned().try_into().ok()?,
                hitch: self.trouble("trouble"),
            }),
            NOT_READY => Some(WindowState::NotReady),
            TROUBLE => self.trouble("trouble").map(WindowState::Trouble),
            _ => None,
        }
    }
}

impl WindowState {
    const fn name(&self) -> &'static str {
        match self {
            Self::WaitingForClick => WAITING,
            Self::Connecting => CONNECTING,
            Self::Ready { .. } => READY,
            Self::NotReady => NOT_READY,
            Self::Trouble(_) => TROUBLE,
        }
    }

    fn device(&self) -> Option<&str> {
        match self {
            Self::Ready { device, .. } => Some(device.as_str()),
            _ => None,
        }
    }

    const fn trouble(&self) -> Option<Trouble> {
        match self {
            Self::Ready { hitch, .. } => *hitch,
            Self::Trouble(trouble) => Some(*trouble),
            _ => None,
        }
    }
}

impl WindowMessage {
    /// The message as text.
    pub fn write(&self) -> String {
        let tree = match self {
            Self::Hello => json!({"kind": HELLO}),
            Self::TokenPlease { nonce, refused } => {
                json!({"kind": TOKEN_PLEASE, "nonce": nonce, "refused": refused})
            }
            Self::State { state, asked } => json!({
                "kind": STATE,
                "state": state.name(),
                "device": state.device(),
                "trouble": state.trouble().map(Trouble::as_str),
                "asked": asked,
            }),
            Self::Bye => json!({"kind": BYE}),
        };
        tree.to_string()
    }

    /// Reads a text from the channel; `None` if no window of ours says that.
    pub fn read(text: &str) -> Option<Self> {
        let record = Record::read(text)?;
        match record.kind()? {
            HELLO => Some(Self::Hello),
            TOKEN_PLEASE => Some(Self::TokenPlease {
                nonce: record.nonce()?,
                refused: record.flag("refused")?,
            }),
            STATE => Some(Self::State {
                state: record.state()?,
                asked: record.flag("asked")?,
            }),
            BYE => Some(Self::Bye),
            _ => None,
        }
    }
}

impl AppMessage {
    /// The message as text.
    pub fn write(&self) -> String {
        let tree = match self {
            Self::Token { nonce, access } => {
                json!({"kind": TOKEN, "nonce": nonce, "access_token": access.expose()})
            }
            Self::NoToken { nonce, why } => {
                json!({"kind": NO_TOKEN, "nonce": nonce, "why": why.as_str()})
            }
            Self::WhoIsThere => json!({"kind": WHO_IS_THERE}),
            Self::Close => json!({"kind": CLOSE}),
        };
        tree.to_string()
    }

    /// Reads a text from the channel; `None` if no tab of ours says that.
    pub fn read(text: &str) -> Option<Self> {
        let record = Record::read(text)?;
        match record.kind()? {
            TOKEN => Some(Self::Token {
                nonce: record.nonce()?,
                access: AccessToken::new(record.text("access_token")?.to_owned()),
            }),
            NO_TOKEN => Some(Self::NoToken {
                nonce: record.nonce()?,
                why: record.trouble("why")?,
            }),
            WHO_IS_THERE => Some(Self::WhoIsThere),
            CLOSE => Some(Self::Close),
            _ => None,
        }
    }
}

#[cfg(test)]
#[path = "message_tests.rs"]
mod tests;
