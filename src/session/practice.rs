//! Sign-ins that are tried out: what comes of them is given to whoever tries,
//! and touches the session only when that is asked for.

use std::rc::Rc;

use super::{
    AuthorizationUrl, BeginError, ExchangeTrace, FlowTrace, Session, SignInFailure,
    exchange::Exchanged,
};
use crate::{
    oauth::{
        AuthorizationRequest, ClientId, CodeVerifier, Purpose, State, TokenError, TokenSet,
        ValidatedCallback, read_refresh, refresh_parameters, refresh_request,
    },
    ports::{Millis, Response},
    route::Route,
    spotify::Client,
};

/// What was granted in a practice run. Whoever lets go of it has thrown it
/// away: it is kept nowhere else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PracticeGrant {
    /// The app it was granted to.
    pub client_id: ClientId,
    /// Its tokens.
    pub tokens: TokenSet,
    /// When the listener agreed.
    pub authorized_at: Millis,
}

impl Session {
    /// A verifier and a state that nobody has used.
    pub fn fresh_secrets(&self) -> Result<(CodeVerifier, State), BeginError> {
        let random = &*self.ports.random;
        Ok((CodeVerifier::generate(random)?, State::generate(random)?))
    }

    /// Prepares a practice run that comes back to the workshop.
    pub fn begin_practice(
        &self,
        request: AuthorizationRequest,
    ) -> Result<AuthorizationUrl, BeginError> {
        self.set_out(request, Purpose::Practice, Route::workshop())
    }

    /// What the last practice run asked for, if Spotify has not answered it:
    /// whoever came back on their own can begin with it again.
    pub fn unanswered_practice(&self) -> Option<AuthorizationRequest> {
        let pending = self.vault.sweep_pending(self.now())?;
        (pending.purpose() == Purpose::Practice).then(|| pending.request().clone())
    }

    /// Exchanges a code for a grant of practice.
    pub async fn practise_exchange(
        &self,
        callback: ValidatedCallback,
    ) -> (ExchangeTrace, Result<PracticeGrant, TokenError>) {
        let client_id = callback.client_id().clone();
        let Exchanged { trace, tokens } = self.exchange_once(callback).await;
        let granted = tokens.map(|tokens| PracticeGrant {
            client_id,
            tokens,
            authorized_at: self.now(),
        });
        (trace, granted)
    }

    /// Renews a grant of practice. `None` if it has no refresh token.
    pub async fn practise_refresh(
        &self,
        grant: &PracticeGrant,
    ) -> Option<(ExchangeTrace, Result<PracticeGrant, TokenError>)> {
        let (client_id, refresh_token) = (&grant.client_id, grant.tokens.refresh.as_ref()?);
        let sent = refresh_parameters(client_id, refresh_token);
        let request = refresh_request(client_id, refresh_token);
        let read = |response: &Response, now| read_refresh(response, &grant.tokens, now);
        let Exchanged { trace, tokens } = self.ask_for_tokens(sent, request, read).await;
        let granted = tokens.map(|tokens| PracticeGrant {
            tokens,
            ..grant.clone()
        });
        Some((trace, granted))
    }

    /// Makes a grant of practice the session, and `trace` its story.
    pub async fn use_practice(
        self: &Rc<Self>,
        granted: PracticeGrant,
        trace: FlowTrace,
        client: &Client,
    ) -> Result<(), SignInFailure> {
        let PracticeGrant {
            client_id,
            tokens,
            authorized_at,
        } = granted;
        self.device.remember_client_id(&client_id);
        let grant = self.new_grant(client_id, tokens, authorized_at)?;
        let family = grant.family.clone();
        let installed = self.install(grant, client).await;
        // The story of a session that never came to be, or is over already, is
        // nobody's.
        if self.grant().is_some_and(|own| own.family == family) {
            self.tell_trace(trace);
        }
        installed
    }
}
