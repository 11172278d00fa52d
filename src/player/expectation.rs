use super::{NowPlaying, elsewhere::Elsewhere};
use crate::{
    ports::Millis,
    spotify::{
        DeviceId, SpotifyUri,
        model::{Action, Device, DeviceType, Playable, PlaybackState, RepeatMode, Volume},
    },
};

/// How soon after a command's answer the state shows it, as a rule (contract
/// 6.1: 400 to 1000 ms). What is read sooner and does not show it says nothing.
pub(super) const LAG: Millis = Millis(500);

/// How long after it the state is believed, whatever it shows.
const PATIENCE: Millis = Millis(1400);

/// How far the clock here and what is read may be apart.
pub(super) const TOLERANCE: Millis = Millis(3000);

/// When something happened: by this device's clock, which may jump, and in
/// which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Grows with every stamp.
    pub order: u64,
    /// The time of day.
    pub at: Millis,
}

/// What a command changes, shown until it is read.
#[derive(Clone, Debug)]
pub(super) struct Expectation {
    /// Of which command.
    pub errand: u64,
    /// When it was told.
    pub told_at: Millis,
    /// When Spotify said yes; `None` while it has not.
    pub answered: Option<Stamp>,
    /// Whether a reading that should have shown it did not.
    pub was_missed: bool,
    /// What changes.
    pub change: Change,
}

/// What may change.
#[derive(Clone, Debug)]
pub(super) enum Change {
    /// It plays, or is paused.
    Plays(bool),
    /// Something else plays.
    Item(Box<Elsewhere>),
    /// It is at this place in this item.
    Place(Millis, Option<SpotifyUri>),
    /// How loud it is.
    Volume(Volume),
    /// What is played again.
    Repeat(RepeatMode),
    /// Whether the order is mixed.
    Shuffle(bool),
    /// Which device it plays on.
    Device(Box<Device>),
    /// There is something to go on to.
    HasNext,
}

impl Change {
    /// What it decides, as bits, to tell whether a later one makes it needless.
    const fn decides(&self) -> u8 {
        match self {
            Self::Plays(_) => 1,
            Self::Place(..) => 2,
            Self::Item(_) => 1 | 2 | 4,
            Self::Volume(_) => 8,
            Self::Repeat(_) => 16,
            Self::Shuffle(_) => 32,
            Self::Device(_) => 64,
            Self::HasNext => 128,
        }
    }

    /// Whether `state`, so long after it was told, shows it.
    pub fn is_shown_by(&self, state: &PlaybackState, elapsed: Millis) -> bool {
        match self {
            Self::Plays(plays) => state.is_playing == *plays,
            Self::Item(elsewhere) => elsewhere.is_shown_by(state, elapsed),
            Self::Place(place, item) => {
                let is_another = item.is_some() && *item != uri_of(state);
                is_another || is_near(state, *place, elapsed)
            }
            Self::Volume(volume) => {
                let device = state.device.as_ref();
                device.and_then(|device| device.volume) == Some(*volume)
            }
            Self::Repeat(mode) => state.repeat == Some(*mode),
            Self::Shuffle(mixes) => state.shuffle == Some(*mixes),
            Self::Device(device) => {
                let active = state.device.as_ref();
                active.is_some_and(|active| active.id == device.id)
            }
            Self::HasNext => true,
        }
    }

    fn apply(&self, playing: &mut NowPlaying, told_at: Millis) {
        let state = &mut playing.state;
        match self {
            Self::Plays(plays) => {
                playing.stand_at(told_at);
                playing.set_plays(*plays);
            }
            Self::Item(elsewhere) => {
                elsewhere.apply(playing);
                playing.as_of = told_at;
            }
            Self::Place(place, _) => {
                state.progress = Some(*place);
                playing.as_of = told_at;
            }
            Self::Volume(volume) => {
                if let Some(device) = &mut state.device {
                    device.volume = Some(*volume);
                }
            }
            Self::Repeat(mode) => state.repeat = Some(*mode),
            Self::Shuffle(mixes) => state.shuffle = Some(*mixes),
            Self::Device(device) => state.device = Some(device.as_ref().clone()),
            Self::HasNext => state.disallows = state.disallows.with(Action::SkipNext, true),
        }
    }

    /// Whether it makes sense when nothing is active: it brings a device along,
    /// or asks for one.
    const fn begins(&self) -> bool {
        matches!(self, Self::Plays(true) | Self::Item(_) | Self::Device(_))
    }
}

/// What plays with all that is expected of it; `last` is what played when
/// something was active, from where it goes on.
pub(super) fn overlay(
    truth: Option<&NowPlaying>,
    expectations: &[Expectation],
    last: Option<&NowPlaying>,
) -> Option<NowPlaying> {
    let mut shown = truth.cloned();
    for expectation in expectations {
        let change = &expectation.change;
        if shown.is_none() && change.begins() {
            let mut beginning = last.cloned().unwrap_or_else(NowPlaying::blank);
            beginning.set_plays(false);
            shown = Some(beginning);
        }
        if let Some(playing) = &mut shown {
            change.apply(playing, expectation.told_at);
        }
    }
    shown
}

/// Drops what a reading shows, what it was to show for the second time, and
/// what a later command made needless. What was asked before a command was
/// answered says nothing about it.
pub(super) fn settle(
    expectations: &mut Vec<Expectation>,
    state: Option<&PlaybackState>,
    asked: Stamp,
    now: Millis,
) {
    let mut by_later = 0;
    let mut place = expectations.len();
    while place > 0 {
        place -= 1;
        let expectation = &mut expectations[place];
        let Some(answered) = expectation.answered else {
            continue;
        };
        let decides = expectation.change.decides();
        let is_needless = decides & !by_later == 0;
        by_later |= decides;
        if asked.order < answered.order {
            continue;
        }
        let elapsed = now - expectation.told_at;
        let is_shown = state.map_or(
            matches!(expectation.change, Change::Plays(false)),
            |state| expectation.change.is_shown_by(state, elapsed),
        );
        // A clock that was set back must not hold anything up.
        let is_jump = asked.at < answered.at;
        let waited = asked.at - answered.at;
        let is_over = expectation.was_missed && (is_jump || waited >= PATIENCE);
        if is_needless || is_shown || is_over {
            expectations.remove(place);
        } else if is_jump || waited >= LAG {
            expectation.was_missed = true;
        }
    }
}

/// What names what plays.
pub(super) fn uri_of(state: &PlaybackState) -> Option<SpotifyUri> {
    state.item.as_ref().and_then(Playable::uri)
}

/// A device of which only the id is known.
pub(super) fn nameless_device(id: DeviceId) -> Device {
    Device {
        id: Some(id),
        name: String::new(),
        device_type: DeviceType::Other,
        is_active: true,
        is_private_session: false,
        is_restricted: false,
        volume: None,
        supports_volume: false,
    }
}

/// Whether it is near `place`, or as far beyond it as it can have come.
fn is_near(state: &PlaybackState, place: Millis, elapsed: Millis) -> bool {
    state.progress.is_some_and(|progress| {
        progress + TOLERANCE >= place && progress <= place + elapsed + TOLERANCE
    })
}

#[cfg(test)]
#[path = "expectation_tests.rs"]
mod tests;
