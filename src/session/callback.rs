use super::{CallbackTrace, Session};
use crate::{
    oauth::{
        AuthorizationFailure, AuthorizationResponse, Check, MalformedResponse,
        PendingAuthorization, Purpose, TabNonce, ValidatedCallback,
    },
    ports::Millis,
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
    /// With an answer to a practice run, whatever it says. Nothing is done with
    /// it by itself.
    Practice(Box<Judged>),
}

/// An authorization response that cannot be exchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailedCallback {
    /// Why.
    pub failure: CallbackFailure,
    /// The page the listener came from, where that is known.
    pub return_to: Route,
}

/// An authorization response, and what is to be thought of it.
#[derive(Debug)]
pub struct Judged {
    /// What came, and how it was checked.
    pub trace: CallbackTrace,
    /// Whether it can be exchanged.
    pub verdict: Result<ValidatedCallback, CallbackFailure>,
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

impl Judged {
    /// Judges what was `read` from an address at `now`, in the tab marked by
    /// `tab`. `request` is the one it names, taken out of what is pending.
    pub fn judge(
        read: Result<AuthorizationResponse, MalformedResponse>,
        request: Option<PendingAuthorization>,
        tab: Option<&TabNonce>,
        now: Millis,
    ) -> Self {
        let mut trace = CallbackTrace {
            request: request.clone(),
            response: read.as_ref().ok().cloned(),
            failed: None,
            received_at: now,
        };
        let verdict = verdict(read, request, tab, now).map_err(|(check, failure)| {
            trace.failed = Some(check);
            failure
        });
        Self { trace, verdict }
    }
}

fn verdict(
    read: Result<AuthorizationResponse, MalformedResponse>,
    request: Option<PendingAuthorization>,
    tab: Option<&TabNonce>,
    now: Millis,
) -> Result<ValidatedCallback, (Check, CallbackFailure)> {
    let response = read.map_err(|malformed| (malformed.into(), malformed.into()))?;
    let not_ours = AuthorizationFailure::NotOurs.into();
    let request = request.ok_or((Check::Pending, not_ours))?;
    let tab = tab.ok_or((Check::SameTab, not_ours))?;
    let failed = request.failed_check(&response, tab, now);
    request
        .validate(response, tab, now)
        .map_err(|failure| (failed.unwrap_or(Check::Agreed), failure.into()))
}

impl Session {
    /// Judges the address the app was opened at, given without `?` and `#`.
    /// The caller has cleaned the address bar already. What was pending for a
    /// state that the address names is taken first and gone for good, whatever
    /// comes of it (security 12, 13).
    pub fn receive(&self, query: &str, fragment: &str) -> Arrival {
        let now = self.now();
        let Some(read) = AuthorizationResponse::read(query, fragment) else {
            let newest = self.vault.sweep_pending(now);
            return match newest.map(|pending| pending.purpose()) {
                Some(Purpose::SignIn) => Arrival::Unfinished,
                Some(Purpose::Practice) | None => Arrival::Ordinary,
            };
        };
        let claimed = AuthorizationResponse::claimed_states(query);
        let taken: Vec<_> = claimed
            .iter()
            .filter_map(|state| self.vault.take_pending(state))
            .collect();
        let taken = taken.into_iter().next();
        let return_to = taken.as_ref().map(PendingAuthorization::return_to);
        let purpose = taken.as_ref().map(PendingAuthorization::purpose);
        let tab = self.vault.tab_nonce(&*self.ports.random).ok();
        let judged = Judged::judge(read, taken, tab.as_ref(), now);
        if purpose == Some(Purpose::Practice) {
            return Arrival::Practice(Box::new(judged));
        }
        match judged.verdict {
            Ok(callback) => {
                self.begin_trace(judged.trace);
                Arrival::Answered(callback)
            }
            Err(failure) => Arrival::Failed(FailedCallback {
                failure,
                return_to: return_to.unwrap_or_default(),
            }),
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
