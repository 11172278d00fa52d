//! Release dates in all three precisions (contract 4.6).

use crate::catalogue::pick;

/// When an album came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Released {
    /// `1999`, `1999-05` or `1999-05-28`.
    pub date: String,
    /// `year`, `month` or `day`.
    pub precision: &'static str,
}

impl Released {
    /// A date as written; its length tells the precision.
    pub fn on(date: &str) -> Self {
        let precision = match date.len() {
            4 => "year",
            7 => "month",
            _ => "day",
        };
        Self {
            date: date.to_owned(),
            precision,
        }
    }

    /// Some day in a year; old records are less well dated.
    pub fn in_year(year: u16, dice: &mut fastrand::Rng) -> Self {
        let (month, day) = (dice.u8(1..=12), dice.u8(1..=28));
        let precisions: &[u8] = if year < 1990 {
            &[4, 4, 4, 7, 10]
        } else {
            &[4, 7, 10, 10, 10, 10]
        };
        match pick(dice, precisions) {
            4 => Self::on(&format!("{year}")),
            7 => Self::on(&format!("{year}-{month:02}")),
            _ => Self::on(&format!("{year}-{month:02}-{day:02}")),
        }
    }

    /// The year.
    pub fn year(&self) -> &str {
        self.date.get(..4).unwrap_or_default()
    }
}
