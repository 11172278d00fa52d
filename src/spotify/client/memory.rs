use std::{cell::RefCell, sync::Arc};

use super::answers::Answers;
use crate::spotify::{Call, Known, SpotifyUri, call::Plan};

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
    pub fn keep<T: Send + Sync + 'static>(
        &self,
        call: &Call<T>,
        value: &Arc<T>,
        bytes: usize,
        asked_at: AskedAt,
    ) {
        if self.mark() == asked_at {
            let path = call.path().to_owned();
            let mut held = self.0.borrow_mut();
            // The path itself takes room too, and so does an empty answer.
            let bytes = bytes + path.len() + 64;
            held.answers.keep(path, Arc::clone(value), bytes);
        }
    }

    /// The answer to `call`, if it is kept, or if all of its subject is known.
    pub fn answer<T: Send + Sync + 'static>(&self, call: &Call<T>) -> Option<Arc<T>> {
        let mut held = self.0.borrow_mut();
        let answer = held.answers.get(call.path());
        answer.or_else(|| held.known.get(call.plan.subject.as_ref()?))
    }

    /// What is known of a thing in the shape that is asked for.
    pub fn thing<T: Send + Sync + 'static>(&self, uri: &SpotifyUri) -> Option<Arc<T>> {
        self.0.borrow_mut().known.get(uri)
    }

    /// Forgets the answer to `call`, and its subject.
    pub fn forget<T>(&self, call: &Call<T>) {
        let mut held = self.0.borrow_mut();
        held.answers.forget(call.path());
        held.forget_subject(&call.plan);
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
