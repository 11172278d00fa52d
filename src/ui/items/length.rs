use crate::ports::Millis;

/// Minutes and seconds, and hours where there are any, such as `3:52`.
pub fn clock_length(span: Millis) -> String {
    let seconds = span.0 / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours == 0 {
        format!("{minutes}:{seconds:02}")
    } else {
        format!("{hours}:{minutes:02}:{seconds:02}")
    }
}

/// Hours and minutes, such as `1 h 4 min`.
pub fn long_length(span: Millis) -> String {
    // Half a minute and more counts as one.
    let minutes = (span.0 + 30_000) / 60_000;
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}
