use super::{
    AuthorizationCode, AuthorizationError, AuthorizationRequest, AuthorizationResponse, Check,
    ClientId, CodeVerifier, ISSUER, Outcome, RedirectUri, ScopeSet, secret::random_text,
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

/// What an authorization is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// To sign in: the code is exchanged as soon as it has come.
    #[default]
    SignIn,
    /// To see how that goes: nothing happens by itself.
    Practice,
}

/// An authorization request that was sent and not yet answered: what this tab
/// must remember while the listener is at Spotify. Made anew for every
/// attempt, used at most once (security 4, 5, 13).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PendingAuthorization {
    pub(crate) request: AuthorizationRequest,
    pub(crate) issuer: String,
    pub(crate) created_at: Millis,
    pub(crate) return_to: Route,
    pub(crate) tab: TabNonce,
    pub(crate) purpose: Purpose,
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
    /// `request` as this tab is about to send it.
    pub fn new(
        request: AuthorizationRequest,
        purpose: Purpose,
        return_to: Route,
        tab: TabNonce,
        now: Millis,
    ) -> Self {
        Self {
            request,
            issuer: ISSUER.to_owned(),
            created_at: now,
            return_to,
            tab,
            purpose,
        }
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
        if self.failed_check(&response, tab, now).is_some() {
            return Err(AuthorizationFailure::NotOurs);
        }
        match response.outcome {
            Outcome::Error(error) => Err(AuthorizationFailure::Refused(error)),
            Outcome::Code(code) => Ok(ValidatedCallback {
                code,
                verifier: self.request.verifier,
                client_id: self.request.client_id,
                redirect_uri: self.request.redirect_uri,
                scopes: self.request.scopes,
                return_to: self.return_to,
            }),
        }
    }

    /// The first of the checks about whose answer this is that `response` does
    /// not pass.
    pub fn failed_check(
        &self,
        response: &AuthorizationResponse,
        tab: &TabNonce,
        now: Millis,
    ) -> Option<Check> {
        let is_ours = |issuer: &String| issuer == ISSUER;
        let asked_and_answered_by_one =
            is_ours(&self.issuer) && response.issuer.as_ref().is_none_or(is_ours);
        [
            (Check::SameState, response.state == self.request.state),
            (Check::SameTab, self.tab == *tab),
            (Check::SameIssuer, asked_and_answered_by_one),
            (Check::InTime, !self.is_stale(now)),
        ]
        .into_iter()
        .find_map(|(check, holds)| (!holds).then_some(check))
    }

    /// Whether it is older than [`PENDING_LIFETIME`], or from the future, as
    /// after the device's clock was set back.
    pub fn is_stale(&self, now: Millis) -> bool {
        now < self.created_at || PENDING_LIFETIME < now - self.created_at
    }

    /// What was asked.
    pub const fn request(&self) -> &AuthorizationRequest {
        &self.request
    }

    /// When it was made.
    pub const fn created_at(&self) -> Millis {
        self.created_at
    }

    /// What it is for.
    pub const fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// The page the listener came from.
    pub fn return_to(&self) -> Route {
        self.return_to.clone()
    }
}

impl ValidatedCallback {
    /// The same once more, with this verifier: only to show what Spotify says
    /// to a code that is used twice, or with a verifier of another challenge.
    #[must_use]
    pub fn to_try(&self, verifier: CodeVerifier) -> Self {
        Self {
            code: self.code.clone(),
            verifier,
            client_id: self.client_id.clone(),
            redirect_uri: self.redirect_uri.clone(),
            scopes: self.scopes,
            return_to: self.return_to.clone(),
        }
    }

    /// The verifier its challenge was made of.
    pub const fn verifier(&self) -> &CodeVerifier {
        &self.verifier
    }

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
