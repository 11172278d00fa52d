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
    /// When the next call may be tried.
    pub until: Millis,
}

/// What a limit asks for when Spotify does not say (contract 3.4).
const FIRST_REST: Millis = Millis::from_secs(30);
const LONGEST_REST: Millis = Millis::from_minutes(15);
const QUOTA_REST: Millis = Millis::from_minutes(15);
const LONGEST_QUOTA_REST: Millis = Millis::from_minutes(120);

/// No limit lasts longer; a rest that seems to is an error of the clock.
const LONGEST: Millis = Millis::from_days(1);

impl CoolDown {
    /// What follows when `limit` is reached at `now`, after `former`.
    pub fn after(
        former: Option<Self>,
        limit: Limit,
        retry_after: Option<Millis>,
        now: Millis,
    ) -> Self {
        let strikes = former.map_or(1, |former| former.strikes.saturating_add(1));
        let rest = match (limit, retry_after) {
            (Limit::Quota, Some(span)) => span.max(QUOTA_REST),
            (_, Some(span)) => span.max(Millis::from_secs(1)),
            (Limit::Quota, None) => doubled(QUOTA_REST, strikes, LONGEST_QUOTA_REST),
            (Limit::Rate, None) => doubled(FIRST_REST, strikes, LONGEST_REST),
            // Once may be an accident of the network; twice is a sign.
            (Limit::Unseen, None) if strikes < 2 => Millis::ZERO,
            (Limit::Unseen, None) => doubled(FIRST_REST, strikes - 1, LONGEST_REST),
        };
        let until = now + rest.min(LONGEST);
        // A lesser trouble does not cut short what a greater one began.
        let floor = former.map_or(Millis::ZERO, |former| former.until);
        Self {
            limit,
            strikes,
            until: if floor > now { until.max(floor) } else { until },
        }
    }

    /// What it says about `bucket` at `now`; nothing once it is over.
    pub fn limited(&self, bucket: Bucket, now: Millis) -> Option<Limited> {
        let left = self.until - now;
        (left > Millis::ZERO && left <= LONGEST).then_some(Limited {
            bucket,
            limit: self.limit,
            until: self.until,
        })
    }
}

fn doubled(first: Millis, strikes: u32, most: Millis) -> Millis {
    let doublings = strikes.saturating_sub(1).min(16);
    Millis(first.0 << doublings).min(most)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Millis = Millis(1_790_000_000_000);

    fn rests(limit: Limit, times: usize) -> Vec<u64> {
        let mut former = None;
        let rests = std::iter::repeat_with(|| {
            let now = former.map_or(NOW, |former: CoolDown| former.until);
            let next = CoolDown::after(former, limit, None, now);
            former = Some(next);
            (next.until - now).0 / 1000
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
            let cool_down = CoolDown::after(None, limit, Some(Millis::from_secs(seconds)), NOW);
            (cool_down.until - NOW).0 / 1000
        };
        assert_eq!(rest(Limit::Rate, 7), 7);
        assert_eq!(rest(Limit::Rate, 0), 1);
        assert_eq!(rest(Limit::Rate, 36_537), 36_537);
        assert_eq!(rest(Limit::Rate, 999_999), 86_400);
        assert_eq!(rest(Limit::Quota, 7), 900);
    }

    #[test]
    fn a_lesser_trouble_does_not_cut_a_rest_short() {
        let quota = CoolDown::after(None, Limit::Quota, None, NOW);
        let unseen = CoolDown::after(Some(quota), Limit::Unseen, None, NOW);
        assert_eq!(unseen.until, quota.until);
    }

    #[test]
    fn it_is_over_in_time_and_when_the_clock_was_set_back() {
        let cool_down = CoolDown::after(None, Limit::Rate, None, NOW);
        let at = |now| {
            cool_down
                .limited(Bucket::Search, now)
                .map(|limited| limited.until)
        };
        assert_eq!(at(NOW), Some(cool_down.until));
        assert_eq!(at(cool_down.until), None);
        assert_eq!(at(NOW - Millis::from_days(2)), None);
    }
}
