use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use futures::{
    FutureExt,
    future::{LocalBoxFuture, Shared},
};

use super::{
    Ended, Grant, Session,
    state::{Epoch, Phase},
    turn::{Stage, Turn, turn},
};
use crate::{
    oauth::{AccessToken, TokenError, TokenSet, read_refresh, refresh_request},
    ports::{Millis, TransportError},
    spotify::TokenUnavailable,
};

pub(super) type Outcome = Result<AccessToken, TokenUnavailable>;

/// How often one renewal asks Spotify while there is trouble (security 24).
const ATTEMPTS: u32 = 3;

/// How long after a failed renewal nobody asks again (contract 2.3).
const COOL_DOWN: Millis = Millis::from_secs(30);

/// How much longer a renewal waits that nobody is waiting for.
const UNASKED_PAUSE: Millis = Millis::from_minutes(5);

/// The renewal that is under way, and what came of the last one.
#[derive(Default)]
pub(super) struct Renewal {
    running: RefCell<Option<Shared<LocalBoxFuture<'static, Outcome>>>>,
    rest: Cell<Option<Rest>>,
    /// When this document renewed the token last.
    renewed_at: Cell<Option<Millis>>,
    /// Whether this document knows that no tab has newer state: it made the
    /// grant itself, or holds the lock and has asked (security 32).
    is_original: Cell<bool>,
    /// Whether the last renewal asked Spotify itself.
    is_refreshed: Cell<bool>,
}

/// After a failed renewal.
#[derive(Clone, Copy)]
struct Rest {
    since: Millis,
    span: Millis,
    error: TokenError,
}

impl Renewal {
    pub(super) fn is_running(&self) -> bool {
        self.running.borrow().is_some()
    }

    pub(super) fn forget(&self) {
        self.running.borrow_mut().take();
        self.rest.set(None);
        self.renewed_at.set(None);
        self.is_original.set(false);
    }

    /// The token in use is not the one that was renewed last.
    pub(super) fn forget_when(&self) {
        self.renewed_at.set(None);
    }

    /// Whether the last new token came to this document from Spotify, and not
    /// from another tab.
    pub(super) fn is_refreshed(&self) -> bool {
        self.is_refreshed.get()
    }

    /// Nobody has a newer grant than this document.
    pub(super) fn trust_own_copy(&self) {
        self.is_original.set(true);
    }
}

