use super::answer::Said;

/// Why the player did not do as it was told (contract 6.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlayerRefusal {
    /// Nothing is awake that could play.
    NoActiveDevice,
    /// The device that was named is not there.
    DeviceNotFound,
    /// Commands are for Premium.
    PremiumRequired,
    /// Nothing stands before this.
    NoPrevious,
    /// Nothing comes after this.
    NoNext,
    /// What was asked for cannot be played.
    NoSuchTrack,
    /// It is paused already.
    AlreadyPaused,
    /// It is not paused.
    NotPaused,
    /// It plays already.
    AlreadyPlaying,
    /// Nothing plays that the command could be about.
    NothingPlaying,
    /// What plays does not allow it.
    ContextDisallows,
    /// The device takes no commands.
    DeviceNotControllable,
    /// The volume of the device cannot be set.
    VolumeNotControllable,
    /// Too many commands.
    RateLimited,
    /// `Restriction violated`, with no reason that says more.
    Restricted,
    /// A reason that is not in the contract, as Spotify wrote it.
    Other(String),
}

impl PlayerRefusal {
    pub(super) fn of(said: &Said) -> Self {
        match said.reason.as_deref() {
            Some("UNKNOWN") | None => Self::of_message(said),
            Some(reason) => Self::of_reason(reason),
        }
    }

    fn of_message(said: &Said) -> Self {
        if said.contains("device not found") {
            Self::DeviceNotFound
        } else if said.contains("no active device") {
            Self::NoActiveDevice
        } else if said.contains("premium required") {
            Self::PremiumRequired
        } else {
            Self::Restricted
        }
    }

    fn of_reason(reason: &str) -> Self {
        match reason {
            "NO_ACTIVE_DEVICE" => Self::NoActiveDevice,
            "PREMIUM_REQUIRED" => Self::PremiumRequired,
            "NO_PREV_TRACK" => Self::NoPrevious,
            "NO_NEXT_TRACK" => Self::NoNext,
            "NO_SPECIFIC_TRACK" => Self::NoSuchTrack,
            "ALREADY_PAUSED" => Self::AlreadyPaused,
            "NOT_PAUSED" => Self::NotPaused,
            "ALREADY_PLAYING" => Self::AlreadyPlaying,
            "NOT_PLAYING_LOCALLY" | "NOT_PLAYING_TRACK" | "NOT_PLAYING_CONTEXT" => {
                Self::NothingPlaying
            }
            "ENDLESS_CONTEXT" | "CONTEXT_DISALLOW" => Self::ContextDisallows,
            "REMOTE_CONTROL_DISALLOW" | "DEVICE_NOT_CONTROLLABLE" => Self::DeviceNotControllable,
            "VOLUME_CONTROL_DISALLOW" => Self::VolumeNotControllable,
            "RATE_LIMITED" => Self::RateLimited,
            other => Self::Other(other.to_owned()),
        }
    }

    /// Whether it is no trouble: what was wanted is so already, or cannot be,
    /// and reading the state again is all there is to do (contract 6.1).
    pub const fn is_benign(&self) -> bool {
        !matches!(
            self,
            Self::NoActiveDevice
                | Self::DeviceNotFound
                | Self::PremiumRequired
                | Self::DeviceNotControllable
                | Self::RateLimited
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(message: &str, reason: Option<&str>) -> PlayerRefusal {
        PlayerRefusal::of(&Said {
            status: 403,
            message: message.to_owned(),
            reason: reason.map(str::to_owned),
        })
    }

    #[test]
    fn each_known_reason_is_known() {
        let known = "NO_PREV_TRACK NO_NEXT_TRACK NO_SPECIFIC_TRACK ALREADY_PAUSED NOT_PAUSED \
            NOT_PLAYING_LOCALLY NOT_PLAYING_TRACK NOT_PLAYING_CONTEXT ENDLESS_CONTEXT \
            CONTEXT_DISALLOW ALREADY_PLAYING RATE_LIMITED REMOTE_CONTROL_DISALLOW \
            DEVICE_NOT_CONTROLLABLE VOLUME_CONTROL_DISALLOW NO_ACTIVE_DEVICE PREMIUM_REQUIRED";
        for reason in known.split_whitespace() {
            let refusal = refusal("", Some(reason));
            assert!(!matches!(refusal, PlayerRefusal::Other(_)), "{reason}");
        }
        let new = refusal("", Some("A_NEW_ONE"));
        assert_eq!(new, PlayerRefusal::Other("A_NEW_ONE".to_owned()));
    }

    #[test]
    fn without_a_reason_the_words_tell() {
        use PlayerRefusal::{DeviceNotFound, NoActiveDevice, PremiumRequired, Restricted};
        for (message, reason, expected) in [
            ("device not found", None, DeviceNotFound),
            (
                "player command failed: no active device found",
                None,
                NoActiveDevice,
            ),
            (
                "player command failed: premium required",
                None,
                PremiumRequired,
            ),
            (
                "player command failed: restriction violated",
                Some("UNKNOWN"),
                Restricted,
            ),
        ] {
            assert_eq!(refusal(message, reason), expected, "{message}");
        }
    }
}
