use super::{
    AuthorizationCode, AuthorizationError, AuthorizationResponse, ClientId, CodeVerifier, ISSUER,
    Outcome, RedirectUri, ScopeSet, State, secret::random_text,
};
use crate::{
    ports::{Millis, Random, RandomError},
    route::Route,
};

/// How long an authorization may stay pending; Spotify's code lives about as
/// long (contract 1.2).
pub const PENDING_LIFETIME: Millis = Millis::from_minutes(10);

/// Marks the tab an authorization was started in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TabNonce(String);

impl TabNonce {
    /// A new one.
    pub fn generate(random: &dyn Random) -> Result<Self, RandomError> {
        random_text(random).map(Self)
    }

    /// As the tab's storage keeps it.
    pub const fn recorded(text: String) -> Self {
        Self(text)
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An authorization request that was sent and not yet answered: what this tab
/// must remember while the listener is at Spotify. Made anew for every
/// attempt, used at most once (security 4, 5, 13).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PendingAuthorization {
    pub(crate) state: State,
    pub(crate) verifier: CodeVerifier,
    pub(crate) client_id: ClientId,
    pub(crate) redirect_uri: RedirectUri,
    pub(crate) scopes: ScopeSet,
    pub(crate) issuer: String,
    pub(crate) created_at: Millis,
    pub(crate) return_to: Route,
    pub(crate) tab: TabNonce,
}

/// Why an authorization response leads to no code exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AuthorizationFailure {
    /// The response does not belong to a request of this tab, or is too old.
    /// Which of these, an attacker need not know (security 14).
    #[error("the response answers no pending request of this tab")]
    NotOurs,
    /// Spotify answered with an error.
    #[error("the authorization server answered {0}")]
    Refused(AuthorizationError),
}

/// An authorization response that passed every check. Nothing else can be
/// exchanged, and exchanging consumes it.
#[derive(Debug)]
pub struct ValidatedCallback {
    pub(crate) code: AuthorizationCode,
    pub(crate) verifier: CodeVerifier,
    pub(crate) client_id: ClientId,
    pub(crate) redirect_uri: RedirectUri,
    pub(crate) scopes: ScopeSet,
    pub(crate) return_to: Route,
}

impl PendingAuthorization {
    /// Prepares a new attempt with a fresh verifier and state.
    pub fn begin(
        client_id: ClientId,
        redirect_uri: RedirectUri,
        scopes: ScopeSet,
        return_to: Route,
        tab: TabNonce,
        now: Millis,
        random: &dyn Random,
    ) -> Result<Self, RandomError> {
        Ok(Self {
            state: State::generate(random)?,
            verifier: CodeVerifier::generate(random)?,
            client_id,
            redirect_uri,
            scopes,
            issuer: ISSUER.to_owned(),
            created_at: now,
            return_to,
            tab,
        })
    }

    /// Judges `response` for this request, in the order of security 14: the
    /// state first, and only then what the response says. Consumes the
    /// request whatever comes of it.
    pub fn validate(
        self,
        response: AuthorizationResponse,
        tab: &TabNonce,
        now: Millis,
    ) -> Result<ValidatedCallback, AuthorizationFailure> {
        let issuer_is_ours = response.issuer.is_none_or(|issuer| issuer == ISSUER);
        let is_ours = response.state == self.state
            && self.tab == *tab
            && self.issuer == ISSUER
            && issuer_is_ours
            && !self.is_stale(now);
        if !is_ours {
            return Err(AuthorizationFailure::NotOurs);
        }
        match response.outcome {
            Outcome::Error(error) => Err(AuthorizationFailure::Refused(error)),
            Outcome::Code(code) => Ok(ValidatedCallback {
                code,
                verifier: self.verifier,
                client_id: self.client_id,
                redirect_uri: self.redirect_uri,
                scopes: self.scopes,
                return_to: self.return_to,
            }),
        }
    }

    /// Whether it is older than [`PENDING_LIFETIME`], or from the future, as
    /// after the device's clock was set back.
    pub fn is_stale(&self, now: Millis) -> bool {
        now < self.created_at || PENDING_LIFETIME < now - self.created_at
    }

    /// The state it will be recognised by.
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// The verifier its challenge is made of.
    pub const fn verifier(&self) -> &CodeVerifier {
        &self.verifier
    }

    /// The app that asks.
    pub const fn client_id(&self) -> &ClientId {
        &self.client_id
    }

    /// Where the answer is sent.
    pub const fn redirect_uri(&self) -> &RedirectUri {
        &self.redirect_uri
    }

    /// What is asked for.
    pub const fn scopes(&self) -> ScopeSet {
        self.scopes
    }

    /// The page the listener came from.
    pub fn return_to(&self) -> Route {
        self.return_to.clone()
    }
}

impl ValidatedCallback {
    /// What was asked for.
    pub const fn scopes(&self) -> ScopeSet {
        self.scopes
    }

    /// The app that asked.
    pub const fn client_id(&self) -> &ClientId {
        &self.client_id
    }

    /// The page the listener came from.
    pub fn return_to(&self) -> Route {
        self.return_to.clone()
    }
}

#[cfg(test)]
#[path = "pending_tests.rs"]
mod tests;
