use std::{cell::RefCell, collections::VecDeque, rc::Rc};

use super::{Bucket, Limit, Limited, pacing::CoolDown, tally_record};
use crate::ports::{Clock, Millis, Store};

/// How far back the meter remembers single calls, and how many at most.
const REMEMBERED: Millis = Millis::from_minutes(60);
const MOST_REMEMBERED: usize = 1000;

/// What was counted of one bucket in this session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Calls that were sent, repeats and all.
    pub sent: u32,
    /// Calls that were not needed, because the answer was known.
    pub saved: u32,
    /// Calls that were not needed, because the same was being asked already.
    pub joined: u32,
    pub(super) cool_down: Option<CoolDown>,
}

/// Counts the calls of this session by bucket, and knows which buckets rest.
/// Kept in this tab's storage, so that a reload neither forgets what was used
/// nor asks again what was refused (contract 3.4). Clones share one count.
#[derive(Clone)]
pub struct Meter(Rc<Inner>);

struct Inner {
    clock: Rc<dyn Clock>,
    store: Rc<dyn Store>,
    tallies: RefCell<[Tally; Bucket::ALL.len()]>,
    recent: RefCell<VecDeque<(Millis, Bucket)>>,
    observers: RefCell<Vec<Rc<dyn Fn()>>>,
}

impl Meter {
    /// Goes on where this tab stopped.
    pub(super) fn new(clock: Rc<dyn Clock>, store: Rc<dyn Store>) -> Self {
        let tallies = tally_record::read(store.as_ref());
        Self(Rc::new(Inner {
            clock,
            store,
            tallies: RefCell::new(tallies),
            recent: RefCell::default(),
            observers: RefCell::default(),
        }))
    }

    /// What was counted of `bucket`.
    pub fn tally(&self, bucket: Bucket) -> Tally {
        self.0.tallies.borrow()[bucket as usize]
    }

    /// What `bucket` waits for, if it rests.
    pub fn limited(&self, bucket: Bucket) -> Option<Limited> {
        let cool_down = self.tally(bucket).cool_down?;
        cool_down.limited(bucket, self.0.clock.now())
    }

    /// When calls were sent in the last hour, oldest first, as far as this page
    /// remembers.
    pub fn recent(&self) -> Vec<(Millis, Bucket)> {
        self.0.recent.borrow().iter().copied().collect()
    }

    /// Calls `observer` after each change.
    pub fn observe(&self, observer: impl Fn() + 'static) {
        self.0.observers.borrow_mut().push(Rc::new(observer));
    }

    /// Whether the rest of `bucket` is over, but no call has proven it yet.
    pub(super) fn is_on_trial(&self, bucket: Bucket) -> bool {
        self.tally(bucket).cool_down.is_some() && self.limited(bucket).is_none()
    }

    pub(super) fn count_sent(&self, bucket: Bucket) {
        let now = self.0.clock.now();
        {
            let mut recent = self.0.recent.borrow_mut();
            recent.retain(|(moment, _)| now - *moment < REMEMBERED);
            if recent.len() == MOST_REMEMBERED {
                recent.pop_front();
            }
            recent.push_back((now, bucket));
        }
        self.change(bucket, |tally| tally.sent = tally.sent.saturating_add(1));
    }

    pub(super) fn count_saved(&self, bucket: Bucket) {
        self.change(bucket, |tally| tally.saved = tally.saved.saturating_add(1));
    }

    pub(super) fn count_joined(&self, bucket: Bucket) {
        self.change(bucket, |tally| {
            tally.joined = tally.joined.saturating_add(1);
        });
    }

    /// Lets `bucket` rest; the rest that follows, unless it is none.
    pub(super) fn strike(
        &self,
        bucket: Bucket,
        limit: Limit,
        retry_after: Option<Millis>,
    ) -> Option<Limited> {
        let now = self.0.clock.now();
        let former = self.tally(bucket).cool_down;
        let cool_down = CoolDown::after(former, limit, retry_after, now);
        self.change(bucket, |tally| tally.cool_down = Some(cool_down));
        cool_down.limited(bucket, now)
    }

    /// A readable answer came: `bucket` need not rest.
    pub(super) fn clear(&self, bucket: Bucket) {
        if self.tally(bucket).cool_down.is_some() {
            self.change(bucket, |tally| tally.cool_down = None);
        }
    }

    fn change(&self, bucket: Bucket, change: impl FnOnce(&mut Tally)) {
        change(&mut self.0.tallies.borrow_mut()[bucket as usize]);
        tally_record::write(self.0.store.as_ref(), &self.0.tallies.borrow());
        let observers = self.0.observers.borrow().clone();
        for observer in observers {
            observer();
        }
    }
}
