use crate::{ports::Millis, spotify::Error};

/// Something that is read when it is asked for.
#[derive(Debug)]
pub(super) struct Fetched<T> {
    /// As it was read last.
    pub value: Option<T>,
    /// Why it could not be read the last time.
    pub trouble: Option<Error>,
    /// When it was asked for last.
    pub asked_at: Millis,
    under_way: u32,
}

impl<T> Default for Fetched<T> {
    fn default() -> Self {
        Self {
            value: None,
            trouble: None,
            asked_at: Millis::ZERO,
            under_way: 0,
        }
    }
}

impl<T> Fetched<T> {
    /// Whether it is being read.
    pub const fn is_under_way(&self) -> bool {
        self.under_way > 0
    }

    /// It is asked for.
    pub fn begin(&mut self, now: Millis) {
        self.under_way += 1;
        self.asked_at = now;
    }

    /// What came of it. What was known stays if nothing did.
    pub fn end(&mut self, outcome: Result<T, Error>) {
        self.under_way = self.under_way.saturating_sub(1);
        match outcome {
            Ok(value) => {
                self.value = Some(value);
                self.trouble = None;
            }
            Err(error) => self.trouble = Some(error),
        }
    }
}
