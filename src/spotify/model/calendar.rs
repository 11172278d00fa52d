//! The Gregorian calendar, as far as dates at Spotify need it.

/// How many days `month` of `year` has; `None` if there is no such month.
pub(super) const fn days_in_month(year: u16, month: u8) -> Option<u8> {
    match month {
        2 if is_leap(year) => Some(29),
        2 => Some(28),
        4 | 6 | 9 | 11 => Some(30),
        1..=12 => Some(31),
        _ => None,
    }
}

const fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

/// How many days lie between the Unix epoch and a date; `None` if there is no
/// such date, or it is before the epoch.
pub(super) fn days_since_epoch(year: u16, month: u8, day: u8) -> Option<u64> {
    if year < 1970 || day == 0 || day > days_in_month(year, month)? {
        return None;
    }
    let years: u64 = (1970..year)
        .map(|year| if is_leap(year) { 366 } else { 365 })
        .sum();
    let months: u64 = (1..month)
        .filter_map(|month| days_in_month(year, month))
        .map(u64::from)
        .sum();
    Some(years + months + u64::from(day) - 1)
}

/// The number that `text` is, if it is nothing but so many digits.
pub(super) fn digits<T: std::str::FromStr>(text: &str, count: usize) -> Option<T> {
    let are_digits = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    are_digits.then(|| text.parse().ok()).flatten()
}
