use std::rc::Rc;

use super::{Draft, Step};
use crate::{
    oauth::{
        AuthorizationRequest, CodeVerifier, Outcome, Parameter, PendingAuthorization, Secret,
        TokenError, ValidatedCallback, VerifierError,
    },
    session::{ExchangeTrace, FlowTrace, Judged, PracticeGrant},
};

/// A practice run, as far as it has come. Its secrets are in memory only, and
/// gone with it.
#[derive(Clone)]
pub struct Practice {
    /// The request: put together here, or, once there is an answer, as it was
    /// sent.
    pub draft: Draft,
    answer: Option<Rc<Judged>>,
    /// Another verifier to exchange the code with than the one that belongs to
    /// it.
    pub instead: Option<Result<CodeVerifier, VerifierError>>,
    exchange: Option<ExchangeTrace>,
    has_tokens: bool,
    granted: Option<PracticeGrant>,
    renewed: Option<Renewed>,
    /// Whether an answer of the token endpoint is waited for.
    pub is_waiting: bool,
}

/// What came of refreshing a grant.
#[derive(Clone, Debug)]
pub struct Renewed {
    /// What was sent, and what came back.
    pub trace: ExchangeTrace,
    /// Whether a new refresh token came, if new tokens came at all.
    pub rotated: Result<bool, TokenError>,
}

impl Practice {
    /// At its beginning.
    pub const fn begin(draft: Draft) -> Self {
        Self {
            draft,
            answer: None,
            instead: None,
            exchange: None,
            has_tokens: false,
            granted: None,
            renewed: None,
            is_waiting: false,
        }
    }

    /// Back from Spotify, with an answer to a request of its own. `draft` is
    /// what a new run would begin with.
    pub fn answered(judged: Box<Judged>, draft: Draft) -> Self {
        let sent = judged
            .trace
            .request
            .as_ref()
            .map(PendingAuthorization::request);
        let draft = match sent.cloned() {
            Some(sent) => Draft {
                verifier: Ok(sent.verifier),
                state: sent.state,
                client_id: Some(sent.client_id),
                redirect_uri: sent.redirect_uri,
                scopes: sent.scopes,
                show_dialog: sent.show_dialog,
                ..draft
            },
            None => draft,
        };
        Self {
            answer: Some(Rc::from(judged)),
            ..Self::begin(draft)
        }
    }

    /// The answer it came back with.
    pub fn answer(&self) -> Option<&Judged> {
        self.answer.as_deref()
    }

    /// The last exchange.
    pub const fn exchange(&self) -> Option<&ExchangeTrace> {
        self.exchange.as_ref()
    }

    /// Whether the last exchange brought tokens.
    pub const fn has_tokens(&self) -> bool {
        self.has_tokens
    }

    /// What was granted.
    pub const fn granted(&self) -> Option<&PracticeGrant> {
        self.granted.as_ref()
    }

    /// The last refresh.
    pub const fn renewed(&self) -> Option<&Renewed> {
        self.renewed.as_ref()
    }

    /// Whether the request can still be changed: it has not been answered.
    pub const fn is_draft(&self) -> bool {
        self.answer.is_none()
    }

    /// How far one can go.
    pub fn furthest(&self) -> Step {
        match (&self.answer, &self.exchange) {
            (_, Some(_)) => Step::Answer,
            (Some(judged), None) if judged.verdict.is_ok() => Step::Exchange,
            (Some(_), None) => Step::Callback,
            (None, None) => Step::Consent,
        }
    }

    /// What "Exchange" sends: the code, with the verifier that belongs to it
    /// or with another one. `None` if there is no code, or no such verifier.
    pub fn to_exchange(&self) -> Option<ValidatedCallback> {
        let callback = self.answer()?.verdict.as_ref().ok()?;
        let verifier = match &self.instead {
            Some(instead) => instead.clone().ok()?,
            None => callback.verifier().clone(),
        };
        Some(callback.to_try(verifier))
    }

    /// The request that was answered.
    pub fn sent(&self) -> Option<&AuthorizationRequest> {
        let request = self.answer()?.trace.request.as_ref()?;
        Some(request.request())
    }

    /// An exchange has been answered. What an earlier one granted stays: a code
    /// that is used again does not take it away here. `false`, and nothing done,
    /// if it was the exchange of another run.
    pub fn exchanged(&mut self, trace: ExchangeTrace, granted: Option<PracticeGrant>) -> bool {
        let is_own = self.code().is_some_and(|code| trace.sent.contains(&code));
        if !is_own {
            return false;
        }
        self.is_waiting = false;
        self.exchange = Some(trace);
        self.has_tokens = granted.is_some();
        if granted.is_some() {
            self.granted = granted;
            self.renewed = None;
        }
        true
    }

    /// The code of the answer, as an exchange sends it.
    fn code(&self) -> Option<Parameter> {
        match self.answer()?.trace.response.as_ref()?.outcome() {
            Outcome::Code(code) => Some(Parameter::secret("code", Secret::Code(code.clone()))),
            Outcome::Error(_) => None,
        }
    }

    /// A refresh has been answered. Nothing is done if what it refreshed has
    /// been thrown away meanwhile.
    pub fn refreshed(&mut self, trace: ExchangeTrace, granted: Result<PracticeGrant, TokenError>) {
        let before = self.granted.as_ref();
        let Some(before) = before.and_then(|grant| grant.tokens.refresh.clone()) else {
            return;
        };
        let token = Parameter::secret("refresh_token", Secret::Refresh(before.clone()));
        if !trace.sent.contains(&token) {
            return;
        }
        self.is_waiting = false;
        let rotated = granted.map(|granted| {
            let rotated = granted.tokens.refresh.as_ref() != Some(&before);
            self.granted = Some(granted);
            rotated
        });
        self.renewed = Some(Renewed { trace, rotated });
    }

    /// Its story, if it has come to an exchange.
    pub fn story(&self) -> Option<FlowTrace> {
        Some(FlowTrace {
            callback: self.answer()?.trace.clone(),
            exchange: self.exchange.clone(),
        })
    }

    /// Throws away what was granted.
    pub fn let_go(&mut self) {
        self.granted = None;
        self.exchange = None;
        self.renewed = None;
        self.is_waiting = false;
    }
}
