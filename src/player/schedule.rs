use crate::{ports::Millis, spotify::Error};

/// How often what plays is read (design 7).
const WHILE_PLAYING: Millis = Millis::from_secs(5);

/// How often what is paused is read, and what could not be read twice.
const WHILE_IDLE: Millis = Millis::from_secs(30);

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
        let reread = self.reread.map(|(since, span)| self.after(since, span));
        let due = match reread {
            Some(due) => due,
            None => self.poll()?,
        };
        // While the bucket rests nothing is asked.
        Some(match self.failure.and_then(Error::until) {
            Some(until) => due.max(until),
            None => due,
        })
    }

    fn poll(&self) -> Option<Millis> {
        if !self.is_visible || !self.failure.is_none_or(may_pass) {
            return None;
        }
        let pace = match (self.is_playing, self.failures) {
            (Some(true), 0 | 1) => WHILE_PLAYING,
            // Nothing is active: whoever turns to the page looks.
            (None, 0) => return None,
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

/// Whether reading again later may do better.
fn may_pass(failure: &Error) -> bool {
    match failure {
        Error::Limited(_) | Error::Unreadable => true,
        error => error.is_retryable(),
    }
}
