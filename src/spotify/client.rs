use std::rc::Rc;

use futures::future::LocalBoxFuture;
use serde::de::DeserializeOwned;

use super::{Endpoint, Error, Refusal, pacing::Pacing};
use crate::{
    config, json,
    oauth::{AccessToken, ScopeSet, TokenError},
    ports::{Clock, Millis, Random, Response, Transport},
};

/// Why there is no token to call with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenUnavailable {
    /// Nobody is signed in, or the grant has ended.
    #[error("signing in is needed")]
    SignedOut,
    /// It could not be renewed; the session is kept.
    #[error("the token could not be renewed: {0}")]
    NotRenewed(#[from] TokenError),
    /// The session belongs to another tab, which does not answer.
    #[error("the tab that holds the session does not answer")]
    OtherTabSilent,
}

/// Where the client's tokens come from: the session.
pub trait TokenSource {
    /// A token that is good by this device's clock, renewed first if need be.
    fn access_token(&self) -> LocalBoxFuture<'static, Result<AccessToken, TokenUnavailable>>;

    /// A token other than `rejected`, which the API answered with 401.
    fn replace(
        &self,
        rejected: AccessToken,
    ) -> LocalBoxFuture<'static, Result<AccessToken, TokenUnavailable>>;

    /// What the listener granted; `None` when nobody is signed in.
    fn granted(&self) -> Option<ScopeSet>;
}

/// Calls the Web API. The only place that attaches a token, and only to paths
/// below Spotify's API (security 48). Clones share one queue.
#[derive(Clone)]
pub struct Client {
    transport: Rc<dyn Transport>,
    tokens: Rc<dyn TokenSource>,
    clock: Rc<dyn Clock>,
    random: Rc<dyn Random>,
    pacing: Pacing,
}

/// How often a read is repeated after trouble at Spotify.
const REPEATS: u32 = 2;

impl Client {
    /// A client that calls as whoever `tokens` speaks for.
    pub fn new(
        transport: Rc<dyn Transport>,
        tokens: Rc<dyn TokenSource>,
        clock: Rc<dyn Clock>,
        random: Rc<dyn Random>,
    ) -> Self {
        Self {
            transport,
            tokens,
            clock,
            random,
            pacing: Pacing::default(),
        }
    }

    /// Calls `endpoint` and reads its JSON answer.
    pub async fn call<T: DeserializeOwned>(&self, endpoint: &Endpoint) -> Result<T, Error> {
        let response = self.send(endpoint).await?;
        json::read(&response.body).ok_or(Error::Unreadable)
    }

    async fn send(&self, endpoint: &Endpoint) -> Result<Response, Error> {
        self.check_scopes(endpoint)?;
        let _turn = self.pacing.turn().await;
        let mut repeats = 0;
        loop {
            let outcome = self.send_authorized(endpoint).await;
            let is_trouble = matches!(outcome, Err(Error::ServerTrouble(_)));
            if !(is_trouble && endpoint.is_repeatable() && repeats < REPEATS) {
                return outcome;
            }
            self.clock.sleep(self.backoff(repeats)).await;
            repeats += 1;
        }
    }

    /// Knows before asking that Spotify would refuse.
    fn check_scopes(&self, endpoint: &Endpoint) -> Result<(), Error> {
        let Some(granted) = self.tokens.granted() else {
            return Err(TokenUnavailable::SignedOut.into());
        };
        match endpoint
            .scopes
            .iter()
            .find(|scope| !granted.contains(**scope))
        {
            Some(missing) => Err(Error::ScopeNotGranted(*missing)),
            None => Ok(()),
        }
    }

    /// One call; after a 401 one renewal and one replay, never more (security
    /// 28). A refusal that has been seen to pass is asked about twice, where
    /// asking does no harm (contract 3.3).
    async fn send_authorized(&self, endpoint: &Endpoint) -> Result<Response, Error> {
        let token = self.tokens.access_token().await?;
        match self.send_once(endpoint, &token).await {
            Err(Error::Unauthorized) => {
                let renewed = self.tokens.replace(token).await?;
                self.send_once(endpoint, &renewed).await
            }
            Err(Error::Forbidden(Refusal::OwnerWithoutPremium | Refusal::Other))
                if endpoint.is_repeatable() =>
            {
                self.send_once(endpoint, &token).await
            }
            outcome => outcome,
        }
    }

    async fn send_once(&self, endpoint: &Endpoint, token: &AccessToken) -> Result<Response, Error> {
        let bearer = format!("Bearer {}", token.expose());
        let request = endpoint.request(config::API_ORIGIN, bearer);
        let response = self.transport.send(request).await?;
        if response.is_success() {
            Ok(response)
        } else {
            Err(Error::from_response(&response))
        }
    }

    /// Half a second, doubling, with up to as much again at random, so that
    /// many tabs do not come back at the same moment.
    fn backoff(&self, repeats: u32) -> Millis {
        let base = 500_u64 << repeats;
        let mut jitter = [0; 2];
        // Without random the wait is merely less spread out.
        let _ = self.random.fill(&mut jitter);
        Millis(base + u64::from(u16::from_le_bytes(jitter)) % base)
    }
}
