use super::{Deed, Status};
use crate::spotify::model::{Action, Device, PlaybackState, PlayingType, RepeatMode};

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
        self.may(Deed::Repeat)?;
        let playing = self.now_playing.as_ref().ok_or(Obstacle::NothingActive)?;
        let disallows = playing.state.disallows;
        let is_allowed = match mode {
            RepeatMode::Context => disallows.allows(Action::RepeatContext),
            RepeatMode::Track => disallows.allows(Action::RepeatTrack),
            RepeatMode::Off => {
                disallows.allows(Action::RepeatContext) || disallows.allows(Action::RepeatTrack)
            }
        };
        allowed(is_allowed)
    }

    /// Whether something may be put into the queue; without an active device
    /// too.
    pub fn may_enqueue(&self) -> Result<(), Obstacle> {
        self.may(Deed::Enqueue)
    }

    /// Whether it may go on on another device. Without an active one it may.
    pub fn may_transfer(&self) -> Result<(), Obstacle> {
        self.may(Deed::Transfer)
    }

    fn may(&self, deed: Deed) -> Result<(), Obstacle> {
        if self.needs_premium {
            return Err(Obstacle::NeedsPremium);
        }
        match &self.now_playing {
            Some(playing) => may(deed, &playing.state),
            // Then a device is asked for, or is named.
            None if matches!(
                deed,
                Deed::Play | Deed::Resume | Deed::Enqueue | Deed::Transfer
            ) =>
            {
                Ok(())
            }
            None if self.has_been_read => Err(Obstacle::NothingActive),
            None => Err(Obstacle::NotRead),
        }
    }
}

fn may(deed: Deed, state: &PlaybackState) -> Result<(), Obstacle> {
    if deed != Deed::Transfer {
        state.device.as_ref().map_or(Ok(()), commandable)?;
    }
    let is_ad = state.playing_type == PlayingType::Ad;
    if is_ad
        && matches!(
            deed,
            Deed::Seek | Deed::Next | Deed::Previous | Deed::Repeat | Deed::Shuffle
        )
    {
        return Err(Obstacle::Advertisement);
    }
    if deed == Deed::Seek && state.item.is_none() {
        return Err(Obstacle::NothingPlaying);
    }
    let action = match deed {
        Deed::Play => Action::Interrupt,
        Deed::Resume => Action::Resume,
        Deed::Pause => Action::Pause,
        Deed::Next => Action::SkipNext,
        Deed::Previous => Action::SkipPrevious,
        Deed::Seek => Action::Seek,
        Deed::Shuffle => Action::Shuffle,
        Deed::Transfer => Action::Transfer,
        Deed::Volume => return volume(state.device.as_ref()),
        Deed::Repeat | Deed::Enqueue => return Ok(()),
    };
    allowed(state.disallows.allows(action))
}

const fn commandable(device: &Device) -> Result<(), Obstacle> {
    if device.is_restricted {
        Err(Obstacle::DeviceRestricted)
    } else if device.id.is_none() {
        Err(Obstacle::DeviceWithoutId)
    } else {
        Ok(())
    }
}

fn volume(device: Option<&Device>) -> Result<(), Obstacle> {
    match device {
        Some(device) if device.supports_volume => Ok(()),
        _ => Err(Obstacle::FixedVolume),
    }
}

const fn allowed(is_allowed: bool) -> Result<(), Obstacle> {
    if is_allowed {
        Ok(())
    } else {
        Err(Obstacle::Disallowed)
    }
}

#[cfg(test)]
#[path = "permission_tests.rs"]
mod tests;
