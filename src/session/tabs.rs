//! What the tabs of one session say to each other. An access token may be
//! passed on; a refresh token never is (security 33).

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use super::{Grant, Session, SessionFamily, message::Message, state::Phase};
use crate::{
    oauth::{TabNonce, TokenSet},
    ports::{LockOutcome, Millis},
};
use futures::{
    FutureExt,
    channel::oneshot,
    future::{Either, select},
};

/// How long the owner may take to answer, which may include a renewal.
const OWNER_ANSWERS_WITHIN: Millis = Millis::from_secs(12);

/// How long another copy may take to answer with what it has.
const ANYONE_ANSWERS_WITHIN: Millis = Millis(400);

/// Questions this tab has asked and not had answered.
#[derive(Default)]
pub(super) struct Tabs {
    asked: RefCell<Vec<(String, oneshot::Sender<TokenSet>)>>,
    holds_lock: Cell<bool>,
}

impl Session {
    /// Tries to become the owner of the session: the one tab that renews it.
    pub(super) fn claim(self: &Rc<Self>) {
        let Some(grant) = self.grant() else { return };
        let session = Rc::clone(self);
        let claimed = self.ports.tab_lock.hold_if_free(&grant.family.lock_name());
        self.ports.tasks.spawn(
            async move {
                let outcome = claimed.await;
                if session.grant_of(&grant.family.0).is_some() {
                    session.tabs.holds_lock.set(outcome == LockOutcome::Held);
                } else {
                    session.disclaim(&grant.family);
                }
            }
            .boxed_local(),
        );
    }

    /// Makes way for the copies of a session that is over in this tab: while
    /// the lock is held here, none of them can renew it.
    pub(super) fn disclaim(&self, family: &SessionFamily) {
        self.tabs.holds_lock.set(false);
        self.ports.tab_lock.release(&family.lock_name());
    }

    pub(super) fn listen_to_other_tabs(self: &Rc<Self>) {
        let session = Rc::downgrade(self);
        self.ports.tab_channel.listen(Box::new(move |text| {
            if let (Some(session), Some(message)) = (session.upgrade(), Message::read(&text)) {
                session.hear(message);
            }
        }));
    }

    fn hear(self: &Rc<Self>, message: Message) {
        match message {
            Message::Request {
                family,
                nonce,
                beyond,
            } => {
                if self.grant_of(&family).is_some() {
                    let session = Rc::clone(self);
                    let answer = async move { session.answer(nonce, beyond).await };
                    self.ports.tasks.spawn(answer.boxed_local());
                }
            }
            Message::Reply {
                nonce,
                access,
                scopes,
                renew_at,
            } => self.tabs.settle(
                &nonce,
                TokenSet {
                    access,
                    refresh: None,
                    scopes,
                    renew_at,
                },
            ),
            Message::SignedOut { family } => {
                if self.grant_of(&family).is_some() {
                    self.vault.clear();
                    self.turn(Phase::SignedOut);
                }
            }
        }
    }

    /// The grant of this tab, if it is of `family`.
    fn grant_of(&self, family: &str) -> Option<Grant> {
        self.grant().filter(|grant| grant.family.0 == family)
    }

    /// Answers another tab's question: with what is at hand, or, if this tab
    /// owns the session, with a renewed token.
    async fn answer(self: &Rc<Self>, nonce: String, beyond: Millis) {
        let is_good = |grant: &Grant| self.now() < grant.tokens.renew_at;
        let Some(mut grant) = self.grant() else {
            return;
        };
        if !(is_good(&grant) && beyond < grant.tokens.renew_at) {
            if !self.tabs.holds_lock.get() || self.renew().await.is_err() {
                return;
            }
            // Newer than the asker's, even if a clock that was wrong makes the
            // asker's look as if it lasted longer.
            match self.grant() {
                Some(renewed) => grant = renewed,
                None => return,
            }
        }
        if is_good(&grant) {
            self.post(&Message::Reply {
                nonce,
                access: grant.tokens.access,
                scopes: grant.tokens.scopes,
                renew_at: grant.tokens.renew_at,
            });
        }
    }

    /// Asks the tab that owns the session for a newer access token.
    pub(super) async fn ask_owner(&self, grant: &Grant) -> Option<TokenSet> {
        self.ask(grant, OWNER_ANSWERS_WITHIN).await
    }

    /// Asks whether any tab has a newer access token.
    pub(super) async fn ask_anyone(&self, grant: &Grant) -> Option<TokenSet> {
        self.tabs.holds_lock.set(true);
        self.ask(grant, ANYONE_ANSWERS_WITHIN).await
    }

    async fn ask(&self, grant: &Grant, within: Millis) -> Option<TokenSet> {
        let nonce = TabNonce::generate(&*self.ports.random).ok()?;
        let (sender, answered) = oneshot::channel();
        let nonce = nonce.as_str().to_owned();
        self.tabs.asked.borrow_mut().push((nonce.clone(), sender));
        self.post(&Message::Request {
            family: grant.family.0.clone(),
            nonce: nonce.clone(),
            beyond: grant.tokens.renew_at,
        });
        let outcome = select(answered, self.ports.clock.sleep(within)).await;
        self.tabs
            .asked
            .borrow_mut()
            .retain(|(asked, _)| *asked != nonce);
        match outcome {
            Either::Left((Ok(tokens), _)) if self.now() < tokens.renew_at => Some(tokens),
            _ => None,
        }
    }

    pub(super) fn tell_signed_out(&self, family: &SessionFamily) {
        self.post(&Message::SignedOut {
            family: family.0.clone(),
        });
    }

    fn post(&self, message: &Message) {
        self.ports.tab_channel.post(&message.write());
    }
}

impl Tabs {
    fn settle(&self, nonce: &str, tokens: TokenSet) {
        let mut asked = self.asked.borrow_mut();
        if let Some(index) = asked.iter().position(|(own, _)| own == nonce) {
            // The asker may have stopped waiting.
            let _ = asked.swap_remove(index).1.send(tokens);
        }
    }
}
