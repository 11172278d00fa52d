use serde_json::Value;

use super::{
    FromJson,
    calendar::{days_since_epoch, digits},
};
use crate::ports::Millis;

/// A moment as Spotify writes it: ISO 8601 in UTC, with or without fractions of
/// a second (contract 3.1).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp {
    // First, so that the order is that of time.
    moment: Millis,
    text: String,
}

/// A text that is not a moment since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a moment in UTC")]
pub struct InvalidTimestamp;

impl Timestamp {
    /// Since the Unix epoch.
    pub const fn moment(&self) -> Millis {
        self.moment
    }

    /// As Spotify wrote it.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl TryFrom<String> for Timestamp {
    type Error = InvalidTimestamp;

    fn try_from(text: String) -> Result<Self, InvalidTimestamp> {
        let moment = moment(&text).ok_or(InvalidTimestamp)?;
        Ok(Self { moment, text })
    }
}

impl FromJson for Timestamp {
    fn from_json(value: Value) -> Option<Self> {
        String::from_json(value)?.try_into().ok()
    }
}

fn moment(text: &str) -> Option<Millis> {
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let [year, month, day] = parts(date, '-')?;
    let days = days_since_epoch(digits(year, 4)?, digits(month, 2)?, digits(day, 2)?)?;
    let [hours, minutes, seconds] = parts(time, ':')?;
    let hours = digits::<u64>(hours, 2).filter(|hours| *hours < 24)?;
    let minutes = digits::<u64>(minutes, 2).filter(|minutes| *minutes < 60)?;
    // A leap second is counted with the next minute.
    let seconds = digits::<u64>(seconds, 2).filter(|seconds| *seconds <= 60)?;
    let minutes = Millis::from_days(days) + Millis::from_minutes(hours * 60 + minutes);
    Some(minutes + Millis::from_secs(seconds) + Millis(thousandths(fraction)?))
}

fn parts(text: &str, separator: char) -> Option<[&str; 3]> {
    let (first, rest) = text.split_once(separator)?;
    let (second, third) = rest.split_once(separator)?;
    Some([first, second, third])
}

/// The first three digits of a fraction.
fn thousandths(fraction: &str) -> Option<u64> {
    digits::<u64>(fraction, fraction.len()).filter(|_| !fraction.is_empty())?;
    let padded = format!("{fraction}00");
    padded.get(..3)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_to_the_millisecond() {
        for (text, millis) in [
            ("1970-01-01T00:00:00Z", 0),
            ("2000-02-29T23:59:59Z", 951_868_799_000),
            ("2024-01-31T12:34:56Z", 1_706_704_496_000),
            ("2024-12-31T12:34:56.7Z", 1_735_648_496_700),
            ("2100-03-01T00:00:00.123456Z", 4_107_542_400_123),
        ] {
            let stamp = Timestamp::try_from(text.to_owned()).expect(text);
            assert_eq!((stamp.moment(), stamp.as_str()), (Millis(millis), text));
        }
    }

    #[test]
    fn what_is_no_moment_is_none() {
        for bad in [
            "",
            "2024-01-31",
            "2024-01-31T12:34:56",
            "2024-01-31T12:34:56+01:00",
            "2023-02-29T00:00:00Z",
            "2100-02-29T00:00:00Z",
            "2024-13-01T00:00:00Z",
            "2024-00-01T00:00:00Z",
            "2024-01-00T00:00:00Z",
            "2024-01-01T24:00:00Z",
            "2024-01-01T00:60:00Z",
            "2024-1-01T00:00:00Z",
            "2024-01-01T00:00:00.Z",
            "2024-01-01T00:00:00.-1Z",
            "1969-12-31T23:59:59Z",
        ] {
            assert_eq!(
                Timestamp::try_from(bad.to_owned()),
                Err(InvalidTimestamp),
                "{bad}"
            );
        }
    }
}
