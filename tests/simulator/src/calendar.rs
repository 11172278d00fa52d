//! Dates: instants as Spotify writes them (contract 3.1), and the other way.

use crate::clock::Millis;

const DAY: u64 = 24 * 60 * 60 * 1000;
/// Days in 400 years, after which the calendar repeats.
const DAYS_IN_ERA: u64 = 146_097;
/// Days from 1 March 0000 to 1 January 1970.
const DAYS_TO_EPOCH: u64 = 719_468;

/// An instant as `2024-01-31T12:34:56Z`.
pub fn iso(instant: Millis) -> String {
    let (year, month, day) = date_of(instant.0 / DAY);
    let seconds = instant.0 % DAY / 1000;
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// The beginning of a day that is not before 1970.
pub fn day(year: u64, month: u64, day: u64) -> Millis {
    let (year, month) = if month <= 2 {
        (year - 1, month + 9)
    } else {
        (year, month - 3)
    };
    let of_era = year % 400;
    let in_era = of_era * 365 + of_era / 4 - of_era / 100 + (153 * month + 2) / 5 + day - 1;
    Millis((year / 400 * DAYS_IN_ERA + in_era).saturating_sub(DAYS_TO_EPOCH) * DAY)
}

/// The date so many days after 1 January 1970. Years begin in March here, so
/// that a leap day is the last of its year.
fn date_of(days: u64) -> (u64, u64, u64) {
    let days = days + DAYS_TO_EPOCH;
    let in_era = days % DAYS_IN_ERA;
    let of_era = (in_era - in_era / 1460 + in_era / 36_524 - in_era / 146_096) / 365;
    let in_year = in_era - (365 * of_era + of_era / 4 - of_era / 100);
    let from_march = (5 * in_year + 2) / 153;
    let day = in_year - (153 * from_march + 2) / 5 + 1;
    let (month, later) = if from_march < 10 {
        (from_march + 3, 0)
    } else {
        (from_march - 9, 1)
    };
    (days / DAYS_IN_ERA * 400 + of_era + later, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_written_as_dates() {
        let cases = [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_399_999, "2000-02-28T23:59:59Z"),
            (951_782_400_000, "2000-02-29T00:00:00Z"),
            (1_795_000_000_000, "2026-11-18T11:06:40Z"),
        ];
        for (instant, written) in cases {
            assert_eq!(iso(Millis(instant)), written);
        }
    }

    #[test]
    fn a_day_is_the_date_it_was_made_from() {
        for (year, month, of_month) in [(1970, 1, 1), (2016, 2, 29), (2026, 3, 1), (2026, 12, 31)] {
            let written = iso(day(year, month, of_month));
            assert_eq!(
                written,
                format!("{year}-{month:02}-{of_month:02}T00:00:00Z")
            );
        }
    }
}
