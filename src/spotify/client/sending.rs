use std::{cell::Cell, rc::Rc};

use super::{Client, TokenUnavailable};
use crate::{
    config,
    oauth::{AccessToken, Scope, ScopeSet},
    ports::{Millis, Response, TransportError},
    spotify::{Error, Limit, Priority, Refusal, Repeat, call::Plan, error::Verdict, pacing::Turn},
};

/// How often a read is repeated after trouble at Spotify.
const REPEATS: u32 = 2;

impl Client {
    /// Sends what `plan` says, and forgets what is untrue afterwards.
    pub(super) async fn send(&self, plan: &Plan) -> Result<Rc<Response>, Error> {
        self.check_scopes(plan)?;
        if plan.endpoint.is_read() {
            return self.share(plan).await;
        }
        let _untrue = Untrue { client: self, plan };
        let asked_in = self.now_asked();
        let priority = Rc::new(Cell::new(plan.priority));
        self.clone()
            .send_paced(plan.clone(), asked_in, priority)
            .await
    }

    /// Joins whoever is asking the same, or asks.
    async fn share(&self, plan: &Plan) -> Result<Rc<Response>, Error> {
        let session = self.0.tokens.session_number();
        if let Some(flight) = self.0.flights.join(session, plan) {
            self.0.meter.count_joined(plan.endpoint.bucket);
            return flight.await;
        }
        let priority = Rc::new(Cell::new(plan.priority));
        let sending = self
            .clone()
            .send_paced(plan.clone(), AskedIn(session), Rc::clone(&priority));
        let flight = self
            .0
            .flights
            .begin(session, plan, priority, Box::pin(sending));
        flight.await
    }

    /// Sends when it is the call's turn; again after trouble at Spotify, where
    /// that does no harm.
    async fn send_paced(
        self,
        plan: Plan,
        asked_in: AskedIn,
        priority: Rc<Cell<Priority>>,
    ) -> Result<Rc<Response>, Error> {
        let bucket = plan.endpoint.bucket;
        let mut repeats = 0;
        loop {
            let turn = Turn {
                bucket,
                priority: Rc::clone(&priority),
            };
            let permit = self.0.pacing.turn(turn).await.map_err(Error::Limited)?;
            let outcome = self.send_authorized(&plan, asked_in).await;
            drop(permit);
            let may_repeat = plan.endpoint.repeat == Repeat::Freely && repeats < REPEATS;
            match outcome {
                Err(Error::ServerTrouble(_)) if may_repeat => {
                    self.0.clock.sleep(self.backoff(repeats)).await;
                    repeats += 1;
                }
                outcome => return outcome.map(Rc::new),
            }
        }
    }

    /// The session as it is now, for what is asked in it.
    pub(super) fn now_asked(&self) -> AskedIn {
        AskedIn(self.0.tokens.session_number())
    }

    /// Knows before asking that Spotify would refuse.
    fn check_scopes(&self, plan: &Plan) -> Result<(), Error> {
        let Some(granted) = self.0.tokens.granted() else {
            return Err(TokenUnavailable::SignedOut.into());
        };
        let is_missing = |scope: &Scope| !granted.contains(*scope);
        let missing: ScopeSet = plan.scopes.iter().filter(is_missing).collect();
        if missing == ScopeSet::default() {
            Ok(())
        } else {
            Err(Error::ScopesNotGranted(missing))
        }
    }

    /// One call; after a 401 one renewal and one replay, never more (security
    /// 28). A refusal that has been seen to pass is asked about twice, where
    /// asking does no harm (contract 3.3).
    async fn send_authorized(&self, plan: &Plan, asked_in: AskedIn) -> Result<Response, Error> {
        // A token of another session would act as somebody else.
        self.check_session(asked_in)?;
        let token = self.0.tokens.access_token().await?;
        match self.send_once(plan, &token, asked_in).await {
            Err(Error::Unauthorized) => {
                self.check_session(asked_in)?;
                let renewed = self.0.tokens.replace(token.clone()).await?;
                // The session has no other to give for now.
                if renewed == token {
                    return Err(Error::Unauthorized);
                }
                self.send_once(plan, &renewed, asked_in).await
            }
            Err(Error::Forbidden(refusal))
                if refusal.has_been_seen_to_pass() && plan.endpoint.is_read() =>
            {
                self.send_once(plan, &token, asked_in).await
            }
            outcome => outcome,
        }
    }

