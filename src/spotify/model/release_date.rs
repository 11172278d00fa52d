use super::{
    Fields,
    calendar::{days_in_month, digits},
};

/// When something came out, as exactly as Spotify knows (contract 6.2). In
/// order, what is known less exactly comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReleaseDate {
    /// The year, never 0.
    pub year: u16,
    /// The month, from 1.
    pub month: Option<u8>,
    /// The day of the month, from 1.
    pub day: Option<u8>,
}

impl ReleaseDate {
    /// Reads `release_date` by its precision. Some have none: null, empty or
    /// `0000`.
    pub(super) fn take(fields: &mut Fields) -> Option<Self> {
        let precision: String = fields.or_default("release_date_precision");
        let text: String = fields.optional("release_date")?;
        Self::parse(&text, &precision)
    }

    /// A part that makes no sense is as good as missing, and so is what is more
    /// exact than the precision admits.
    fn parse(text: &str, precision: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut next = |length| parts.next().map(|part| digits::<u16>(part, length));
        let year = next(4)?.filter(|year| *year > 0)?;
        let part = |number: Option<Option<u16>>| number.flatten()?.try_into().ok();
        let month = part(next(2))
            .filter(|month| precision != "year" && days_in_month(year, *month).is_some());
        let last = month.and_then(|month| days_in_month(year, month));
        let day = part(next(2)).filter(|day| {
            precision != "month" && last.is_some_and(|last| (1..=last).contains(day))
        });
        Some(Self { year, month, day })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_exact_as_its_precision() {
        let date = |year, month, day| Some(ReleaseDate { year, month, day });
        for (text, precision, expected) in [
            ("1999-05-12", "day", date(1999, Some(5), Some(12))),
            ("1999-05", "month", date(1999, Some(5), None)),
            ("1999", "year", date(1999, None, None)),
            ("1999-01-01", "year", date(1999, None, None)),
            ("1999-05-01", "month", date(1999, Some(5), None)),
            ("1999-05", "day", date(1999, Some(5), None)),
            ("1999-05-12", "decade", date(1999, Some(5), Some(12))),
            ("1999-00-00", "day", date(1999, None, None)),
            ("1999-13-01", "day", date(1999, None, None)),
            ("2023-02-29", "day", date(2023, Some(2), None)),
            ("0000", "year", None),
            ("0000-01-01", "day", None),
            ("", "day", None),
            ("99", "year", None),
            ("soon", "", None),
        ] {
            assert_eq!(
                ReleaseDate::parse(text, precision),
                expected,
                "{text} {precision}"
            );
        }
    }
}
