use super::{AccessToken, AuthorizationCode, CodeVerifier, RefreshToken, State};

/// One of the protocol's secrets, whichever it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Secret {
    /// What the code is exchanged with.
    Verifier(CodeVerifier),
    /// What binds the answer to the request.
    State(State),
    /// What is exchanged for tokens.
    Code(AuthorizationCode),
    /// What the Web API is called with.
    Access(AccessToken),
    /// What a new access token is asked for with.
    Refresh(RefreshToken),
}

impl Secret {
    /// The text of the secret. A test lists the few files that may call this
    /// (security 46).
    pub fn expose(&self) -> &str {
        match self {
            Self::Verifier(secret) => secret.expose(),
            Self::State(secret) => secret.expose(),
            Self::Code(secret) => secret.expose(),
            Self::Access(secret) => secret.expose(),
            Self::Refresh(secret) => secret.expose(),
        }
    }
}

/// The value of a [`Parameter`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// One that anybody may see.
    Plain(String),
    /// One that nobody may.
    Secret(Secret),
}

/// A parameter of a request or an answer, as it is before it is encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// What RFC 6749 or RFC 7636 calls it.
    pub name: &'static str,
    /// What it says.
    pub value: Value,
}

impl Parameter {
    /// One that anybody may see.
    pub fn plain(name: &'static str, value: impl Into<String>) -> Self {
        Self {
            name,
            value: Value::Plain(value.into()),
        }
    }

    /// One that nobody may.
    pub const fn secret(name: &'static str, secret: Secret) -> Self {
        Self {
            name,
            value: Value::Secret(secret),
        }
    }

    /// Its text on the way out, which must not be kept.
    pub(super) fn text(&self) -> &str {
        match &self.value {
            Value::Plain(text) => text,
            Value::Secret(secret) => secret.expose(),
        }
    }

    /// The secret in it, if it has one.
    pub const fn as_secret(&self) -> Option<&Secret> {
        match &self.value {
            Value::Plain(_) => None,
            Value::Secret(secret) => Some(secret),
        }
    }
}
