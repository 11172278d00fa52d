use super::Session;
use crate::{
    oauth::{
        AuthorizationFailure, AuthorizationResponse, MalformedResponse, PendingAuthorization,
        ValidatedCallback,
    },
    route::Route,
};

/// How the app was come to.
#[derive(Debug)]
pub enum Arrival {
    /// As any page is.
    Ordinary,
    /// A sign-in was begun in this tab and Spotify has sent no answer: the
    /// listener came back on their own (contract 1.2).
    Unfinished,
    /// With an answer that is ours.
    Answered(ValidatedCallback),
    /// With an answer that leads nowhere.
    Failed(FailedCallback),
}

/// An authorization response that cannot be exchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailedCallback {
    /// Why.
    pub failure: CallbackFailure,
    /// The page the listener came from, where that is known.
    pub return_to: Route,
}

/// Why an authorization response cannot be exchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CallbackFailure {
    /// It is no proper response.
    #[error(transparent)]
    Malformed(#[from] MalformedResponse),
    /// It is not ours, or Spotify said no.
    #[error(transparent)]
    Authorization(#[from] AuthorizationFailure),
}

impl Session {
    /// Judges the address the app was opened at, given without `?` and `#`.
    /// The caller has cleaned the address bar already. What was pending for a
    /// state that the address names is taken first and gone for good, whatever
    /// comes of it (security 12, 13).
    pub fn receive(&self, query: &str, fragment: &str) -> Arrival {
        let now = self.now();
        let Some(read) = AuthorizationResponse::read(query, fragment) else {
            return match self.vault.sweep_pending(now) {
                Some(_) => Arrival::Unfinished,
                None => Arrival::Ordinary,
            };
        };
        let mut taken: Vec<_> = AuthorizationResponse::claimed_states(query)
            .iter()
            .filter_map(|state| self.vault.take_pending(state))
            .collect();
        let return_to = taken
            .first()
            .map_or(Route::Home, PendingAuthorization::return_to);
        let failed = |failure| Arrival::Failed(FailedCallback { failure, return_to });
        let response = match read {
            Ok(response) => response,
            Err(malformed) => return failed(malformed.into()),
        };
        let not_ours = AuthorizationFailure::NotOurs;
        let Ok(tab) = self.vault.tab_nonce(&*self.ports.random) else {
            return failed(not_ours.into());
        };
        let judged = match taken.pop() {
            Some(pending) => pending.validate(response, &tab, now),
            None => Err(not_ours),
        };
        match judged {
            Ok(callback) => Arrival::Answered(callback),
            Err(failure) => failed(failure.into()),
        }
    }

    /// Whether the browser lets this tab keep what a sign-in needs to survive
    /// the way to Spotify and back (security 52).
    pub fn can_keep_secrets(&self) -> bool {
        self.vault.tab_nonce(&*self.ports.random).is_ok()
    }

    /// The listener says they will not finish the sign-in they began.
    pub fn give_up_pending(&self) {
        self.vault.forget_pending();
    }
}
