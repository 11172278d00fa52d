use crate::{ports::Millis, spotify::Error};

/// How often what plays is read (design 7).
const WHILE_PLAYING: Millis = Millis::from_secs(5);

/// How often it is looked whether anything plays when nothing is active, how
/// often what is paused is read, and what could not be read twice. The bar is to
/// appear when something plays anywhere, though nobody turns to the page: half a
/// minute is short enough to meet whoever starts a track on a speaker before
/// that track is over, and long enough that a page which stays open costs one
/// call in each window of 30 s that Spotify counts (contract 3.4).
const WHILE_IDLE: Millis = Millis::from_secs(30);

/// How often the same once ten minutes of looks have found nothing that plays
/// and nobody did anything: a page that is left open all day costs a quarter.
const WHILE_LEFT_ALONE: Millis = Millis::from_secs(120);

/// How many looks that is.
const LOOKS_BEFORE: u32 = 20;

/// How old a reading may be when the page is seen again, and how often devices
/// are listed while one is needed.
pub(super) const FRESH: Millis = WHILE_PLAYING;

/// What decides when to read next.
#[derive(Clone, Debug, Default)]
pub(super) struct Schedule<'a> {
    pub now: Millis,
    /// Whether the page is seen.
    pub is_visible: bool,
    /// When a reading was last asked for.
    pub asked_at: Option<Millis>,
    /// Whether commands are under way, which are followed by a re-read.
    pub is_busy: bool,
    /// Since when a re-read is due, and after how long.
    pub reread: Option<(Millis, Millis)>,
    /// Whether it plays, if something is active.
    pub is_playing: Option<bool>,
    /// How many looks in a row found nothing that plays, since somebody last did
    /// something.
    pub idle_looks: u32,
    /// When the next one can be read, at the end of what plays, unless that was
    /// looked at already.
    pub ends_at: Option<Millis>,
    /// Why the last reading failed.
    pub failure: Option<&'a Error>,
    /// How many failed in a row.
    pub failures: u32,
}

impl Schedule<'_> {
    /// When to read next, if at all.
    pub fn due(&self) -> Option<Millis> {
        // One re-read follows on all that was told.
        if self.is_busy {
            return None;
        }
        // While the bucket rests nothing is asked, and then at once.
        let rests_until = self.failure.and_then(Error::until);
        match (self.reread, rests_until) {
            (Some((since, span)), None) => Some(self.after(since, span)),
            (Some(_), Some(until)) => Some(until),
            (None, None) => self.poll(),
            (None, Some(until)) => self.is_visible.then_some(until),
        }
    }

    fn poll(&self) -> Option<Millis> {
        if !self.is_visible || !self.failure.is_none_or(may_pass) {
            return None;
        }
        let pace = match (self.is_playing, self.failures) {
            (Some(true), 0 | 1) => WHILE_PLAYING,
            _ if self.idle_looks > LOOKS_BEFORE => WHILE_LEFT_ALONE,
            _ => WHILE_IDLE,
        };
        let poll = self.after(self.asked_at?, pace);
        Some(self.ends_at.map_or(poll, |end| end.min(poll)))
    }

    /// A span after a moment that has been; at once if the clock was set back.
    fn after(&self, moment: Millis, span: Millis) -> Millis {
        if moment > self.now {
            self.now
        } else {
            moment + span
        }
    }
}

/// When something that is shown and could not be read is read again by itself:
/// once calls no longer rest, or as often as what nobody waits for. Not at all
/// if that would not do better.
pub(super) fn again(failure: &Error, asked_at: Millis, now: Millis) -> Option<Millis> {
    match failure.until() {
        Some(until) => Some(until),
        None if !may_pass(failure) => None,
        None if asked_at > now => Some(now),
        None => Some(asked_at + WHILE_IDLE),
    }
}

