use std::collections::VecDeque;

use super::{Command, Trouble};
use crate::{
    ports::Millis,
    spotify::{DeviceId, Error, PlayerRefusal, Refusal},
};

/// How long a slider must rest before what it says is sent.
const SLIDER_RESTS: Millis = Millis(200);

/// How many refusals in a row are believed: single ones have been seen to pass
/// (contract 3.3).
const BELIEVED: u32 = 2;

/// A command on its way.
#[derive(Clone, Debug)]
pub(super) struct Errand {
    /// Tells it from others.
    pub number: u64,
    /// What to do.
    pub command: Command,
    /// Where, if not on the active device.
    pub device: Option<DeviceId>,
    /// When it was told.
    pub told_at: Millis,
}

/// What is to be done, strictly one after another: Spotify does not keep the
/// order (contract 4.5).
#[derive(Debug, Default)]
pub(super) struct Errands {
    waiting: VecDeque<Errand>,
    /// The one that is under way.
    pub current: Option<u64>,
    told: u64,
    /// What came to nothing.
    pub trouble: Option<Trouble>,
    premium_refusals: u32,
}

impl Errands {
    /// Adds one; its number, and that of the one it makes needless.
    pub fn add(&mut self, command: Command, told_at: Millis) -> (u64, Option<u64>) {
        let replaced = self.replaced_by(&command);
        let replaced = replaced.and_then(|place| self.waiting.remove(place));
        self.told += 1;
        self.waiting.push_back(Errand {
            number: self.told,
            command,
            device: None,
            told_at,
        });
        (self.told, replaced.map(|errand| errand.number))
    }

    /// Adds one at this place before the others; its number.
    pub fn add_at(
        &mut self,
        place: usize,
        command: Command,
        device: DeviceId,
        told_at: Millis,
    ) -> u64 {
        self.told += 1;
        let errand = Errand {
            number: self.told,
            command,
            device: Some(device),
            told_at,
        };
        self.waiting.insert(place.min(self.waiting.len()), errand);
        self.told
    }

    /// The place of the one that still waits and is about the same.
    fn replaced_by(&self, command: &Command) -> Option<usize> {
        let deed = command.deed();
        if !deed.is_replaced_by_newer() {
            return None;
        }
        let since = self.waiting.iter().rposition(|errand| {
            let other = errand.command.deed();
            other == deed || other.changes_item()
        })?;
        (self.waiting[since].command.deed() == deed).then_some(since)
    }

    /// When the next one can be sent, if there is one and none is under way.
    pub fn due(&self, now: Millis) -> Option<Millis> {
        let first = self.waiting.front()?;
        if self.current.is_some() {
            return None;
        }
        let rests = first.command.deed().is_of_a_slider() && self.waiting.len() == 1;
        if rests && first.told_at <= now {
            Some(first.told_at + SLIDER_RESTS)
        } else {
            Some(now)
        }
    }

    /// Takes the next one, which is then under way.
    pub fn take(&mut self, now: Millis) -> Option<Errand> {
        if self.due(now)? > now {
            return None;
        }
        let errand = self.waiting.pop_front()?;
        self.current = Some(errand.number);
        Some(errand)
    }

    /// Whether there is anything to do.
    pub fn is_busy(&self) -> bool {
        self.current.is_some() || !self.waiting.is_empty()
    }

    /// Gives up all that waits.
    pub fn clear(&mut self) -> VecDeque<Errand> {
        std::mem::take(&mut self.waiting)
    }

    /// What an answer says about Premium.
    pub fn note(&mut self, outcome: Result<(), &Error>) {
        match outcome {
            Err(error) if is_about_premium(error) => {
                self.premium_refusals = self.premium_refusals.saturating_add(1);
            }
            // Any other refusal is of somebody who may.
            Ok(()) | Err(Error::Player(_)) => self.premium_refusals = 0,
            Err(_) => {}
        }
    }

    /// Whether commands are for Premium, as far as can be believed.
    pub const fn needs_premium(&self) -> bool {
        self.premium_refusals >= BELIEVED
    }
}

/// Whether it says that the listener has no Premium.
pub(super) const fn is_about_premium(error: &Error) -> bool {
    matches!(
        error,
        Error::Player(PlayerRefusal::PremiumRequired)
            | Error::Forbidden(Refusal::ListenerWithoutPremium)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spotify::model::RepeatMode;

    fn errands(commands: &[Command]) -> (Errands, Vec<Option<u64>>) {
        let mut errands = Errands::default();
        let add = |command: &Command| errands.add(command.clone(), Millis::ZERO).1;
        let replaced = commands.iter().map(add).collect();
        (errands, replaced)
    }

    #[test]
    fn a_newer_one_takes_the_place_of_one_that_is_about_the_same() {
        let seek = |seconds| Command::Seek(Millis::from_secs(seconds));
        let off = Command::Repeat(RepeatMode::Off);
        for (commands, replaced) in [
            (
                vec![seek(1), seek(2), seek(3)],
                vec![None, Some(1), Some(2)],
            ),
            (
                vec![seek(1), off.clone(), seek(2)],
                vec![None, None, Some(1)],
            ),
            (vec![seek(1), Command::Next, seek(2)], vec![None; 3]),
            (
                vec![off.clone(), Command::Pause, off],
                vec![None, None, Some(1)],
            ),
            (vec![Command::Next, Command::Next], vec![None; 2]),
            (vec![Command::Pause, Command::Pause], vec![None; 2]),
        ] {
            assert_eq!(errands(&commands).1, replaced, "{commands:?}");
        }
    }

    #[test]
    fn a_slider_rests_first_unless_something_follows() {
        let (mut alone, _) = errands(&[Command::Seek(Millis(1))]);
        assert_eq!(alone.due(Millis(10)), Some(SLIDER_RESTS));
        assert!(alone.take(SLIDER_RESTS - Millis(1)).is_none());
        let taken = alone.take(SLIDER_RESTS).map(|errand| errand.number);
        assert_eq!((taken, alone.due(SLIDER_RESTS)), (Some(1), None));
        assert!(alone.is_busy());
        let (followed, _) = errands(&[Command::Seek(Millis(1)), Command::Pause]);
        assert_eq!(followed.due(Millis(10)), Some(Millis(10)));
        // A clock that was set back must not hold it up.
        let mut errands = Errands::default();
        errands.add(Command::Seek(Millis(1)), Millis::from_minutes(60));
        assert!(errands.take(Millis::ZERO).is_some());
    }

    #[test]
    fn two_refusals_in_a_row_are_believed() {
        let premium = Error::Player(PlayerRefusal::PremiumRequired);
        let other = Error::Player(PlayerRefusal::NoNext);
        let trouble = Error::ServerTrouble(502);
        for (answers, expected) in [
            (vec![Err(&premium)], false),
            (vec![Err(&premium), Err(&premium)], true),
            (vec![Err(&premium), Ok(()), Err(&premium)], false),
            (vec![Err(&premium), Err(&other), Err(&premium)], false),
            (vec![Err(&premium), Err(&trouble), Err(&premium)], true),
            (vec![Err(&premium), Err(&premium), Ok(())], false),
        ] {
            let mut errands = Errands::default();
            for answer in &answers {
                errands.note(*answer);
            }
            assert_eq!(errands.needs_premium(), expected, "{answers:?}");
        }
    }
}
