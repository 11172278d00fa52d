use super::{
    LastItem, NowPlaying,
    expectation::{LAG, Stamp, uri_of},
    schedule::{FRESH, Schedule},
};
use crate::{
    ports::Millis,
    spotify::{Error, model::PlaybackState},
};

/// How long after a re-read that did not show what was expected comes the last.
const SECOND_LOOK: Millis = Millis(1000);

/// What Spotify said plays, and when it is to be asked again.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// What it said last; `None` when nothing is active.
    pub truth: Option<NowPlaying>,
    /// What it said last of something that was active.
    pub last: Option<NowPlaying>,
    /// Whether it ever said anything.
    pub has_been_read: bool,
    /// Why the last reading failed.
    pub failure: Option<Error>,
    under_way: u32,
    failures: u32,
    /// How many in a row found nothing that plays, since somebody did something.
    idle_looks: u32,
    /// When the one that is the truth was asked for.
    told: Stamp,
    /// When one was asked for at all.
    asked_at: Option<Millis>,
    /// Since when a re-read is due, and after how long.
    reread: Option<(Stamp, Millis)>,
    /// Whether the end of what plays was looked at.
    end_is_seen: bool,
}

/// What a reading brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum News {
    /// An answer that came after that to a later question: nothing.
    Overtaken,
    /// The same plays as before.
    SameItem,
    /// Something else plays.
    AnotherItem,
}

impl Reading {
    /// Whether one is under way.
    pub const fn is_under_way(&self) -> bool {
        self.under_way > 0
    }

    /// Whether one more will follow on what was told.
    pub const fn is_to_follow(&self) -> bool {
        self.reread.is_some()
    }

    /// A reading is asked for.
    pub fn begin(&mut self, shown: Option<&NowPlaying>, now: Millis) {
        self.under_way += 1;
        self.asked_at = Some(now);
        if ends_at(shown).is_some_and(|end| end <= now) {
            self.end_is_seen = true;
        }
    }

    /// It brought nothing: what was known stays, and what is expected waits.
    pub fn fail(&mut self, error: Error) {
        self.under_way = self.under_way.saturating_sub(1);
        self.failures = self.failures.saturating_add(1);
        self.failure = Some(error);
        self.reread = None;
    }

    /// It brought this.
    pub fn learn(&mut self, state: Option<PlaybackState>, asked: Stamp, now: Millis) -> News {
        self.under_way = self.under_way.saturating_sub(1);
        if asked.order < self.told.order {
            return News::Overtaken;
        }
        let before = self.truth.as_ref().and_then(|truth| uri_of(&truth.state));
        self.told = asked;
        self.failure = None;
        self.failures = 0;
        self.has_been_read = true;
        self.truth = state.map(|state| NowPlaying {
            state,
            as_of: now,
            is_changing: false,
        });
        let plays = self.truth.as_ref().is_some_and(|now| now.state.is_playing);
        self.idle_looks = if plays {
            0
        } else {
            self.idle_looks.saturating_add(1)
        };
        let after = self.truth.as_ref().and_then(|truth| uri_of(&truth.state));
        let is_far = ends_at(self.truth.as_ref()).is_some_and(|end| end > now + FRESH);
        if before != after || is_far {
            self.end_is_seen = false;
        }
        if self.truth.is_some() {
            self.last.clone_from(&self.truth);
        }
        if before == after {
            News::SameItem
        } else {
            News::AnotherItem
        }
    }

    /// Plans what follows on a reading: the last look if something that was
    /// expected did not show, nothing if all did.
    pub fn plan(&mut self, asked: Stamp, is_missed: bool, now: Millis) {
        // One that was asked for too soon is not what was planned, unless the
        // clock was set back.
        let is_the_one = self.reread.is_none_or(|(since, span)| {
            let is_late = asked.at < since.at || asked.at >= since.at + span;
            asked.order > since.order && is_late
        });
        if is_missed {
            let since = Stamp { at: now, ..asked };
            self.reread = Some((since, SECOND_LOOK));
        } else if is_the_one {
            self.reread = None;
        }
    }