impl Session {
    /// Renews the access token, once for all who wait (security 29). The
    /// renewal goes on even if all of them leave: its answer may carry the
    /// only refresh token that still works.
    pub(super) fn renew(self: &Rc<Self>) -> LocalBoxFuture<'static, Outcome> {
        if let Some(running) = &*self.renewal.running.borrow() {
            return running.clone().boxed_local();
        }
        if let Some(error) = self.resting(Millis::ZERO) {
            return std::future::ready(Err(error.into())).boxed_local();
        }
        let session = Rc::clone(self);
        let epoch = self.epoch();
        self.renewal.is_refreshed.set(false);
        let renewal = async move {
            let outcome = session.renew_in_turn(epoch).await;
            // Whatever came of it, a session that is over has no token.
            if session.epoch() != epoch {
                return Err(TokenUnavailable::SignedOut);
            }
            session.renewal.running.borrow_mut().take();
            session.enter_stage(Stage::Idle);
            session.changed();
            outcome
        };
        let shared = renewal.boxed_local().shared();
        *self.renewal.running.borrow_mut() = Some(shared.clone());
        self.ports
            .tasks
            .spawn(shared.clone().map(drop).boxed_local());
        self.changed();
        shared.boxed_local()
    }

    /// Renews the token if it is about to end, though nobody has asked for it.
    /// Cheap to call often: on a timer, and whenever the page becomes visible
    /// or the network returns, for timers stand still while a device sleeps
    /// (security 27). While Spotify has trouble this waits longer than someone
    /// who needs the token has to.
    pub async fn renew_if_due(self: &Rc<Self>) {
        self.attended_at.set(self.now());
        let is_due = self
            .grant()
            .is_some_and(|grant| grant.tokens.renew_at <= self.now());
        let is_resting = self.resting(UNASKED_PAUSE).is_some();
        if is_due && !is_resting {
            // Whoever needs the token is told what went wrong.
            let _ = self.renew().await;
        }
    }

    /// Why nobody asks Spotify just now: the last renewal failed, and neither
    /// the rest it calls for nor `longer` is over.
    fn resting(&self, longer: Millis) -> Option<TokenError> {
        let Rest { since, span, error } = self.renewal.rest.get()?;
        // A clock that was set back must not lengthen the rest.
        let is_over = self.now() < since || span + longer <= self.now() - since;
        (!is_over).then_some(error)
    }

    /// Until when no renewal is asked for, because the last one failed.
    pub fn renewal_rests_until(&self) -> Option<Millis> {
        self.resting(Millis::ZERO)?;
        let Rest { since, span, .. } = self.renewal.rest.get()?;
        Some(since + span)
    }

    /// Whether the token was renewed so recently that renewing it once more
    /// will not make Spotify accept it (contract 3.3).
    pub(super) fn has_just_renewed(&self) -> bool {
        let now = self.now();
        // A clock that was set back tells nothing.
        let is_recent = |at| now >= at && now - at < COOL_DOWN;
        self.renewal.renewed_at.get().is_some_and(is_recent)
    }

    /// As [`turn`] has it, so that one tab asks Spotify for all (security 32).
    async fn renew_in_turn(self: &Rc<Self>, epoch: Epoch) -> Outcome {
        let grant = self.granted_in(epoch)?;
        match self.turn_of(&grant).await {
            Turn::Borrow => self.borrow_anew(epoch, &grant).await,
            Turn::Refresh => self.refresh(epoch).await,
            Turn::AskThenRefresh => self.inherit(epoch, &grant).await,
            Turn::AskOwner => match self.ask_owner(&grant).await {
                Some(lent) => self.adopt(epoch, lent.grant.tokens),
                // It may have been closed meanwhile.
                None => match self.turn_of(&grant).await {
                    Turn::AskOwner => Err(TokenUnavailable::OtherTabSilent),
                    _ => self.inherit(epoch, &grant).await,
                },
            },
        }
    }

    async fn turn_of(&self, grant: &Grant) -> Turn {
        if grant.is_borrowed {
            return Turn::Borrow;
        }
        let lock = grant.family.lock_name();
        let lock = self.ports.tab_lock.hold_if_free(&lock).await;
        self.stands(lock);
        turn(lock, self.renewal.is_original.get())
    }

    /// It is this tab's turn, but it did not make the grant, or cannot know:
    /// another tab may have renewed it since this one's copy was made.
    async fn inherit(self: &Rc<Self>, epoch: Epoch, grant: &Grant) -> Outcome {
        if let Some(lent) = self.ask_anyone(grant).await {
            return self.adopt(epoch, lent.grant.tokens);
        }
        self.renewal.trust_own_copy();
        self.refresh(epoch).await
    }

    pub(super) fn granted_in(&self, epoch: Epoch) -> Result<Grant, TokenUnavailable> {
        self.grant()
            .filter(|_| self.epoch() == epoch)
            .ok_or(TokenUnavailable::SignedOut)
    }

    /// Uses another tab's access token; this tab's refresh token stays as it
    /// is, asleep.
    fn adopt(&self, epoch: Epoch, tokens: TokenSet) -> Outcome {
        let grant = self.granted_in(epoch)?;
        let tokens = TokenSet {
            refresh: grant.tokens.refresh.clone(),
            ..tokens
        };
        Ok(self.keep(Grant { tokens, ..grant }))
    }

    async fn refresh(&self, epoch: Epoch) -> Outcome {
        self.enter_stage(Stage::Refreshing);
        let mut attempt = 0;
        loop {
            attempt += 1;
            let error = match self.refresh_once(epoch).await? {
                Ok(tokens) => {
                    let grant = self.granted_in(epoch)?;
                    let obtained_at = self.now();
                    self.renewal.is_refreshed.set(true);
                    return Ok(self.keep(Grant {
                        tokens,
                        obtained_at,
                        ..grant
                    }));
                }
                Err(error) => error,
            };
            if error.needs_sign_in() {
                self.expire();
                return Err(TokenUnavailable::SignedOut);
            }
            if !error.is_retryable() || attempt == ATTEMPTS {
                self.rest(error);
                return Err(error.into());
            }
            let pause = Millis::from_secs(1 << (2 * (attempt - 1)));
            self.ports.clock.sleep(pause).await;
        }
    }

    /// One request. The outer error says that the session it was for is over.
    async fn refresh_once(
        &self,
        epoch: Epoch,
    ) -> Result<Result<TokenSet, TokenError>, TokenUnavailable> {
        let grant = self.granted_in(epoch)?;
        let Some(refresh_token) = &grant.tokens.refresh else {
            return Ok(Err(TokenError::InvalidGrant));
        };
        let request = refresh_request(&grant.client_id, refresh_token);
        let answer = self.ports.transport.send(request).await;
        self.granted_in(epoch)?;
        Ok(match answer {
            Ok(response) => read_refresh(&response, &grant.tokens, self.now()),
            Err(error) => Err(error.into()),
        })
    }

    pub(super) fn keep(&self, grant: Grant) -> AccessToken {
        let access = grant.tokens.access.clone();
        if !grant.is_borrowed {
            // If the tab's storage has become full, the session still works
            // until the page is left.
            let _ = self.vault.put_grant(&grant);
        }
        self.renewal.rest.set(None);
        self.renewal.renewed_at.set(Some(self.now()));
        self.update(grant);
        access
    }

    fn rest(&self, error: TokenError) {
        let span = match error {
            // Nothing reached Spotify, so nothing needs to rest.
            TokenError::Unreachable(TransportError::Offline) => return,
            TokenError::Throttled {
                retry_after: Some(span),
            } => span.max(COOL_DOWN),
            _ => COOL_DOWN,
        };
        let since = self.now();
        self.renewal.rest.set(Some(Rest { since, span, error }));
    }

    /// The grant has ended at Spotify: only the listener can make a new one.
    /// Other tabs are not told: one of them may hold newer tokens, and the
    /// others hear it from Spotify.
    fn expire(&self) {
        if let Some(grant) = self.grant() {
            let ended = Ended {
                client_id: grant.client_id,
                scopes: grant.tokens.scopes,
            };
            self.vault.end_grant(&ended);
            self.turn(Phase::Expired(ended));
        }
    }
}
