use serde_json::Value;

use super::FromJson;

/// What a player may forbid (contract 4.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// To play something else instead.
    Interrupt,
    /// To pause.
    Pause,
    /// To go on after a pause.
    Resume,
    /// To go elsewhere in what plays.
    Seek,
    /// To go to the next.
    SkipNext,
    /// To go to the one before.
    SkipPrevious,
    /// To repeat the context, or not.
    RepeatContext,
    /// To repeat the track, or not.
    RepeatTrack,
    /// To shuffle, or not.
    Shuffle,
    /// To play on another device.
    Transfer,
}

impl Action {
    const ALL: [(Self, &'static str); 10] = [
        (Self::Interrupt, "interrupting_playback"),
        (Self::Pause, "pausing"),
        (Self::Resume, "resuming"),
        (Self::Seek, "seeking"),
        (Self::SkipNext, "skipping_next"),
        (Self::SkipPrevious, "skipping_prev"),
        (Self::RepeatContext, "toggling_repeat_context"),
        (Self::RepeatTrack, "toggling_repeat_track"),
        (Self::Shuffle, "toggling_shuffle"),
        (Self::Transfer, "transferring_playback"),
    ];

    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// The actions that a player forbids: a bit for each [`Action`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Disallows(u16);

impl Disallows {
    /// Whether `action` is allowed: whatever is not forbidden is.
    pub const fn allows(self, action: Action) -> bool {
        self.0 & action.bit() == 0
    }

    /// The same, where `action` is allowed or not.
    #[must_use]
    pub const fn with(self, action: Action, is_allowed: bool) -> Self {
        if is_allowed {
            Self(self.0 & !action.bit())
        } else {
            Self(self.0 | action.bit())
        }
    }
}

// Reads `actions`. The flags are in a `disallows` inside it, or in it itself.
impl FromJson for Disallows {
    fn from_json(value: Value) -> Option<Self> {
        let flags = value.get("disallows").unwrap_or(&value);
        let is_forbidden = |name: &str| flags.get(name).and_then(Value::as_bool) == Some(true);
        let bits = Action::ALL
            .into_iter()
            .filter(|(_, name)| is_forbidden(name))
            .fold(0, |bits, (action, _)| bits | action.bit());
        Some(Self(bits))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spotify::model::read;

    #[test]
    fn what_is_not_forbidden_is_allowed() {
        for (json, forbidden) in [
            ("{}", vec![]),
            ("null", vec![]),
            (r#"{"disallows":{}}"#, vec![]),
            (
                r#"{"disallows":{"pausing":true,"seeking":false,"flying":true}}"#,
                vec![Action::Pause],
            ),
            (
                r#"{"skipping_prev":true,"transferring_playback":true}"#,
                vec![Action::SkipPrevious, Action::Transfer],
            ),
        ] {
            let disallows: Disallows = read(json).expect("always readable");
            let found: Vec<_> = Action::ALL
                .into_iter()
                .map(|(action, _)| action)
                .filter(|action| !disallows.allows(*action))
                .collect();
            assert_eq!(found, forbidden, "{json}");
        }
    }

    #[test]
    fn one_action_is_allowed_or_not_and_no_other_changes() {
        let paused = Disallows::default().with(Action::Pause, false);
        assert!(!paused.allows(Action::Pause) && paused.allows(Action::Resume));
        assert_eq!(paused.with(Action::Pause, true), Disallows::default());
    }
}
