use super::{Deed, NeedsDevice};
use crate::{
    ports::Millis,
    spotify::{
        Error,
        model::{Action, Device, Disallows, Playable, PlaybackState, PlayingType, Queue},
    },
};

/// Everything a screen shows of the player, at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// Whether Spotify has ever said what plays.
    pub has_been_read: bool,
    /// What plays, with what was just told already done; `None` when nothing is
    /// active, or that is not known.
    pub now_playing: Option<NowPlaying>,
    /// What played last, once its device is no longer active: it went away, or
    /// was left paused for long. Can go on elsewhere by
    /// [`Transfer`](super::Command::Transfer) with `plays`.
    pub last_item: Option<LastItem>,
    /// Why the last reading failed: what is shown may be out of date. Missing
    /// permissions are told here.
    pub stale: Option<Error>,
    /// The last command that came to nothing, until it is dismissed or another
    /// one succeeds.
    pub trouble: Option<Trouble>,
    /// Whether a command is under way, or waits for its turn.
    pub is_busy: bool,
    /// Whether Spotify insists that commands are for Premium (contract 3.3).
    pub needs_premium: bool,
    /// A command that waits for a device.
    pub needs_device: Option<NeedsDevice>,
    /// The devices as they were read last, in Spotify's order.
    pub devices: Option<Vec<Device>>,
    /// Why devices could not be read the last time.
    pub devices_trouble: Option<Error>,
    /// How many commands have put something into the queue so far: each time it
    /// grows, one has.
    pub enqueued: u32,
    /// What comes next, as it was read last.
    pub queue: Option<Queue>,
    /// Why the queue could not be read the last time.
    pub queue_trouble: Option<Error>,
}

/// What plays, or is paused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NowPlaying {
    /// What Spotify says, with what is expected of it. Its `progress` is that
    /// of the moment `as_of`: use [`NowPlaying::progress`].
    pub state: PlaybackState,
    /// When that was so, by this device's clock.
    pub as_of: Millis,
    /// Whether something else was asked for that is not known yet: the item is
    /// still the one before, or none.
    pub is_changing: bool,
}

/// What played on a device that is no longer active.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastItem {
    /// What played.
    pub item: Playable,
    /// How far it was.
    pub progress: Millis,
    /// What it played on.
    pub device: Option<Device>,
    /// Whether it played until then, and was not paused: the device went away
    /// in the middle of it.
    pub was_playing: bool,
}

/// A command that came to nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What was to be done.
    pub deed: Deed,
    /// Why it was not.
    pub error: Error,
}

impl NowPlaying {
    /// How far it is at `now`, by this device's clock: not beyond its end, and
    /// no further while it is paused.
    pub fn progress(&self, now: Millis) -> Millis {
        let told = self.state.progress.unwrap_or_default();
        let progress = if self.state.is_playing {
            told + (now - self.as_of)
        } else {
            told
        };
        self.duration()
            .map_or(progress, |duration| progress.min(duration))
    }

    /// How long it is; `None` when it is not told what plays.
    pub fn duration(&self) -> Option<Millis> {
        self.state.item.as_ref().map(Playable::duration)
    }

    /// Nothing that is known, playing.
    pub(super) fn blank() -> Self {
        Self {
            state: PlaybackState {
                device: None,
                repeat: None,
                shuffle: None,
                smart_shuffle: None,
                context: None,
                timestamp: None,
                progress: None,
                is_playing: false,
                item: None,
                playing_type: PlayingType::Unknown,
                disallows: Disallows::default(),
            },
            as_of: Millis::ZERO,
            is_changing: true,
        }
    }

    pub(super) const fn set_plays(&mut self, plays: bool) {
        let state = &mut self.state;
        state.is_playing = plays;
        state.disallows = state
            .disallows
            .with(Action::Pause, plays)
            .with(Action::Resume, !plays);
    }

    /// Puts it to where it was, or will have been, at `moment`.
    pub(super) fn stand_at(&mut self, moment: Millis) {
        let progress = if self.state.is_playing && moment < self.as_of {
            self.state.progress.unwrap_or_default() - (self.as_of - moment)
        } else {
            self.progress(moment)
        };
        self.state.progress = self.state.progress.map(|_| progress);
        self.as_of = moment;
    }
}

impl Status {
    /// How far what plays is at `now`; zero when nothing does.
    pub fn progress(&self, now: Millis) -> Millis {
        self.now_playing
            .as_ref()
            .map_or(Millis::ZERO, |playing| playing.progress(now))
    }
}
