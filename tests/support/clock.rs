use std::cell::{Cell, RefCell};

use cratedigger::ports::{Clock, Millis};
use futures::{FutureExt, channel::oneshot, future::LocalBoxFuture};

/// A clock that stands still until it is moved. Spans are measured by the true
/// time, as timers are; the time of day is the true time and an error that can
/// be set, as on a device.
pub struct FakeClock {
    true_now: Cell<Millis>,
    error_ms: Cell<i64>,
    sleepers: RefCell<Vec<Sleeper>>,
}

struct Sleeper {
    until: Millis,
    wake: oneshot::Sender<()>,
}

impl FakeClock {
    /// A clock that is right and shows `now`.
    pub fn at(now: Millis) -> Self {
        Self {
            true_now: Cell::new(now),
            error_ms: Cell::default(),
            sleepers: RefCell::default(),
        }
    }

    /// The true time, by which Spotify goes.
    pub fn true_now(&self) -> Millis {
        self.true_now.get()
    }

    /// Sets how far the device's clock is ahead of the true time.
    pub fn set_error(&self, ahead_ms: i64) {
        self.error_ms.set(ahead_ms);
    }

    /// Moves on to the next moment someone sleeps until, but not beyond
    /// `limit`, and wakes them. Whether there was anyone.
    pub fn wake_next(&self, limit: Millis) -> bool {
        let mut sleepers = self.sleepers.borrow_mut();
        sleepers.retain(|sleeper| !sleeper.wake.is_canceled());
        let next = sleepers.iter().map(|sleeper| sleeper.until).min();
        let Some(next) = next.filter(|next| *next <= limit) else {
            return false;
        };
        self.true_now.set(next.max(self.true_now.get()));
        let (woken, asleep): (Vec<_>, Vec<_>) = sleepers
            .drain(..)
            .partition(|sleeper| sleeper.until <= next);
        *sleepers = asleep;
        for sleeper in woken {
            let _ = sleeper.wake.send(());
        }
        true
    }

    /// Moves on to `moment`, past everyone who slept until then.
    pub fn move_to(&self, moment: Millis) {
        self.true_now.set(moment);
    }
}

impl Clock for FakeClock {
    fn now(&self) -> Millis {
        Millis(
            self.true_now
                .get()
                .0
                .saturating_add_signed(self.error_ms.get()),
        )
    }

    fn sleep(&self, span: Millis) -> LocalBoxFuture<'static, ()> {
        let (wake, woken) = oneshot::channel();
        let until = self.true_now.get() + span;
        self.sleepers.borrow_mut().push(Sleeper { until, wake });
        woken.map(drop).boxed_local()
    }
}
