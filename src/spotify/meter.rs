use std::{cell::RefCell, rc::Rc};

use super::{
    Bucket, Limit, Limited, TokenSource,
    pacing::{CoolDown, Strike},
    tally_record::{self, Minutes},
};
use crate::ports::{Clock, Millis, Store};

/// How many minutes back the meter knows when calls were sent.
const MINUTES: u64 = 60;

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
/// nor asks again what was refused (contract 3.4). It is of one app: another
/// client ID begins anew, and nothing is counted for nobody. Clones share one
/// count.
#[derive(Clone)]
pub struct Meter(Rc<Inner>);

struct Inner {
    clock: Rc<dyn Clock>,
    store: Rc<dyn Store>,
    tokens: Rc<dyn TokenSource>,
    app: RefCell<Option<String>>,
    tallies: RefCell<[Tally; Bucket::ALL.len()]>,
    minutes: RefCell<Minutes>,
    observers: RefCell<Vec<Rc<dyn Fn()>>>,
}

impl Meter {
    /// Goes on where this tab stopped.
    pub(super) fn new(
        clock: Rc<dyn Clock>,
        store: Rc<dyn Store>,
        tokens: Rc<dyn TokenSource>,
    ) -> Self {
        Self(Rc::new(Inner {
            clock,
            store,
            tokens,
            app: RefCell::default(),
            tallies: RefCell::default(),
            minutes: RefCell::default(),
            observers: RefCell::default(),
        }))
    }

    /// What was counted of `bucket`.
    pub fn tally(&self, bucket: Bucket) -> Tally {
        self.enter();
        self.0.tallies.borrow()[bucket as usize]
    }

    /// What `bucket` waits for, if it rests.
    pub fn limited(&self, bucket: Bucket) -> Option<Limited> {
        let cool_down = self.tally(bucket).cool_down?;
        cool_down.limited(bucket, self.0.clock.now())
    }

    /// How many calls were sent in each of the last sixty minutes, the oldest
    /// first; the last is the one that runs.
    pub fn by_minute(&self) -> Vec<u32> {
        self.enter();
        let now = minute(self.0.clock.now());
        let minutes = self.0.minutes.borrow();
        let at = |minute| minutes.iter().find(|(own, _)| *own == minute);
        (0..MINUTES)
            .rev()
            .map(|ago| at(now.saturating_sub(ago)).map_or(0, |(_, sent)| *sent))
            .collect()
    }

    /// Calls `observer` after each change.
    pub fn observe(&self, observer: impl Fn() + 'static) {
        self.0.observers.borrow_mut().push(Rc::new(observer));
    }

    /// Forgets what was counted, but not what rests: that is no count, and
    /// Spotify would refuse again.
    pub fn forget(&self) {
        self.enter();
        for tally in self.0.tallies.borrow_mut().iter_mut() {
            let cool_down = tally.cool_down;
            *tally = Tally {
                cool_down,
                ..Tally::default()
            };
        }
        self.0.minutes.borrow_mut().clear();
        tally_record::forget(self.0.store.as_ref());
        if self
            .0
            .tallies
            .borrow()
            .iter()
            .any(|tally| tally.cool_down.is_some())
        {
            self.keep();
        }
        self.tell();
    }

    /// Whether the rest of `bucket` is over, but no call has proven it yet.
    pub(super) fn is_on_trial(&self, bucket: Bucket) -> bool {
        let now = self.0.clock.now();
        let is_fresh = |cool_down: CoolDown| !cool_down.is_stale(now);
        self.tally(bucket).cool_down.is_some_and(is_fresh) && self.limited(bucket).is_none()
    }

    pub(super) fn count_sent(&self, bucket: Bucket) {
        self.enter();
        self.count_minute(minute(self.0.clock.now()));
        self.change(bucket, |tally| tally.sent = tally.sent.saturating_add(1));
    }

    fn count_minute(&self, now: u64) {
        let mut minutes = self.0.minutes.borrow_mut();
        minutes.retain(|(minute, _)| now.abs_diff(*minute) < MINUTES);
        match minutes.last_mut() {
            Some((minute, sent)) if *minute == now => *sent = sent.saturating_add(1),
            _ => minutes.push((now, 1)),
        }
    }

    pub(super) fn count_saved(&self, bucket: Bucket) {
        self.change(bucket, |tally| tally.saved = tally.saved.saturating_add(1));
    }

    pub(super) fn count_joined(&self, bucket: Bucket) {
        self.change(bucket, |tally| {
            tally.joined = tally.joined.saturating_add(1);
        });
    }

    /// Lets `bucket` rest after a call that was sent at `begun`; the rest that
    /// follows, unless it is none.
    pub(super) fn strike(
        &self,
        bucket: Bucket,
        limit: Limit,
        retry_after: Option<Millis>,
        begun: Millis,
    ) -> Option<Limited> {
        let now = self.0.clock.now();
        let strike = Strike {
            limit,
            retry_after,
            begun,
            now,
        };
        let cool_down = CoolDown::after(self.tally(bucket).cool_down, strike);
        self.change(bucket, |tally| tally.cool_down = Some(cool_down));
        cool_down.limited(bucket, now)
    }

    /// A readable answer came to a call that was sent at `begun`: `bucket` need
    /// not rest, unless another call was refused since then.
    pub(super) fn clear(&self, bucket: Bucket, begun: Millis) {
        let cool_down = self.tally(bucket).cool_down;
        if cool_down.is_some_and(|cool_down| begun >= cool_down.since) {
            self.change(bucket, |tally| tally.cool_down = None);
        }
    }

    /// Takes up the count of the app that is signed in; whether there is one.
    fn enter(&self) -> bool {
        let app = self.0.tokens.app();
        let is_somebody = app.is_some();
        if *self.0.app.borrow() != app {
            let record = app
                .as_deref()
                .and_then(|app| tally_record::read(self.0.store.as_ref(), app));
            let (tallies, minutes) = record.unwrap_or_default();
            self.0.tallies.replace(tallies);
            self.0.minutes.replace(minutes);
            self.0.app.replace(app);
        }
        is_somebody
    }

    fn change(&self, bucket: Bucket, change: impl FnOnce(&mut Tally)) {
        // What comes in after signing out leaves no trace.
        if !self.enter() {
            return;
        }
        change(&mut self.0.tallies.borrow_mut()[bucket as usize]);
        self.keep();
        self.tell();
    }

    fn keep(&self) {
        tally_record::write(
            self.0.store.as_ref(),
            self.0.app.borrow().as_deref().unwrap_or_default(),
            &self.0.tallies.borrow(),
            &self.0.minutes.borrow(),
        );
    }

    fn tell(&self) {
        let observers = self.0.observers.borrow().clone();
        for observer in observers {
            observer();
        }
    }
}

/// The minute of `moment`, counted from the Unix epoch.
const fn minute(moment: Millis) -> u64 {
    moment.0 / 60_000
}
