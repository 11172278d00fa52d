use super::Player;
use crate::ports::Millis;

/// The timer goes off at least so often while something is due: a clock that is
/// set forward brings it near.
const LONGEST_SLEEP: Millis = Millis::from_secs(60);

/// The one timer that counts; earlier ones go off without effect.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Timer {
    number: u64,
    /// When it goes off, unless it did.
    until: Option<Millis>,
}

impl Player {
    /// Begins what is due, and wakes up again when something else is. Whatever
    /// changes anything comes here: there is no other loop.
    pub(super) fn tick(&self) {
        let now = self.now();
        self.begin_sending(now);
        let (reading, listing, queue) = {
            let book = self.0.book.borrow();
            (
                book.reading_due(now),
                book.listing_due(now),
                book.queue_due(now),
            )
        };
        let is_due = |due: Option<Millis>| due.is_some_and(|due| due <= now);
        if is_due(reading) {
            self.begin_reading();
        }
        if is_due(listing) {
            self.begin_listing();
        }
        if is_due(queue) {
            self.begin_queue();
        }
        self.set_timer(now);
    }

    fn set_timer(&self, now: Millis) {
        let due = {
            let book = self.0.book.borrow();
            let due = [
                book.errands.due(now),
                book.reading_due(now),
                book.listing_due(now),
                book.queue_due(now),
            ];
            due.into_iter().flatten().min()
        };
        let Some(due) = due else { return };
        let until = due.clamp(now, now + LONGEST_SLEEP);
        let timer = self.0.timer.get();
        let is_set = |set: Millis| set <= until && set >= now;
        if timer.until.is_some_and(is_set) {
            return;
        }
        let number = timer.number + 1;
        self.0.timer.set(Timer {
            number,
            until: Some(until),
        });
        let (player, sleep) = (self.clone(), self.0.clock.sleep(until - now));
        self.spawn(async move {
            sleep.await;
            if player.0.timer.get().number == number {
                player.0.timer.set(Timer {
                    number,
                    until: None,
                });
                player.tick();
            }
        });
    }
}