    /// Whether the session is still the one that the call was asked in: what
    /// waited in the queue must not be done for whoever came after (security
    /// 31).
    fn check_session(&self, asked_in: AskedIn) -> Result<(), Error> {
        if self.now_asked() == asked_in {
            Ok(())
        } else {
            Err(TokenUnavailable::SignedOut.into())
        }
    }

    async fn send_once(
        &self,
        plan: &Plan,
        token: &AccessToken,
        asked_in: AskedIn,
    ) -> Result<Response, Error> {
        let sent = self.transmit(plan, token, asked_in).await?;
        self.judge(plan, &sent)?;
        Ok(sent.response)
    }

    /// Sends `plan` and brings whatever comes.
    pub(super) async fn transmit(
        &self,
        plan: &Plan,
        token: &AccessToken,
        asked_in: AskedIn,
    ) -> Result<Sent, Error> {
        let bucket = plan.endpoint.bucket;
        self.0.pacing.keep_pace().await;
        self.check_session(asked_in)?;
        self.0.meter.count_sent(bucket);
        let begun = self.0.clock.now();
        let bearer = format!("Bearer {}", token.expose());
        let request = plan.request(config::API_ORIGIN, bearer);
        match self.0.transport.send(request).await {
            Ok(response) => Ok(Sent { response, begun }),
            // Online, and no readable answer: blocked or throttled, and page
            // code cannot tell which (contract 3.5).
            Err(TransportError::Opaque) => Err(self.strike(plan, Limit::Unseen, None, begun)),
            Err(error) => Err(error.into()),
        }
    }

    /// What an answer says about limits, and whether it is a success.
    pub(super) fn judge(&self, plan: &Plan, sent: &Sent) -> Result<(), Error> {
        let bucket = plan.endpoint.bucket;
        let Sent { response, begun } = sent;
        if response.is_success() {
            self.0.meter.clear(bucket, *begun);
            return Ok(());
        }
        Err(match Error::judge(plan.endpoint, response) {
            Verdict::Limited(limit, retry_after) => self.strike(plan, limit, retry_after, *begun),
            Verdict::Failed(error) => {
                // Trouble at Spotify says nothing about limits; any other
                // answer says that there is none just now.
                if !matches!(error, Error::ServerTrouble(_)) {
                    self.0.meter.clear(bucket, *begun);
                }
                error
            }
        })
    }

    /// Remembers what an outcome says about the bucket; the error that follows.
    fn strike(
        &self,
        plan: &Plan,
        limit: Limit,
        retry_after: Option<Millis>,
        begun: Millis,
    ) -> Error {
        let bucket = plan.endpoint.bucket;
        match self.0.meter.strike(bucket, limit, retry_after, begun) {
            Some(limited) => Error::Limited(limited),
            None => TransportError::Opaque.into(),
        }
    }

    /// Half a second, doubling, with up to as much again at random, so that
    /// many tabs do not come back at the same moment.
    fn backoff(&self, repeats: u32) -> Millis {
        let base = 500_u64 << repeats;
        let mut jitter = [0; 2];
        // Without random the wait is merely less spread out.
        let _ = self.0.random.fill(&mut jitter);
        Millis(base + u64::from(u16::from_le_bytes(jitter)) % base)
    }
}

/// The session in which a call was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct AskedIn(u64);

/// An answer, and when its call was sent.
pub(super) struct Sent {
    pub response: Response,
    pub begun: Millis,
}

/// Forgets what a write makes untrue when it is over, whichever way: it may
/// have changed something even if it failed or nobody waited for its answer.
/// Reads that began before then may have missed it, so nobody joins them.
struct Untrue<'a> {
    client: &'a Client,
    plan: &'a Plan,
}

impl Drop for Untrue<'_> {
    fn drop(&mut self) {
        self.client.memory().spoil(self.plan);
        self.client.0.flights.part();
    }
}

impl Refusal {
    /// Healthy sessions drew these at times (contract 3.3).
    const fn has_been_seen_to_pass(self) -> bool {
        matches!(
            self,
            Self::OwnerWithoutPremium | Self::ListenerWithoutPremium | Self::Closed
        )
    }
}
