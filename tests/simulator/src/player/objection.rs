//! Why a device does not do as it is told (contract 6.1).

use serde::Deserialize;
use serde::Serialize;

/// Why a device does not do as it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Objection {
    /// 404: no device was named and none is active.
    NoActiveDevice,
    /// 404: the device named is not there.
    DeviceNotFound,
    /// 403: the listener does not pay.
    PremiumRequired,
    /// 403 `Restriction violated`.
    Restricted(Reason),
    /// 502: the device has hardly woken.
    HardlyAwake,
}

/// Why a command is a violation; the words of `reason`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Reason {
    /// There is nothing to go back to.
    NoPrevTrack,
    /// There is nothing to go on to.
    NoNextTrack,
    /// What is to be played is not in the context.
    NoSpecificTrack,
    /// It is paused already.
    AlreadyPaused,
    /// It is not paused.
    NotPaused,
    /// It does not play on this device.
    NotPlayingLocally,
    /// Nothing is loaded.
    NotPlayingTrack,
    /// There is no context.
    NotPlayingContext,
    /// The context has no end.
    EndlessContext,
    /// What plays does not allow it, as an advertisement.
    ContextDisallow,
    /// It plays already.
    AlreadyPlaying,
    /// Too many commands.
    RateLimited,
    /// The context cannot be controlled from afar.
    RemoteControlDisallow,
    /// The device takes no commands.
    DeviceNotControllable,
    /// The device's volume cannot be set.
    VolumeControlDisallow,
    /// No device is active.
    NoActiveDevice,
    /// The listener does not pay.
    PremiumRequired,
    /// A word that nobody has heard of yet.
    Unheard,
    /// Anything else.
    #[default]
    Unknown,
}

impl From<Reason> for Objection {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::NoActiveDevice => Self::NoActiveDevice,
            Reason::PremiumRequired => Self::PremiumRequired,
            other => Self::Restricted(other),
        }
    }
}

impl Reason {
    /// The word in the answer.
    pub fn word(self) -> &'static str {
        match self {
            Self::NoPrevTrack => "NO_PREV_TRACK",
            Self::NoNextTrack => "NO_NEXT_TRACK",
            Self::NoSpecificTrack => "NO_SPECIFIC_TRACK",
            Self::AlreadyPaused => "ALREADY_PAUSED",
            Self::NotPaused => "NOT_PAUSED",
            Self::NotPlayingLocally => "NOT_PLAYING_LOCALLY",
            Self::NotPlayingTrack => "NOT_PLAYING_TRACK",
            Self::NotPlayingContext => "NOT_PLAYING_CONTEXT",
            Self::EndlessContext => "ENDLESS_CONTEXT",
            Self::ContextDisallow => "CONTEXT_DISALLOW",
            Self::AlreadyPlaying => "ALREADY_PLAYING",
            Self::RateLimited => "RATE_LIMITED",
            Self::RemoteControlDisallow => "REMOTE_CONTROL_DISALLOW",
            Self::DeviceNotControllable => "DEVICE_NOT_CONTROLLABLE",
            Self::VolumeControlDisallow => "VOLUME_CONTROL_DISALLOW",
            Self::NoActiveDevice => "NO_ACTIVE_DEVICE",
            Self::PremiumRequired => "PREMIUM_REQUIRED",
            Self::Unheard => "UNHEARD",
            Self::Unknown => "UNKNOWN",
        }
    }
}
