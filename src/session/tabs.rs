//! What the tabs of one session say to each other. An access token may be
//! passed on; a refresh token never is (security 33).

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use super::{
    Grant, Session, SessionFamily,
    message::{Asker, Lent, Message, Request},
    state::Phase,
    turn::{Stage, renews_for},
};
use crate::{
    oauth::TabNonce,
    ports::{LockOutcome, Millis},
};
use futures::{
    FutureExt, StreamExt,
    channel::mpsc,
    future::{Either, select},
};

/// How long a question waits for its answer.
#[derive(Clone, Copy)]
pub(super) struct Patience {
    /// While nobody has said anything.
    pub(super) at_first: Millis,
    /// For other answers that may be better, once there is one.
    pub(super) for_better: Millis,
}

/// How long a tab may take to answer that has said it will, or that must be
/// there: that may include a renewal.
const RENEWED_WITHIN: Millis = Millis::from_secs(12);

/// How long another copy may take to answer with what it has.
pub(super) const ANSWERED_WITHIN: Millis = Millis(400);

/// The questions of this tab, and where it stands among the others.
#[derive(Default)]
pub(super) struct Tabs {
    asked: RefCell<Vec<(String, mpsc::UnboundedSender<Heard>)>>,
    /// Whether this tab owns the session, as far as it knows.
    lock: Cell<Option<LockOutcome>>,
    stage: RefCell<Stage>,
}

/// What comes back to a question.
enum Heard {
    Soon,
    Lent(Lent),
}

