//! Sends what was told, strictly one after another.

use super::{
    Command, Deed, Player,
    errands::{Errand, is_about_premium},
    expectation::Change,
    needs_device::hinted,
    waking::{self, Happened},
};
use crate::{
    ports::Millis,
    spotify::{Error, PlayerRefusal, Repeat, model::Queue},
};

impl Player {
    /// Sends the next command, if it is due and none is under way.
    pub(super) fn begin_sending(&self, now: Millis) {
        let Some(errand) = self.0.book.borrow_mut().errands.take(now) else {
            return;
        };
        let player = self.clone();
        self.spawn(async move {
            player.carry_out(&errand).await;
            player.0.book.borrow_mut().errands.current = None;
            player.changed();
        });
    }

    async fn carry_out(&self, errand: &Errand) {
        match self.insist(errand).await {
            Ok(()) => self.0.book.borrow_mut().succeed(errand, self.now()),
            Err(error) if misses_device(errand, &error) => {
                self.find_device(errand, error).await;
            }
            Err(error) => self.give_up_on(errand, error),
        }
    }

    fn give_up_on(&self, errand: &Errand, error: Error) {
        let is_gone = error == Error::Player(PlayerRefusal::DeviceNotFound);
        let is_listed = {
            let mut book = self.0.book.borrow_mut();
            book.refuse(errand, error, self.now());
            book.devices.value.is_some()
        };
        // The device that was named does not stay in a list that is shown.
        if is_gone && is_listed {
            self.begin_listing();
        }
    }

    /// Sends a command, and again while its device may be waking (contract
    /// 6.1).
    async fn insist(&self, errand: &Errand) -> Result<(), Error> {
        let mut repeats = 0;
        loop {
            let call = errand.command.call(errand.device.as_ref());
            let repeat = call.endpoint().repeat;
            let queue_before = self.0.book.borrow().queue.value.clone();
            let outcome = self.0.client.call(call).await;
            let doubts = self.note(&outcome);
            let Err(error) = outcome else { return Ok(()) };
            // Such refusals have been seen to pass (contract 3.3).
            if doubts && repeat == Repeat::SameOutcome {
                continue;
            }
            let may_pass = waking::may_pass(&error, self.expects_device(errand));
            if !may_pass || repeats == waking::MOST_REPEATS {
                return Err(error);
            }
            repeats += 1;
            self.0.clock.sleep(waking::PAUSE).await;
            if repeat == Repeat::AfterReading {
                match self.has_happened(errand, queue_before.as_ref()).await {
                    Happened::Yes => return Ok(()),
                    Happened::No => {}
                    Happened::Unclear => return Err(error),
                }
            }
        }
    }

    /// Notes what an answer says about Premium; whether it says for the first
    /// time that it is missing.
    fn note(&self, outcome: &Result<(), Error>) -> bool {
        let mut book = self.0.book.borrow_mut();
        let is_known = book.errands.needs_premium();
        book.errands.note(outcome.as_ref().copied());
        let is_refused = outcome.as_ref().is_err_and(is_about_premium);
        is_refused && !is_known && !book.errands.needs_premium()
    }

    /// Whether a device should be there for it: it is named, or was told to
    /// take over just now.
    fn expects_device(&self, errand: &Errand) -> bool {
        let is_named = errand.device.is_some() || errand.command.deed() == Deed::Transfer;
        let transferred_at = self.0.book.borrow().transferred_at;
        is_named || transferred_at.is_some_and(|at| self.now() - at < waking::WAKES_FOR)
    }

    /// Whether a command that must not be done twice was done.
    async fn has_happened(&self, errand: &Errand, queue_before: Option<&Queue>) -> Happened {
        if let Command::Enqueue(uri) = &errand.command {
            self.queue_now().await;
            let book = self.0.book.borrow();
            return match (&book.queue.trouble, &book.queue.value) {
                (None, Some(after)) => waking::is_enqueued(uri.uri(), queue_before, after),
                _ => Happened::Unclear,
            };
        }
        if self.read_state().await.is_err() {
            return Happened::Unclear;
        }
        let book = self.0.book.borrow();
        let state = book.reading.truth.as_ref().map(|truth| &truth.state);
        let elapsed = self.now() - errand.told_at;
        let expected = book
            .expectations
            .iter()
            .filter(|own| own.errand == errand.number);
        let mut expected = expected.filter_map(|own| match &own.change {
            Change::Item(elsewhere) => Some(elsewhere),
            _ => None,
        });
        match (expected.next(), state) {
            (Some(elsewhere), Some(state)) => waking::has_moved(elsewhere, state, elapsed),
            _ => Happened::Unclear,
        }
    }

    /// Looks for a device to send it to: the one that is preferred, if it is
    /// there, or else whichever is chosen.
    async fn find_device(&self, errand: &Errand, error: Error) {
        self.list_devices().await;
        let now = self.now();
        let mut book = self.0.book.borrow_mut();
        let listed = match book.devices.trouble {
            None => book.devices.value.clone(),
            Some(_) => None,
        };
        let was_sent_there = errand.device.is_some();
        let hint = hinted(
            listed.as_deref().unwrap_or_default(),
            book.preferred.as_ref(),
        );
        match hint {
            Some(device) if !was_sent_there => {
                book.expect_no_more(&[errand.number]);
                self.send_to(&mut book, errand.command.clone(), &device);
            }
            _ => {
                if was_sent_there {
                    book.refuse(errand, error, now);
                }
                book.wait_for_device(errand, listed.as_deref());
            }
        }
    }
}

/// Whether a command needs another device than it found. With nothing active
/// there is nothing to pause.
fn misses_device(errand: &Errand, error: &Error) -> bool {
    let is_missing = matches!(error, Error::Player(PlayerRefusal::NoActiveDevice))
        || (errand.device.is_some()
            && matches!(error, Error::Player(PlayerRefusal::DeviceNotFound)));
    is_missing && errand.command.deed() != Deed::Pause
}