/// Whether reading again later may do better.
fn may_pass(failure: &Error) -> bool {
    failure.is_retryable() || *failure == Error::Unreadable
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        oauth::Scope,
        ports::TransportError,
        spotify::{Bucket, Limit, Limited, TokenUnavailable},
    };

    const NOW: Millis = Millis(1_000_000);

    fn seen() -> Schedule<'static> {
        Schedule {
            now: NOW,
            is_visible: true,
            asked_at: Some(NOW),
            is_playing: Some(true),
            ..Schedule::default()
        }
    }

    fn seconds(schedule: &Schedule<'_>) -> Option<u64> {
        schedule.due().map(|due| (due - NOW).0 / 1000)
    }

    #[test]
    fn the_pace_is_that_of_what_plays() {
        for (is_playing, is_visible, failures, expected) in [
            (Some(true), true, 0, Some(5)),
            (Some(true), true, 1, Some(5)),
            (Some(true), true, 2, Some(30)),
            (Some(false), true, 0, Some(30)),
            (None, true, 0, Some(30)),
            (None, true, 1, Some(30)),
            (Some(true), false, 0, None),
            (None, false, 0, None),
        ] {
            let schedule = Schedule {
                is_visible,
                is_playing,
                failures,
                ..seen()
            };
            assert_eq!(seconds(&schedule), expected, "{schedule:?}");
        }
    }

    #[test]
    fn where_nothing_plays_for_long_it_is_looked_less_often() {
        for (is_playing, idle_looks, expected) in [
            (None, 20, Some(30)),
            (None, 21, Some(120)),
            (Some(false), 21, Some(120)),
            (Some(true), 21, Some(5)),
        ] {
            let schedule = Schedule {
                is_playing,
                idle_looks,
                ..seen()
            };
            assert_eq!(seconds(&schedule), expected, "{schedule:?}");
        }
    }

    #[test]
    fn one_look_follows_on_commands_and_no_poll_comes_before() {
        let told = Schedule {
            reread: Some((NOW, Millis::from_secs(1))),
            asked_at: Some(NOW - Millis::from_secs(5)),
            ..seen()
        };
        assert_eq!(seconds(&told), Some(1));
        let hidden = Schedule {
            is_visible: false,
            ..told.clone()
        };
        assert_eq!(seconds(&hidden), Some(1));
        let busy = Schedule {
            is_busy: true,
            ..told
        };
        assert_eq!(seconds(&busy), None);
    }

    #[test]
    fn the_end_of_what_plays_may_come_sooner() {
        let ends_in = |seconds| Schedule {
            ends_at: Some(NOW + Millis::from_secs(seconds)),
            ..seen()
        };
        assert_eq!(seconds(&ends_in(2)), Some(2));
        assert_eq!(seconds(&ends_in(9)), Some(5));
    }

    #[test]
    fn what_will_not_get_better_is_not_asked_again() {
        let limited = Error::Limited(Limited {
            bucket: Bucket::Player,
            limit: Limit::Quota,
            until: NOW + Millis::from_secs(900),
        });
        let missing = [Scope::UserReadPlaybackState].into_iter().collect();
        let not_granted = Error::ScopesNotGranted(missing);
        for (failure, while_playing, while_nothing_is_active) in [
            (&Error::ServerTrouble(502), Some(5), Some(30)),
            (&TransportError::Offline.into(), Some(5), Some(30)),
            (&Error::Unreadable, Some(5), Some(30)),
            (&Error::NotFound, None, None),
            (&TokenUnavailable::SignedOut.into(), None, None),
            (&not_granted, None, None),
            (&limited, Some(900), Some(900)),
        ] {
            let plays = Schedule {
                failure: Some(failure),
                failures: 1,
                ..seen()
            };
            let nothing_is_active = Schedule {
                is_playing: None,
                ..plays.clone()
            };
            assert_eq!(seconds(&plays), while_playing, "{failure:?}");
            let idle = seconds(&nothing_is_active);
            assert_eq!(idle, while_nothing_is_active, "{failure:?}");
        }
        let told = Schedule {
            reread: Some((NOW, Millis::ZERO)),
            failure: Some(&limited),
            ..seen()
        };
        assert_eq!(seconds(&told), Some(900));
    }

    #[test]
    fn what_could_not_be_read_is_read_again_where_that_may_do_better() {
        let limited = Error::Limited(Limited {
            bucket: Bucket::Player,
            limit: Limit::Rate,
            until: NOW + Millis::from_secs(40),
        });
        let ahead = NOW + Millis::from_minutes(60);
        for (failure, asked_at, expected) in [
            (&Error::ServerTrouble(502), NOW, Some(30)),
            (&Error::Unreadable, NOW, Some(30)),
            (&Error::Unreadable, ahead, Some(0)),
            (&limited, NOW, Some(40)),
            (&Error::NotFound, NOW, None),
        ] {
            let due = again(failure, asked_at, NOW).map(|due| (due - NOW).0 / 1000);
            assert_eq!(due, expected, "{failure:?}");
        }
    }

    #[test]
    fn a_clock_that_was_set_back_brings_it_now() {
        let ahead = Schedule {
            asked_at: Some(NOW + Millis::from_minutes(60)),
            ..seen()
        };
        assert_eq!(ahead.due(), Some(NOW));
    }
}
