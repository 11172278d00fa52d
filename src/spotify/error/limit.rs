use crate::{ports::Millis, spotify::Bucket};

/// Which limit was reached (contract 3.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Too many calls in a short time.
    Rate,
    /// The quota of the developer's apps is used up; up to a day.
    Quota,
    /// Several answers in a row could not be read though the device is online:
    /// blocked, or throttled without saying so (contract 3.5).
    Unseen,
}

impl Limit {
    /// Which of two says more.
    pub(in crate::spotify) const fn graver(self, other: Self) -> Self {
        match (self, other) {
            (Self::Quota, _) | (_, Self::Quota) => Self::Quota,
            (Self::Rate, _) | (_, Self::Rate) => Self::Rate,
            (Self::Unseen, Self::Unseen) => Self::Unseen,
        }
    }
}

/// Calls of a bucket rest for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limited {
    /// Which calls.
    pub bucket: Bucket,
    /// Why.
    pub limit: Limit,
    /// When the next one may be tried, by this device's clock.
    pub until: Millis,
}