    /// A command was answered: one re-read when the state has caught up.
    pub fn reread_later(&mut self, answered: Stamp) {
        self.reread = Some((answered, LAG));
    }

    /// Somebody does something: what they start may play soon.
    pub const fn attend(&mut self) {
        self.idle_looks = 0;
    }

    /// Whether the last one was asked for too long ago to show the page with.
    pub fn is_old(&self, now: Millis) -> bool {
        self.asked_at
            .is_none_or(|asked_at| asked_at > now || now - asked_at > FRESH)
    }

    /// When to read next, if at all, by itself.
    pub fn due(
        &self,
        shown: Option<&NowPlaying>,
        is_visible: bool,
        is_busy: bool,
        now: Millis,
    ) -> Option<Millis> {
        if self.is_under_way() {
            return None;
        }
        let schedule = Schedule {
            now,
            is_visible,
            asked_at: self.asked_at,
            is_busy,
            reread: self.reread.map(|(since, span)| (since.at, span)),
            is_playing: shown.map(|shown| shown.state.is_playing),
            idle_looks: self.idle_looks,
            ends_at: ends_at(shown).filter(|_| !self.end_is_seen),
            failure: self.failure.as_ref(),
            failures: self.failures,
        };
        schedule.due()
    }

    /// What played before its device went away.
    pub fn last_item(&self) -> Option<LastItem> {
        let state = &self.last.as_ref()?.state;
        Some(LastItem {
            item: state.item.clone()?,
            progress: state.progress.unwrap_or_default(),
            device: state.device.clone(),
            was_playing: state.is_playing,
        })
    }
}

/// When what plays comes to its end by the clock, and what follows can be read.
fn ends_at(playing: Option<&NowPlaying>) -> Option<Millis> {
    let playing = playing?;
    let is_known = playing.state.is_playing && !playing.is_changing;
    let duration = playing.duration().filter(|_| is_known)?;
    let left = duration - playing.state.progress?;
    Some(playing.as_of + left + AFTER_THE_END)
}

/// How long after the end of what plays the next one shows.
const AFTER_THE_END: Millis = Millis(500);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spotify::model::{FromJson, Playable};

    fn state(name: &str) -> Option<PlaybackState> {
        let uri = format!("spotify:local:{name}");
        let item = serde_json::json!({ "type": "track", "name": name, "uri": uri });
        PlaybackState::from_json(serde_json::json!({ "item": item }))
    }

    #[test]
    fn an_answer_that_was_overtaken_is_no_news() {
        let mut reading = Reading::default();
        let asked = |order| Stamp {
            order,
            at: Millis(order),
        };
        for (order, name, expected, shown) in [
            (2, "b", News::AnotherItem, "b"),
            (1, "a", News::Overtaken, "b"),
            (3, "b", News::SameItem, "b"),
            (4, "c", News::AnotherItem, "c"),
        ] {
            reading.begin(None, Millis(order));
            assert!(reading.is_under_way());
            let news = reading.learn(state(name), asked(order), Millis(9));
            assert_eq!((news, reading.is_under_way()), (expected, false), "{name}");
            let truth = reading
                .truth
                .as_ref()
                .and_then(|truth| truth.state.item.as_ref());
            assert_eq!(truth.map(Playable::name), Some(shown));
        }
    }

    #[test]
    fn a_failure_keeps_what_was_known() {
        let mut reading = Reading::default();
        reading.learn(state("a"), Stamp::default(), Millis(1));
        reading.begin(None, Millis(2));
        reading.fail(Error::Unreadable);
        assert!(reading.truth.is_some() && reading.failure.is_some());
        assert!(!reading.is_under_way());
        reading.learn(None, Stamp::default(), Millis(3));
        assert!(reading.truth.is_none() && reading.failure.is_none());
        let last = reading.last_item().map(|last| last.item.name().to_owned());
        assert_eq!(last.as_deref(), Some("a"));
    }
}
