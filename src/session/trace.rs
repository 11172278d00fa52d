//! What a sign-in was made of, kept for whoever wants to see it. A trace holds
//! secrets, so it lives in memory only, in the page that met them.

use super::{Judged, Session};
use crate::{
    oauth::{
        AuthorizationResponse, Check, Outcome, Parameter, PendingAuthorization, Secret, State,
        TokenAnswer,
    },
    ports::Millis,
};

/// An authorization response as it came, and what the checks said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallbackTrace {
    /// The request it answers; none if no such request was pending.
    pub request: Option<PendingAuthorization>,
    /// The response itself, if it was well-formed.
    pub response: Option<AuthorizationResponse>,
    /// The check that ended it, if one did.
    pub failed: Option<Check>,
    /// When it came.
    pub received_at: Millis,
}

/// A request to the token endpoint, and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExchangeTrace {
    /// What was sent.
    pub sent: Vec<Parameter>,
    /// What came back.
    pub answer: TokenAnswer,
    /// How long that took.
    pub took: Millis,
}

/// The sign-in that this page finished, from the request to the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowTrace {
    /// The callback, with the request it answers.
    pub callback: CallbackTrace,
    /// The exchange, once there is an answer.
    pub exchange: Option<ExchangeTrace>,
}

impl Session {
    /// How the session of this page came to be, if this page saw it.
    pub fn trace(&self) -> Option<FlowTrace> {
        self.trace.borrow().clone()
    }

    pub(super) fn tell_trace(&self, trace: FlowTrace) {
        self.trace.replace(Some(trace));
    }

    pub(super) fn forget_trace(&self) {
        self.trace.take();
    }

    pub(super) fn begin_trace(&self, callback: CallbackTrace) {
        self.tell_trace(FlowTrace {
            callback,
            exchange: None,
        });
    }

    pub(super) fn end_trace(&self, exchange: ExchangeTrace) {
        if let Some(trace) = &mut *self.trace.borrow_mut() {
            trace.exchange = Some(exchange);
        }
    }
}

impl CallbackTrace {
    /// The parameters that came in the address, as far as they could be read.
    pub fn parameters(&self) -> Vec<Parameter> {
        let Some(response) = &self.response else {
            return Vec::new();
        };
        let outcome = match response.outcome() {
            Outcome::Code(code) => Parameter::secret("code", Secret::Code(code.clone())),
            Outcome::Error(error) => Parameter::plain("error", error.to_string()),
        };
        let state = Parameter::secret("state", Secret::State(response.state().clone()));
        let issuer = response.issuer();
        [outcome, state]
            .into_iter()
            .chain(issuer.map(|issuer| Parameter::plain("iss", issuer)))
            .collect()
    }

    /// How the same response would be judged if it brought `state` back: by
    /// the same code, in the same tab, at the same moment. `None` if there was
    /// nothing to be judged.
    pub fn with_state(&self, state: State) -> Option<Judged> {
        let (response, request) = (self.response.clone()?, self.request.clone()?);
        let tab = request.tab.clone();
        // What waits is found by its state.
        let found = Some(request).filter(|request| request.request().state == state);
        let read = Ok(response.with_state(state));
        Some(Judged::judge(read, found, Some(&tab), self.received_at))
    }
}
