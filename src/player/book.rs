use super::{
    Command, Deed, NeedsDevice, NowPlaying, Preferred, Status, Trouble,
    errands::{Errand, Errands, is_about_premium},
    expectation::{Change, Expectation, Stamp, overlay, settle},
    fetched::Fetched,
    needs_device::{Waiting, is_usable},
    reading::{News, Reading},
    schedule::{FRESH, again},
};
use crate::{
    ports::Millis,
    spotify::{
        DeviceId, Error, PlayerRefusal,
        model::{Device, PlaybackState, Queue},
    },
};

/// All that is known, expected and to be done.
#[derive(Debug, Default)]
pub(super) struct Book {
    /// Whether the page is seen.
    pub is_visible: bool,
    /// What Spotify said.
    pub reading: Reading,
    /// What is to be done.
    pub errands: Errands,
    /// What is expected of what was told, the oldest first.
    pub expectations: Vec<Expectation>,
    /// The devices.
    pub devices: Fetched<Vec<Device>>,
    /// A command that waits for one.
    pub waiting: Option<Waiting>,
    /// The one to use.
    pub preferred: Option<Preferred>,
    /// When a device was last told to take over.
    pub transferred_at: Option<Millis>,
    /// What comes next.
    pub queue: Fetched<Queue>,
    /// Whether that is shown.
    pub queue_is_shown: bool,
    /// Whether it is no longer what it was, as far as can be known.
    pub queue_is_old: bool,
    /// How many commands have put something into the queue.
    pub enqueued: u32,
    stamps: u64,
}

impl Book {
    /// Nothing is known but the device to use.
    pub fn preferring(preferred: Option<Preferred>) -> Self {
        Self {
            preferred,
            ..Self::default()
        }
    }

    /// Everything a screen shows.
    pub fn status(&self) -> Status {
        let now_playing = self.shown();
        Status {
            has_been_read: self.reading.has_been_read,
            last_item: match now_playing {
                Some(_) => None,
                None => self.reading.last_item(),
            },
            now_playing,
            stale: self.reading.failure.clone(),
            trouble: self.errands.trouble.clone(),
            is_busy: self.errands.is_busy(),
            needs_premium: self.errands.needs_premium(),
            needs_device: self.waiting.as_ref().map(|waiting| NeedsDevice {
                waits: waiting.command.clone(),
                devices: self.devices.value.clone(),
            }),
            devices: self.devices.value.clone(),
            devices_trouble: self.devices.trouble.clone(),
            enqueued: self.enqueued,
            queue: self.queue.value.clone(),
            queue_trouble: self.queue.trouble.clone(),
        }
    }

    /// What plays, with what is expected.
    pub fn shown(&self) -> Option<NowPlaying> {
        let Reading { truth, last, .. } = &self.reading;
        overlay(truth.as_ref(), &self.expectations, last.as_ref())
    }

    /// A mark of this moment.
    pub fn stamp(&mut self, at: Millis) -> Stamp {
        self.stamps += 1;
        Stamp {
            order: self.stamps,
            at,
        }
    }

    /// When to read what plays.
    pub fn reading_due(&self, now: Millis) -> Option<Millis> {
        let is_busy = self.errands.is_busy();
        let shown = self.shown();
        self.reading
            .due(shown.as_ref(), self.is_visible, is_busy, now)
    }

    /// When to list the devices, while one is needed.
    pub fn listing_due(&self, now: Millis) -> Option<Millis> {
        let is_wanted = self.waiting.is_some() && self.is_visible;
        if !is_wanted || self.devices.is_under_way() {
            return None;
        }
        let trouble = self.devices.trouble.as_ref();
        let due = if self.devices.asked_at > now {
            now
        } else {
            self.devices.asked_at + FRESH
        };
        Some(
            trouble
                .and_then(Error::until)
                .map_or(due, |until| due.max(until)),
        )
    }

    /// Something was told: it is expected from now on.
    pub fn expect(&mut self, errand: u64, changes: Vec<Change>, told_at: Millis) {
        let expected = changes.into_iter().map(|change| Expectation {
            errand,
            told_at,
            answered: None,
            was_missed: false,
            change,
        });
        self.expectations.extend(expected);
    }

    /// Nothing is expected of it any more.
    pub fn expect_no_more(&mut self, errands: &[u64]) {
        self.expectations
            .retain(|expectation| !errands.contains(&expectation.errand));
    }

