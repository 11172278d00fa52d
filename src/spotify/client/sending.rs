use std::{cell::Cell, rc::Rc};

use super::{Client, TokenUnavailable};
use crate::{
    config,
    oauth::AccessToken,
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
        let priority = Rc::new(Cell::new(plan.priority));
        let outcome = self.clone().send_paced(plan.clone(), priority).await;
        // Even of a failure it is not known what it changed.
        self.memory().spoil(plan);
        outcome
    }

    /// Joins whoever is asking the same, or asks.
    async fn share(&self, plan: &Plan) -> Result<Rc<Response>, Error> {
        let session = self.0.tokens.session_number();
        if let Some(flight) = self.0.flights.join(session, plan) {
            self.0.meter.count_joined(plan.endpoint.bucket);
            return flight.await;
        }
        let priority = Rc::new(Cell::new(plan.priority));
        let sending = self.clone().send_paced(plan.clone(), Rc::clone(&priority));
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
            let outcome = self.send_authorized(&plan).await;
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

    /// Knows before asking that Spotify would refuse.
    fn check_scopes(&self, plan: &Plan) -> Result<(), Error> {
        let Some(granted) = self.0.tokens.granted() else {
            return Err(TokenUnavailable::SignedOut.into());
        };
        let missing = plan.scopes.iter().find(|scope| !granted.contains(*scope));
        missing.map_or(Ok(()), |scope| Err(Error::ScopeNotGranted(scope)))
    }

    /// One call; after a 401 one renewal and one replay, never more (security
    /// 28). A refusal that has been seen to pass is asked about twice, where
    /// asking does no harm (contract 3.3).
    async fn send_authorized(&self, plan: &Plan) -> Result<Response, Error> {
        let token = self.0.tokens.access_token().await?;
        match self.send_once(plan, &token).await {
            Err(Error::Unauthorized) => {
                let renewed = self.0.tokens.replace(token).await?;
                self.send_once(plan, &renewed).await
            }
            Err(Error::Forbidden(refusal))
                if refusal.has_been_seen_to_pass() && plan.endpoint.is_read() =>
            {
                self.send_once(plan, &token).await
            }
            outcome => outcome,
        }
    }

    async fn send_once(&self, plan: &Plan, token: &AccessToken) -> Result<Response, Error> {
        let bucket = plan.endpoint.bucket;
        self.0.pacing.keep_pace().await;
        self.0.meter.count_sent(bucket);
        let begun = self.0.clock.now();
        let bearer = format!("Bearer {}", token.expose());
        let request = plan.request(config::API_ORIGIN, bearer);
        let response = match self.0.transport.send(request).await {
            Ok(response) => response,
            // Online, and no readable answer: blocked or throttled, and page
            // code cannot tell which (contract 3.5).
            Err(TransportError::Opaque) => {
                return Err(self.strike(plan, Limit::Unseen, None, begun));
            }
            Err(error) => return Err(error.into()),
        };
        if response.is_success() {
            self.0.meter.clear(bucket, begun);
            return Ok(response);
        }
        Err(match Error::judge(plan.endpoint, &response) {
            Verdict::Limited(limit, retry_after) => self.strike(plan, limit, retry_after, begun),
            Verdict::Failed(error) => error,
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

impl Refusal {
    /// Healthy sessions drew these at times (contract 3.3).
    const fn has_been_seen_to_pass(self) -> bool {
        matches!(
            self,
            Self::OwnerWithoutPremium | Self::ListenerWithoutPremium | Self::Closed
        )
    }
}
