use crate::{
    ports::Millis,
    spotify::{Bucket, Limit, Limited},
};

/// Why and how long a bucket rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::spotify) struct CoolDown {
    /// Which limit was reached last.
    pub limit: Limit,
    /// How many times in a row.
    pub strikes: u32,
    /// When that was noticed last.
    pub since: Millis,
    /// When the next call may be tried.
    pub until: Millis,
}

/// A call that was held off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::spotify) struct Strike {
    /// By which limit.
    pub limit: Limit,
    /// How long to wait, if Spotify said so where it can be read.
    pub retry_after: Option<Millis>,
    /// When the call was sent.
    pub begun: Millis,
    /// When its answer came.
    pub now: Millis,
}

/// What a limit asks for when Spotify does not say (contract 3.4).
const FIRST_REST: Millis = Millis::from_secs(30);
const LONGEST_REST: Millis = Millis::from_minutes(15);
const QUOTA_REST: Millis = Millis::from_minutes(15);
const LONGEST_QUOTA_REST: Millis = Millis::from_minutes(120);

/// No limit lasts longer; a rest that seems to is an error of the clock, unless
/// the clock was merely put right a little.
const LONGEST: Millis = Millis::from_days(1);
const SLACK: Millis = Millis::from_minutes(5);

/// How long after a rest the next trouble is a new one.
const FORGOTTEN_AFTER: Millis = Millis::from_minutes(15);

impl CoolDown {
    /// What follows from `strike`, after `former`. Calls that were under way
    /// together and are refused together are one refusal.
    pub fn after(former: Option<Self>, strike: Strike) -> Self {
        let Strike { limit, now, .. } = strike;
        match former {
            Some(former) if strike.begun < former.since => Self {
                limit: former.limit.graver(limit),
                until: former
                    .until
                    .max(former.since + rest(strike, former.strikes)),
                ..former
            },
            former => {
                let former = former.filter(|former| !former.is_stale(now));
                let strikes = former.map_or(1, |former| former.strikes.saturating_add(1));
                let until = now + rest(strike, strikes);
                // A lesser trouble does not cut short what a greater one began.
                let resting = former.filter(|former| former.until > now);
                Self {
                    limit: resting.map_or(limit, |former| former.limit.graver(limit)),
                    strikes,
                    since: now,
                    until: resting.map_or(until, |former| former.until.max(until)),
                }
            }
        }
    }

    /// Whether it was over so long ago that it says nothing about `now`.
    pub fn is_stale(&self, now: Millis) -> bool {
        now - self.until.max(self.since) > FORGOTTEN_AFTER
    }

    /// What it says about `bucket` at `now`; nothing once it is over.
    pub fn limited(&self, bucket: Bucket, now: Millis) -> Option<Limited> {
        let left = self.until - now;
        (left > Millis::ZERO && left <= LONGEST + SLACK).then_some(Limited {
            bucket,
            limit: self.limit,
            until: self.until,
        })
    }
}

/// How long to rest after so many strikes in a row.
fn rest(strike: Strike, strikes: u32) -> Millis {
    let rest = match (strike.limit, strike.retry_after) {
        (Limit::Quota, Some(span)) => span.max(QUOTA_REST),
        (_, Some(span)) => span.max(Millis::from_secs(1)),
        (Limit::Quota, None) => doubled(QUOTA_REST, strikes, LONGEST_QUOTA_REST),
        (Limit::Rate, None) => doubled(FIRST_REST, strikes, LONGEST_REST),
        // Once may be an accident of the network; twice is a sign.
        (Limit::Unseen, None) if strikes < 2 => Millis::ZERO,
        (Limit::Unseen, None) => doubled(FIRST_REST, strikes - 1, LONGEST_REST),
    };
    rest.min(LONGEST)
}

fn doubled(first: Millis, strikes: u32, most: Millis) -> Millis {
    let doublings = strikes.saturating_sub(1).min(16);
    Millis(first.0 << doublings).min(most)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Millis = Millis(1_790_000_000_000);

    fn strike(limit: Limit, now: Millis) -> Strike {
        Strike {
            limit,
            retry_after: None,
            begun: now,
            now: now + Millis(80),
        }
    }

    fn rests(limit: Limit, times: usize) -> Vec<u64> {
        let mut former = None;
        let rests = std::iter::repeat_with(|| {
            let now = former.map_or(NOW, |former: CoolDown| former.until.max(former.since));
            let next = CoolDown::after(former, strike(limit, now));
            former = Some(next);
            (next.until - next.since).0 / 1000
        });
        rests.take(times).collect()
    }

    #[test]
    fn a_rest_doubles_until_it_is_long_enough() {
        assert_eq!(rests(Limit::Rate, 7), [30, 60, 120, 240, 480, 900, 900]);
        assert_eq!(rests(Limit::Quota, 5), [900, 1800, 3600, 7200, 7200]);
        assert_eq!(rests(Limit::Unseen, 4), [0, 30, 60, 120]);
    }

    #[test]
    fn spotify_s_own_word_comes_first() {
        let rest = |limit, seconds| {
            let strike = Strike {
                retry_after: Some(Millis::from_secs(seconds)),
                ..strike(limit, NOW)
            };
            let cool_down = CoolDown::after(None, strike);
            (cool_down.until - cool_down.since).0 / 1000
        };
        assert_eq!(rest(Limit::Rate, 7), 7);
        assert_eq!(rest(Limit::Rate, 0), 1);
        assert_eq!(rest(Limit::Rate, 36_537), 36_537);
        assert_eq!(rest(Limit::Rate, 999_999), 86_400);
        assert_eq!(rest(Limit::Quota, 7), 900);
    }

    #[test]
    fn what_was_under_way_together_is_refused_once() {
        for limit in [Limit::Rate, Limit::Quota, Limit::Unseen] {
            let first = CoolDown::after(None, strike(limit, NOW));
            let together = Strike {
                now: NOW + Millis(95),
                ..strike(limit, NOW + Millis(1))
            };
            assert_eq!(CoolDown::after(Some(first), together), first, "{limit:?}");
        }
        // The graver of two counts.
        let rate = CoolDown::after(None, strike(Limit::Rate, NOW));
        let both = CoolDown::after(Some(rate), strike(Limit::Quota, NOW + Millis(1)));
        assert_eq!((both.limit, both.strikes), (Limit::Quota, 1));
        assert_eq!((both.until - both.since).0 / 1000, 900);
    }

    #[test]
    fn a_lesser_trouble_does_not_cut_a_rest_short() {
        let quota = CoolDown::after(None, strike(Limit::Quota, NOW));
        let later = strike(Limit::Unseen, NOW + Millis(500));
        assert_eq!(CoolDown::after(Some(quota), later).until, quota.until);
    }

    #[test]
    fn it_is_over_in_time_and_when_the_clock_was_set_back() {
        let cool_down = CoolDown::after(None, strike(Limit::Rate, NOW));
        let at = |now| {
            let limited = cool_down.limited(Bucket::Search, now);
            limited.map(|limited| limited.until)
        };
        assert_eq!(at(NOW), Some(cool_down.until));
        assert_eq!(at(cool_down.until), None);
        assert_eq!(at(NOW - Millis::from_days(2)), None);
    }
}