    /// What plays was read, or could not be. The device that is active now, if
    /// it is another one than before and can be used again.
    pub fn learn_state(
        &mut self,
        outcome: Result<Option<PlaybackState>, Error>,
        asked: Stamp,
        now: Millis,
    ) -> Option<Preferred> {
        let state = match outcome {
            Ok(state) => state,
            Err(error) => {
                self.reading.fail(error);
                return None;
            }
        };
        match self.reading.learn(state, asked, now) {
            News::Overtaken => return None,
            News::AnotherItem => self.queue_is_old = true,
            News::SameItem => {}
        }
        let state = self.reading.truth.as_ref().map(|truth| &truth.state);
        settle(&mut self.expectations, state, asked, now);
        let active = usable(state).map(Preferred::of);
        let mut expected = self.expectations.iter();
        let is_missed = expected.any(|expectation| expectation.was_missed);
        self.reading.plan(asked, is_missed, now);
        let active = active.filter(|active| self.preferred.as_ref() != Some(active))?;
        self.preferred = Some(active.clone());
        Some(active)
    }

    /// A command did what it was to.
    pub fn succeed(&mut self, errand: &Errand, now: Millis) {
        let answered = self.stamp(now);
        for expectation in &mut self.expectations {
            if expectation.errand == errand.number {
                expectation.answered = Some(answered);
            }
        }
        let deed = errand.command.deed();
        if deed == Deed::Transfer || errand.device.is_some() {
            self.transferred_at = Some(now);
        }
        self.queue_is_old |= deed.changes_queue();
        if deed == Deed::Enqueue {
            self.enqueued = self.enqueued.wrapping_add(1);
        }
        self.errands.trouble = None;
        self.reading.reread_later(answered);
    }

    /// A command came to nothing.
    pub fn refuse(&mut self, errand: &Errand, error: Error, now: Millis) {
        self.expect_no_more(&[errand.number]);
        let deed = errand.command.deed();
        if may_have_changed(&error) {
            let answered = self.stamp(now);
            self.reading.reread_later(answered);
        }
        if !is_benign(&error, deed) {
            self.errands.trouble = Some(Trouble { deed, error });
        }
    }

    /// A command waits for a device, since these were listed; what was told
    /// after it is given up.
    pub fn wait_for_device(&mut self, errand: &Errand, listed: Option<&[Device]>) {
        let given_up = self.errands.clear();
        let mut numbers: Vec<_> = given_up.iter().map(|errand| errand.number).collect();
        numbers.push(errand.number);
        self.expect_no_more(&numbers);
        let was_sent = errand.device.is_some();
        // A transfer may only have prepared for what was to follow there.
        let mut given_up = given_up.into_iter();
        let meant = given_up.find(|follows| was_sent && follows.device == errand.device);
        let command = meant.map_or_else(|| errand.command.clone(), |follows| follows.command);
        self.waiting = Some(Waiting::new(command, listed, was_sent));
    }

    /// After a listing: the command that waits, and the device to send it to.
    pub fn come_for(&mut self) -> Option<(Command, DeviceId)> {
        if self.devices.trouble.is_some() {
            return None;
        }
        let devices = self.devices.value.as_deref()?;
        let waiting = self.waiting.as_mut()?;
        let device = waiting.newcomer(devices, self.preferred.as_ref())?;
        let waiting = self.waiting.take()?;
        Some((waiting.command, device))
    }

    /// The queue was read, or could not be: then it is as old as before, if
    /// reading it again may do better.
    pub fn learn_queue(&mut self, outcome: Result<Queue, Error>, now: Millis) {
        if let Err(error) = &outcome {
            self.queue_is_old |= again(error, self.queue.asked_at, now).is_some();
        }
        self.queue.end(outcome);
    }

    /// When to read the queue again.
    pub fn queue_due(&self, now: Millis) -> Option<Millis> {
        let is_wanted = self.queue_is_shown
            && self.queue_is_old
            && !self.queue.is_under_way()
            && !self.errands.is_busy()
            && !self.reading.is_to_follow();
        let failed = self.queue.trouble.as_ref();
        let failed = failed.and_then(|error| again(error, self.queue.asked_at, now));
        match failed {
            _ if !is_wanted => None,
            Some(due) => self.is_visible.then_some(due),
            None => Some(now),
        }
    }
}

/// Whether the state may be another one than is known, after such a failure.
const fn may_have_changed(error: &Error) -> bool {
    !is_about_premium(error)
        && matches!(
            error,
            Error::Player(_)
                | Error::NotFound
                | Error::ServerTrouble(_)
                | Error::Unreachable(_)
                | Error::Unreadable
        )
}

/// Whether it is no trouble (contract 6.1). Whoever wanted to hear something
/// and does not is told in any case.
fn is_benign(error: &Error, deed: Deed) -> bool {
    let Error::Player(refusal) = error else {
        return false;
    };
    match (deed, refusal) {
        // With nothing active it is paused.
        (Deed::Play, PlayerRefusal::AlreadyPlaying)
        | (Deed::Pause, PlayerRefusal::NoActiveDevice) => true,
        (Deed::Play | Deed::Enqueue, _) => false,
        (_, refusal) => refusal.is_benign(),
    }
}

/// The device that is active, if it can be used again.
fn usable(state: Option<&PlaybackState>) -> Option<&Device> {
    let device = state?.device.as_ref();
    device.filter(|device| is_usable(device))
}
