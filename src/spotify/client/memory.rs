use std::{any::TypeId, cell::RefCell, sync::Arc};

use super::{Anything, answers::Answers};
use crate::spotify::{Known, SpotifyUri, call::Plan};

/// What this session was told, and nothing of any other.
#[derive(Default)]
pub(super) struct Memory(RefCell<Held>);

#[derive(Default)]
struct Held {
    session: u64,
    answers: Answers,
    known: Known,
}

impl Held {
    fn forget_subject(&mut self, plan: &Plan) {
        if let Some(subject) = &plan.subject {
            self.known.forget(subject);
        }
    }
}

/// When something was asked: in which session, and after which changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct AskedAt {
    session: u64,
    spoilings: u64,
}

impl Memory {
    /// Forgets everything if it is of another session than `session`.
    pub fn enter(&self, session: u64) {
        let mut held = self.0.borrow_mut();
        if held.session != session {
            *held = Held {
                session,
                ..Held::default()
            };
        }
    }

    /// A mark of this moment, for [`Memory::learn`] and [`Memory::keep`].
    pub fn mark(&self) -> AskedAt {
        let held = self.0.borrow();
        AskedAt {
            session: held.session,
            spoilings: held.answers.spoilings(),
        }
    }

    /// Learns what `tell` tells, unless it was asked for in another session or
    /// something was changed meanwhile.
    pub fn learn(&self, tell: impl FnOnce(&mut Known), asked_at: AskedAt) {
        if self.mark() == asked_at {
            tell(&mut self.0.borrow_mut().known);
        }
    }

    /// Keeps an answer that came from `bytes` of text, unless it was asked for
    /// in another session or something was changed meanwhile, which may not be
    /// in it.
    pub fn keep(&self, path: String, value: &Arc<Anything>, bytes: usize, asked_at: AskedAt) {
        if self.mark() == asked_at {
            let mut held = self.0.borrow_mut();
            // The path itself takes room too, and so does an empty answer.
            let bytes = bytes + path.len() + 64;
            held.answers.keep(path, Arc::clone(value), bytes);
        }
    }

    /// The answer to a call, if it is kept, or if all of its subject is known in
    /// that shape.
    pub fn answer(&self, plan: &Plan, shape: TypeId) -> Option<Arc<Anything>> {
        let mut held = self.0.borrow_mut();
        let answer = held.answers.get(plan.path());
        answer.or_else(|| held.known.get_any(plan.subject.as_ref()?, shape))
    }

    /// What is known of a thing in that shape.
    pub fn thing(&self, uri: &SpotifyUri, shape: TypeId) -> Option<Arc<Anything>> {
        self.0.borrow_mut().known.get_any(uri, shape)
    }

    /// Forgets the answer to a call, and its subject.
    pub fn forget(&self, plan: &Plan) {
        let mut held = self.0.borrow_mut();
        held.answers.forget(plan.path());
        held.forget_subject(plan);
    }

    /// How much text the answers came from that are kept, in bytes.
    pub fn bytes(&self) -> usize {
        self.0.borrow().answers.bytes()
    }

    /// Forgets everything, what is being asked now too.
    pub fn forget_all(&self) {
        let mut held = self.0.borrow_mut();
        held.answers.spoil("");
        held.known = Known::default();
    }

    /// Forgets what is untrue after a write.
    pub fn spoil(&self, written: &Plan) {
        let mut held = self.0.borrow_mut();
        for beginning in written.spoiled_paths() {
            held.answers.spoil(&beginning);
        }
        held.forget_subject(written);
    }
}
