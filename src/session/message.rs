//! The messages between tabs, and how they look on the channel.

use serde_json::{Value, json};

use crate::{
    json,
    oauth::{AccessToken, ScopeSet},
    ports::Millis,
};

/// One message, with its version in its kind; anything else on the channel is
/// ignored. There is none that could carry a refresh token (security 33).
pub(super) enum Message {
    /// Has anyone of this family an access token that is good for longer?
    Request {
        family: String,
        nonce: String,
        /// Until when the asker's own token was to be used.
        beyond: Millis,
    },
    /// Here is one, for whoever asked with this nonce.
    Reply {
        nonce: String,
        access: AccessToken,
        scopes: ScopeSet,
        renew_at: Millis,
    },
    /// The listener has signed out of the session of this family.
    SignedOut { family: String },
}

const REQUEST: &str = "access-token-request/1";
const REPLY: &str = "access-token/1";
const SIGNED_OUT: &str = "signed-out/1";

impl Message {
    /// The message as text.
    pub(super) fn write(&self) -> String {
        let tree = match self {
            Self::Request {
                family,
                nonce,
                beyond,
            } => json!({"kind": REQUEST, "family": family, "nonce": nonce, "beyond": beyond.0}),
            Self::Reply {
                nonce,
                access,
                scopes,
                renew_at,
            } => json!({
                "kind": REPLY,
                "nonce": nonce,
                "access_token": access.expose(),
                "scopes": scopes.to_list(),
                "renew_at": renew_at.0,
            }),
            Self::SignedOut { family } => json!({"kind": SIGNED_OUT, "family": family}),
        };
        tree.to_string()
    }

    /// Reads a text from the channel; `None` for anything that is not one of
    /// our messages.
    pub(super) fn read(text: &str) -> Option<Self> {
        let tree: Value = json::read(text)?;
        let text = |name| Some(tree.get(name)?.as_str()?.to_owned());
        let moment = |name| Some(Millis(tree.get(name)?.as_u64()?));
        match tree.get("kind")?.as_str()? {
            REQUEST => Some(Self::Request {
                family: text("family")?,
                nonce: text("nonce")?,
                beyond: moment("beyond")?,
            }),
            REPLY => Some(Self::Reply {
                nonce: text("nonce")?,
                access: AccessToken::new(text("access_token")?),
                scopes: ScopeSet::parse(&text("scopes")?),
                renew_at: moment("renew_at")?,
            }),
            SIGNED_OUT => Some(Self::SignedOut {
                family: text("family")?,
            }),
            _ => None,
        }
    }
}
