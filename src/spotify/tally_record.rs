use std::fmt::Write;

use super::{Bucket, Limit, Tally, pacing::CoolDown};
use crate::{
    config::STORAGE_PREFIX,
    ports::{Millis, Store},
};

/// The count as text: a line for the app, for each bucket that has something to
/// tell, and for the minutes in which calls were sent.
///
/// - `app 4f1c…`: whose count it is, first of all;
/// - `search 12 3 0 quota 1 1790000000000`: sent, saved, joined, and the rest
///   with its limit, strikes and end, if there is one;
/// - `minutes 29833333 5 29833334 1`: minutes since the Unix epoch, and how
///   many calls were sent in each.
type Tallies = [Tally; Bucket::ALL.len()];

/// The minutes in which calls were sent, oldest first, and how many.
pub(super) type Minutes = Vec<(u64, u32)>;

const APP: &str = "app";
const MINUTES: &str = "minutes";

fn key() -> String {
    format!("{STORAGE_PREFIX}quota")
}

/// What the store remembers of `app`.
pub(super) fn read(store: &dyn Store, app: &str) -> Option<(Tallies, Minutes)> {
    let text = store.get(&key()).ok()??;
    if text.lines().next()? != app_line(app) {
        return None;
    }
    let mut tallies = Tallies::default();
    for (bucket, tally) in text.lines().filter_map(parse) {
        tallies[bucket as usize] = tally;
    }
    let minutes = text.lines().find_map(minutes).unwrap_or_default();
    Some((tallies, minutes))
}

fn app_line(app: &str) -> String {
    format!("{APP} {app}")
}

/// Keeps nothing.
pub(super) fn forget(store: &dyn Store) {
    // Where nothing can be kept, nothing is.
    let _ = store.remove(&key());
}

/// Keeps the count. Where nothing can be kept, it is of this page.
pub(super) fn write(store: &dyn Store, app: &str, tallies: &Tallies, minutes: &Minutes) {
    let mut text = format!("{}\n{MINUTES}", app_line(app));
    for (minute, sent) in minutes {
        // Writing to a string cannot fail.
        let _ = write!(text, " {minute} {sent}");
    }
    text.push('\n');
    for bucket in Bucket::ALL {
        let tally = &tallies[bucket as usize];
        if *tally != Tally::default() {
            text.push_str(&line(bucket, tally));
        }
    }
    let _ = store.set(&key(), &text);
}

fn minutes(line: &str) -> Option<Minutes> {
    let mut words = line.split(' ');
    words.next().filter(|word| *word == MINUTES)?;
    let mut minutes = Minutes::new();
    while let (Some(minute), Some(sent)) = (words.next(), words.next()) {
        minutes.push((minute.parse().ok()?, sent.parse().ok()?));
    }
    Some(minutes)
}

fn line(bucket: Bucket, tally: &Tally) -> String {
    let Tally {
        sent,
        saved,
        joined,
        cool_down,
    } = tally;
    let rest = cool_down.map_or(String::new(), |rest| {
        format!(" {} {} {}", name(rest.limit), rest.strikes, rest.until.0)
    });
    format!("{} {sent} {saved} {joined}{rest}\n", bucket.as_str())
}

fn parse(line: &str) -> Option<(Bucket, Tally)> {
    let mut words = line.split(' ');
    let bucket = Bucket::parse(words.next()?)?;
    let mut count = || words.next()?.parse().ok();
    let tally = Tally {
        sent: count()?,
        saved: count()?,
        joined: count()?,
        cool_down: None,
    };
    Some((
        bucket,
        Tally {
            cool_down: rest(words),
            ..tally
        },
    ))
}

fn rest<'a>(mut words: impl Iterator<Item = &'a str>) -> Option<CoolDown> {
    Some(CoolDown {
        limit: limit(words.next()?)?,
        strikes: words.next()?.parse().ok()?,
        // Nothing is under way when a record is read.
        since: Millis::ZERO,
        until: Millis(words.next()?.parse().ok()?),
    })
}

const fn name(limit: Limit) -> &'static str {
    match limit {
        Limit::Rate => "rate",
        Limit::Quota => "quota",
        Limit::Unseen => "unseen",
    }
}

fn limit(text: &str) -> Option<Limit> {
    [Limit::Rate, Limit::Quota, Limit::Unseen]
        .into_iter()
        .find(|limit| name(*limit) == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_minutes_are_a_line_of_pairs() {
        let read = |line| minutes(line);
        assert_eq!(
            read("minutes 29833333 5 29833334 1"),
            Some(vec![(29_833_333, 5), (29_833_334, 1)])
        );
        assert_eq!(read("minutes"), Some(Vec::new()));
        for bad in ["search 1 2 3", "minutes x 1", ""] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_line_says_all_there_is_to_a_bucket() {
        let rest = CoolDown {
            limit: Limit::Quota,
            strikes: 2,
            since: Millis::ZERO,
            until: Millis(1_790_000_000_000),
        };
        for cool_down in [None, Some(rest)] {
            let tally = Tally {
                sent: 12,
                saved: 3,
                joined: 1,
                cool_down,
            };
            let line = line(Bucket::ArtistAlbums, &tally);
            assert_eq!(
                parse(line.trim_end()),
                Some((Bucket::ArtistAlbums, tally)),
                "{line}"
            );
        }
        for bad in ["", "search", "search 1 2", "search x 2 3", "none 1 2 3"] {
            assert_eq!(parse(bad), None, "{bad}");
        }
        let without = parse("search 1 2 3 other 1 2").map(|(_, tally)| tally.cool_down);
        assert_eq!(without, Some(None));
    }
}
