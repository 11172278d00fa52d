//! The messages between tabs, and how they look on the channel.

use serde_json::{Value, json};

use super::{Grant, Listener, SessionFamily};
use crate::{
    json,
    oauth::{AccessToken, ClientId, ScopeSet, TokenSet},
    ports::Millis,
    spotify::UserId,
};

/// One message, with its version in its kind; anything else on the channel is
/// ignored. There is none that could carry a refresh token (security 33).
pub(super) enum Message {
    /// Has anyone an access token that is good for longer?
    Request(Request),
    /// It is being renewed for whoever asked with this nonce: wait for it.
    Soon { nonce: String },
    /// Here is one, for whoever asked with this nonce.
    Reply { nonce: String, lent: Lent },
    /// Who signed in anew in the tab of one family is now of another; what was
    /// lent to others goes on with that.
    Followed { family: String, by: String },
    /// The listener has signed out of the session of this family.
    SignedOut { family: String },
}

/// A question for an access token.
pub(super) struct Request {
    /// Names the question.
    pub(super) nonce: String,
    /// Until when the asker's own token was to be used.
    pub(super) beyond: Millis,
    /// Who asks.
    pub(super) asker: Asker,
}

/// Who asks for an access token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Asker {
    /// A copy of a session, with a refresh token of its own.
    Copy {
        family: String,
        /// When Spotify last gave or confirmed that refresh token.
        obtained_at: Millis,
        /// When the question was asked.
        asked_at: Millis,
    },
    /// A tab that has none, and takes a token of this listener, or of anyone.
    Borrower { of: Option<UserId> },
}

/// What one tab lends another: a grant without its refresh token.
pub(super) struct Lent {
    pub(super) grant: Grant,
    /// When the listener last looked at the tab that lends it.
    pub(super) attended_at: Millis,
}

const REQUEST: &str = "access-token-request/2";
const LOAN: &str = "session-request/1";
const SOON: &str = "access-token-soon/1";
const REPLY: &str = "access-token/2";
const FOLLOWED: &str = "session-followed/1";
const SIGNED_OUT: &str = "signed-out/1";

impl Message {
    /// The message as text.
    pub(super) fn write(&self) -> String {
        let tree = match self {
            Self::Request(request) => request.write(),
            Self::Soon { nonce } => json!({"kind": SOON, "nonce": nonce}),
            Self::Reply { nonce, lent } => lent.write(nonce),
            Self::Followed { family, by } => {
                json!({"kind": FOLLOWED, "family": family, "by": by})
            }
            Self::SignedOut { family } => json!({"kind": SIGNED_OUT, "family": family}),
        };
        tree.to_string()
    }

    /// Reads a text from the channel; `None` for anything that is not one of
    /// our messages.
    pub(super) fn read(text: &str) -> Option<Self> {
        let tree = Tree(json::read(text)?);
        match tree.text("kind")?.as_str() {
            REQUEST | LOAN => Request::read(&tree).map(Self::Request),
            SOON => Some(Self::Soon {
                nonce: tree.text("nonce")?,
            }),
            REPLY => Some(Self::Reply {
                nonce: tree.text("nonce")?,
                lent: Lent::read(&tree)?,
            }),
            FOLLOWED => Some(Self::Followed {
                family: tree.text("family")?,
                by: tree.text("by")?,
            }),
            SIGNED_OUT => Some(Self::SignedOut {
                family: tree.text("family")?,
            }),
            _ => None,
        }
    }
}

struct Tree(Value);

impl Tree {
    fn text(&self, name: &str) -> Option<String> {
        Some(self.0.get(name)?.as_str()?.to_owned())
    }

    fn moment(&self, name: &str) -> Option<Millis> {
        Some(Millis(self.0.get(name)?.as_u64()?))
    }
}

impl Request {
    fn write(&self) -> Value {
        match &self.asker {
            Asker::Copy {
                family,
                obtained_at,
                asked_at,
            } => json!({
                "kind": REQUEST,
                "nonce": self.nonce,
                "beyond": self.beyond.0,
                "family": family,
                "obtained_at": obtained_at.0,
                "asked_at": asked_at.0,
            }),
            Asker::Borrower { of } => json!({
                "kind": LOAN,
                "nonce": self.nonce,
                "beyond": self.beyond.0,
                "of": of.as_ref().map(UserId::as_str),
            }),
        }
    }

    fn read(tree: &Tree) -> Option<Self> {
        let asker = if tree.text("kind")? == LOAN {
            Asker::Borrower {
                of: match tree.text("of") {
                    Some(id) => Some(id.try_into().ok()?),
                    None => None,
                },
            }
        } else {
            Asker::Copy {
                family: tree.text("family")?,
                obtained_at: tree.moment("obtained_at")?,
                asked_at: tree.moment("asked_at")?,
            }
        };
        Some(Self {
            nonce: tree.text("nonce")?,
            beyond: tree.moment("beyond")?,
            asker,
        })
    }
}

impl Lent {
    fn write(&self, nonce: &str) -> Value {
        let Grant {
            tokens, listener, ..
        } = &self.grant;
        json!({
            "kind": REPLY,
            "nonce": nonce,
            "family": self.grant.family.0,
            "client_id": self.grant.client_id.as_str(),
            "access_token": tokens.access.expose(),
            "scopes": tokens.scopes.to_list(),
            "renew_at": tokens.renew_at.0,
            "authorized_at": self.grant.authorized_at.0,
            "listener_id": listener.as_ref().map(|listener| listener.id.as_str()),
            "listener_name": listener.as_ref().and_then(|one| one.display_name.as_deref()),
            "attended_at": self.attended_at.0,
        })
    }

    fn read(tree: &Tree) -> Option<Self> {
        let authorized_at = tree.moment("authorized_at")?;
        let listener = Listener {
            id: tree.text("listener_id")?.try_into().ok()?,
            display_name: tree.text("listener_name"),
        };
        let grant = Grant {
            client_id: ClientId::parse(&tree.text("client_id")?).ok()?,
            tokens: TokenSet {
                access: AccessToken::new(tree.text("access_token")?),
                refresh: None,
                scopes: ScopeSet::parse(&tree.text("scopes")?),
                renew_at: tree.moment("renew_at")?,
            },
            authorized_at,
            obtained_at: authorized_at,
            family: SessionFamily(tree.text("family")?),
            listener: Some(listener),
            is_borrowed: true,
        };
        Some(Self {
            grant,
            attended_at: tree.moment("attended_at")?,
        })
    }
}
