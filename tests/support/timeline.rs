use std::{
    cell::RefCell,
    pin::pin,
    rc::Rc,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, Wake, Waker},
};

use cratedigger::ports::Millis;
use futures::executor::{LocalPool, LocalSpawner};

use super::FakeClock;

/// Runs everything on one thread, in an order that is the same each time.
pub struct Timeline {
    pool: RefCell<LocalPool>,
    clock: Rc<FakeClock>,
}

/// More pauses than any test needs: whoever takes so many is in a loop.
const MOST_PAUSES: usize = 2_000;

impl Timeline {
    /// A timeline in which `clock` shows the time.
    pub fn new(clock: Rc<FakeClock>) -> Self {
        Self {
            pool: RefCell::default(),
            clock,
        }
    }

    /// Where tasks are started.
    pub fn spawner(&self) -> LocalSpawner {
        self.pool.borrow().spawner()
    }

    /// Lets everything happen that can happen at this moment.
    pub fn settle(&self) {
        self.pool.borrow_mut().run_until_stalled();
    }

    /// Runs `future` to its end. When nothing can happen, time passes.
    pub fn run<T>(&self, future: impl Future<Output = T>) -> T {
        let mut future = pin!(future);
        let wakeup = Arc::new(Wakeup(AtomicBool::new(true)));
        let waker = Waker::from(Arc::clone(&wakeup));
        let mut context = Context::from_waker(&waker);
        for _ in 0..MOST_PAUSES {
            while wakeup.0.swap(false, Ordering::Relaxed) {
                if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
                    self.settle();
                    return value;
                }
                self.settle();
            }
            let someone_woke = self.clock.wake_next(Millis(u64::MAX));
            assert!(someone_woke, "nothing more can happen, and it is not done");
            self.settle();
        }
        panic!("it goes on and on");
    }

    /// Lets `span` pass with all that happens in it.
    pub fn pass(&self, span: Millis) {
        let end = self.clock.true_now() + span;
        self.settle();
        for _ in 0..MOST_PAUSES {
            if !self.clock.wake_next(end) {
                self.clock.move_to(end);
                return;
            }
            self.settle();
        }
        panic!("it goes on and on");
    }
}

struct Wakeup(AtomicBool);

impl Wake for Wakeup {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}
