use std::rc::Rc;

use super::{Grant, Listener, Session, SessionFamily, state::Phase};
use crate::{
    oauth::{
        AuthorizationRequest, ClientId, PendingAuthorization, Purpose, RedirectUri, ScopeSet,
        TokenError, TokenSet, ValidatedCallback,
    },
    ports::{Millis, RandomError, StoreError},
    route::Route,
    spotify::{self, Client, endpoints::me},
};

/// What a listener wants to sign in with.
#[derive(Clone, Debug)]
pub struct SignInRequest {
    /// The app.
    pub client_id: ClientId,
    /// Where Spotify is to send them back to.
    pub redirect_uri: RedirectUri,
    /// What to ask for.
    pub scopes: ScopeSet,
    /// Where they want to be afterwards.
    pub return_to: Route,
    /// Whether Spotify should ask even if they agreed before, so that they can
    /// choose another account.
    pub show_dialog: bool,
}

/// Where to send the listener so that they can agree. Carries the `state`, so
/// its `Debug` prints `[redacted]`.
pub struct AuthorizationUrl(String);

impl AuthorizationUrl {
    /// The address, for a top-level navigation and nothing else.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for AuthorizationUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[redacted]")
    }
}

/// Why signing in cannot even begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BeginError {
    /// There is no random to make secrets of.
    #[error(transparent)]
    Random(#[from] RandomError),
    /// The verifier cannot be kept while the listener is away.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why a verified callback did not lead to a session.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignInFailure {
    /// The code could not be exchanged. Whatever session there was before is
    /// untouched.
    #[error("the code was not exchanged: {0}")]
    Exchange(#[from] TokenError),
    /// The tokens cannot be kept in this tab.
    #[error(transparent)]
    Begin(#[from] BeginError),
    /// Meanwhile this session was signed out, or another begun: the grant
    /// belongs to what is over (security 31).
    #[error("the session has changed meanwhile")]
    Overtaken,
    /// There are tokens, but `/me` did not answer with the listener.
    #[error("the grant is not proven: {0}")]
    NotProven(#[from] spotify::Error),
}

impl Session {
    /// Prepares a sign-in and keeps what is needed to finish it, before
    /// anything navigates: if that fails there is no address to go to
    /// (security 5).
    pub fn begin(&self, asked: SignInRequest) -> Result<AuthorizationUrl, BeginError> {
        let request = AuthorizationRequest::new(
            asked.client_id,
            asked.redirect_uri,
            asked.scopes,
            asked.show_dialog,
            &*self.ports.random,
        )?;
        let client_id = request.client_id.clone();
        let url = self.set_out(request, Purpose::SignIn, asked.return_to)?;
        self.device.remember_client_id(&client_id);
        Ok(url)
    }

    /// Keeps `request` until it is answered.
    pub(super) fn set_out(
        &self,
        request: AuthorizationRequest,
        purpose: Purpose,
        return_to: Route,
    ) -> Result<AuthorizationUrl, BeginError> {
        let now = self.now();
        self.vault.sweep_pending(now);
        let tab = self.vault.tab_nonce(&*self.ports.random)?;
        let url = AuthorizationUrl(request.url());
        let pending = PendingAuthorization::new(request, purpose, return_to, tab, now);
        self.vault.put_pending(&pending)?;
        Ok(url)
    }

    /// Exchanges a verified callback and proves that the grant works.
    pub async fn finish(
        self: &Rc<Self>,
        callback: ValidatedCallback,
        client: &Client,
    ) -> Result<(), SignInFailure> {
        let epoch = self.epoch();
        self.set_authorizing(true);
        let exchanged = self.exchange(callback).await;
        self.set_authorizing(false);
        if self.epoch() != epoch {
            self.forget_trace();
            return Err(SignInFailure::Overtaken);
        }
        // What led to no session is not the story of the one there was.
        let grant = exchanged.inspect_err(|_| self.forget_trace())?;
        self.install(grant, client).await
    }

    /// Makes `grant` the session, in place of whatever there was, and proves
    /// that it works.
    pub(super) async fn install(
        self: &Rc<Self>,
        grant: Grant,
        client: &Client,
    ) -> Result<(), SignInFailure> {
        self.vault.put_grant(&grant).map_err(BeginError::from)?;
        // Other attempts of this tab have become pointless.
        self.vault.forget_pending();
        let former = self.grant();
        self.turn(Phase::Granted(grant));
        self.former.replace(former);
        self.renewal.trust_own_copy();
        self.claim();
        self.prove(client).await?;
        Ok(())
    }

    /// Asks `/me` who granted this, which is what proves a sign-in: someone
    /// who is not on the app's list gets this far too (contract 1.1).
    pub async fn prove(self: &Rc<Self>, client: &Client) -> Result<(), spotify::Error> {
        let epoch = self.epoch();
        let listener = Listener::from(client.call(me::profile()).await?);
        if let Some(grant) = self.grant().filter(|_| self.epoch() == epoch) {
            let grant = Grant {
                listener: Some(listener),
                ..grant
            };
            // Without storage the session lives until the tab is closed.
            let _ = self.vault.put_grant(&grant);
            self.update(grant);
            if let Some(former) = self.former.take() {
                self.tell_followed(&former);
            }
        }
        Ok(())
    }

    async fn exchange(&self, callback: ValidatedCallback) -> Result<Grant, SignInFailure> {
        let client_id = callback.client_id().clone();
        let exchanged = self.exchange_once(callback).await;
        self.end_trace(exchanged.trace);
        let grant = self.new_grant(client_id, exchanged.tokens?, self.now())?;
        Ok(grant)
    }

    /// A grant that nobody else has a copy of.
    pub(super) fn new_grant(
        &self,
        client_id: ClientId,
        tokens: TokenSet,
        authorized_at: Millis,
    ) -> Result<Grant, BeginError> {
        Ok(Grant {
            client_id,
            tokens,
            authorized_at,
            obtained_at: self.now(),
            family: SessionFamily::generate(&*self.ports.random)?,
            listener: None,
            is_borrowed: false,
        })
    }
}