impl Session {
    /// Tries to become the owner of the session: the one tab that renews it.
    /// What is borrowed is never owned.
    pub(super) fn claim(self: &Rc<Self>) {
        let Some(grant) = self.grant().filter(|grant| !grant.is_borrowed) else {
            return;
        };
        let session = Rc::clone(self);
        let claimed = self.ports.tab_lock.hold_if_free(&grant.family.lock_name());
        self.ports.tasks.spawn(
            async move {
                let outcome = claimed.await;
                if session.grant_of(&grant.family.0).is_some() {
                    session.stands(outcome);
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
        self.tabs.lock.set(None);
        self.enter_stage(Stage::Idle);
        self.ports.tab_lock.release(&family.lock_name());
    }

    /// Notes what came of asking for the lock.
    pub(super) fn stands(&self, lock: LockOutcome) {
        self.tabs.lock.set(Some(lock));
    }

    /// Notes how far the renewal of this tab is.
    pub(super) fn enter_stage(&self, stage: Stage) {
        self.tabs.stage.replace(stage);
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
            Message::Request(request) => {
                if self.may_answer(&request.asker) {
                    let session = Rc::clone(self);
                    let answer = async move { session.answer(request).await };
                    self.ports.tasks.spawn(answer.boxed_local());
                }
            }
            Message::Soon { nonce } => self.tabs.pass_on(&nonce, Heard::Soon),
            Message::Reply { nonce, lent } => self.tabs.pass_on(&nonce, Heard::Lent(lent)),
            Message::Followed { family, by } => self.follow(&family, by),
            Message::SignedOut { family } => {
                if self.grant_of(&family).is_some() {
                    self.vault.clear();
                    self.turn(Phase::SignedOut);
                }
            }
        }
    }

    /// The grant of this tab, if it is of `family`.
    pub(super) fn grant_of(&self, family: &str) -> Option<Grant> {
        self.grant().filter(|grant| grant.family.0 == family)
    }

    /// Whether the question is one for this tab. What is borrowed is not lent,
    /// nor is what is not known to work, or known not to.
    fn may_answer(&self, asker: &Asker) -> bool {
        let grant = self.grant();
        let Some(grant) = grant.filter(|grant| !grant.is_borrowed && !Self::is_spoilt(grant))
        else {
            return false;
        };
        match asker {
            Asker::Copy { family, .. } => *family == grant.family.0,
            Asker::Borrower { of } => grant
                .listener
                .is_some_and(|own| of.as_ref().is_none_or(|of| *of == own.id)),
        }
    }

    /// Answers another tab's question: with what is at hand, or, if that is up
    /// to this tab, with a renewed token.
    async fn answer(self: &Rc<Self>, request: Request) {
        let Request {
            nonce,
            beyond,
            asker,
        } = request;
        let is_good = |grant: &Grant| self.now() < grant.tokens.renew_at;
        let Some(mut grant) = self.grant() else {
            return;
        };
        if !(is_good(&grant) && beyond < grant.tokens.renew_at) {
            let (lock, stage) = (self.tabs.lock.get(), self.tabs.stage.borrow().clone());
            if !renews_for(lock, grant.obtained_at, &stage, &asker, &nonce) {
                return;
            }
            let to = nonce.clone();
            self.post(&Message::Soon { nonce: to });
            if self.renew().await.is_err() {
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
            let attended_at = self.attended_at.get();
            let lent = Lent { grant, attended_at };
            self.post(&Message::Reply { nonce, lent });
        }
    }

    /// Asks the tab that owns the session for a newer access token.
    pub(super) async fn ask_owner(&self, grant: &Grant) -> Option<Lent> {
        self.ask_copies(grant, RENEWED_WITHIN).await
    }

    /// Asks whether any tab has a newer access token.
    pub(super) async fn ask_anyone(&self, grant: &Grant) -> Option<Lent> {
        self.ask_copies(grant, ANSWERED_WITHIN).await
    }

    async fn ask_copies(&self, grant: &Grant, at_first: Millis) -> Option<Lent> {
        let nonce = self.nonce()?;
        let asked_at = self.now();
        self.enter_stage(Stage::Asking {
            asked_at,
            nonce: nonce.clone(),
        });
        let request = Request {
            nonce,
            beyond: grant.tokens.renew_at,
            asker: Asker::Copy {
                family: grant.family.0.clone(),
                obtained_at: grant.obtained_at,
                asked_at,
            },
        };
        let patience = Patience {
            at_first,
            for_better: Millis::ZERO,
        };
        self.ask(request, patience).await
    }

    pub(super) fn nonce(&self) -> Option<String> {
        let nonce = TabNonce::generate(&*self.ports.random).ok()?;
        Some(nonce.as_str().to_owned())
    }

    /// Asks, and waits: longer if somebody says that the answer is coming.
    pub(super) async fn ask(&self, request: Request, patience: Patience) -> Option<Lent> {
        let nonce = request.nonce.clone();
        let (sender, mut answers) = mpsc::unbounded();
        self.tabs.asked.borrow_mut().push((nonce.clone(), sender));
        self.post(&Message::Request(request));
        let mut over = self.ports.clock.sleep(patience.at_first);
        let mut best: Option<Lent> = None;
        loop {
            match select(answers.next(), over).await {
                Either::Left((Some(Heard::Soon), rest)) => {
                    over = if best.is_none() {
                        self.ports.clock.sleep(RENEWED_WITHIN)
                    } else {
                        rest
                    };
                }
                Either::Left((Some(Heard::Lent(lent)), rest)) => {
                    over = rest;
                    if lent.grant.tokens.renew_at <= self.now() {
                        continue;
                    }
                    if best.is_none() {
                        over = self.ports.clock.sleep(patience.for_better);
                    }
                    best = Some(Lent::better(best, lent));
                    if patience.for_better == Millis::ZERO {
                        break;
                    }
                }
                Either::Left((None, _)) | Either::Right(_) => break,
            }
        }
        let mut asked = self.tabs.asked.borrow_mut();
        asked.retain(|(asked, _)| *asked != nonce);
        best
    }

    pub(super) fn tell_signed_out(&self, family: &SessionFamily) {
        self.post(&Message::SignedOut {
            family: family.0.clone(),
        });
    }

    pub(super) fn post(&self, message: &Message) {
        self.ports.tab_channel.post(&message.write());
    }
}

impl Lent {
    /// That of the tab that the listener looked at last: a link of it is what
    /// they opened.
    fn better(best: Option<Self>, other: Self) -> Self {
        match best {
            Some(best) if best.attended_at >= other.attended_at => best,
            _ => other,
        }
    }
}

impl Tabs {
    fn pass_on(&self, nonce: &str, heard: Heard) {
        let asked = self.asked.borrow();
        if let Some((_, sender)) = asked.iter().find(|(own, _)| own == nonce) {
            // The asker may have stopped waiting.
            let _ = sender.unbounded_send(heard);
        }
    }
}
