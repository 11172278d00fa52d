use super::{Deed, Status};
use crate::spotify::model::RepeatMode;

/// Why something cannot be done just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Obstacle {
    /// Commands are for Premium.
    NeedsPremium,
    /// It is not known yet what plays.
    NotRead,
    /// No device is active.
    NothingActive,
    /// An advertisement plays.
    Advertisement,
    /// Nothing plays that it could be about.
    NothingPlaying,
    /// The device takes no commands.
    DeviceRestricted,
    /// The device has no id to be commanded by.
    DeviceWithoutId,
    /// The volume of the device can only be set on the device.
    FixedVolume,
    /// Spotify does not allow it with what plays (`actions.disallows`), or it
    /// is so already.
    Disallowed,
}

impl Status {
    /// Whether something else may be played. Without an active device it may:
    /// then one is asked for.
    pub fn may_play(&self) -> Result<(), Obstacle> {
        self.may(Deed::Play)
    }

    /// Whether it may go on after a pause; without an active device too.
    pub fn may_resume(&self) -> Result<(), Obstacle> {
        self.may(Deed::Resume)
    }

    /// Whether it may be paused.
    pub fn may_pause(&self) -> Result<(), Obstacle> {
        self.may(Deed::Pause)
    }

    /// Whether there is a next.
    pub fn may_skip_next(&self) -> Result<(), Obstacle> {
        self.may(Deed::Next)
    }

    /// Whether there is one before.
    pub fn may_skip_previous(&self) -> Result<(), Obstacle> {
        self.may(Deed::Previous)
    }

    /// Whether another place in what plays may be gone to.
    pub fn may_seek(&self) -> Result<(), Obstacle> {
        self.may(Deed::Seek)
    }

    /// Whether the volume may be set; where it may not, no slider is shown.
    pub fn may_set_volume(&self) -> Result<(), Obstacle> {
        self.may(Deed::Volume)
    }

    /// Whether the order may be mixed, or not mixed any more.
    pub fn may_shuffle(&self) -> Result<(), Obstacle> {
        self.may(Deed::Shuffle)
    }

    /// Whether what is played again may be set to `mode`.
    pub fn may_repeat(&self, mode: RepeatMode) -> Result<(), Obstacle> {
        let _ = mode;
        self.may(Deed::Repeat)
    }

    /// Whether something may be put into the queue.
    pub fn may_enqueue(&self) -> Result<(), Obstacle> {
        self.may(Deed::Enqueue)
    }

    /// Whether it may go on on another device.
    pub fn may_transfer(&self) -> Result<(), Obstacle> {
        self.may(Deed::Transfer)
    }

    fn may(&self, _deed: Deed) -> Result<(), Obstacle> {
        Ok(())
    }
}
