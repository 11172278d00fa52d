use std::ops::{Add, Sub};

use futures::future::LocalBoxFuture;

/// A moment or a span in milliseconds. Moments count from the Unix epoch, as
/// `Date.now()` does; arithmetic saturates, so a wild clock cannot panic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Millis(pub u64);

impl Millis {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// A span of whole seconds.
    pub const fn from_secs(seconds: u64) -> Self {
        Self(seconds.saturating_mul(1000))
    }

    /// A span of whole minutes.
    pub const fn from_minutes(minutes: u64) -> Self {
        Self::from_secs(minutes.saturating_mul(60))
    }

    /// A span of whole days.
    pub const fn from_days(days: u64) -> Self {
        Self::from_minutes(days.saturating_mul(24 * 60))
    }
}

impl Add for Millis {
    type Output = Self;

    fn add(self, span: Self) -> Self {
        Self(self.0.saturating_add(span.0))
    }
}

impl Sub for Millis {
    type Output = Self;

    fn sub(self, span: Self) -> Self {
        Self(self.0.saturating_sub(span.0))
    }
}

/// The time of day, and waiting for it to pass.
pub trait Clock {
    /// Now, by the device's clock, which may be wrong and may jump.
    fn now(&self) -> Millis;

    /// Resolves after at least `span`; later when the device slept.
    fn sleep(&self, span: Millis) -> LocalBoxFuture<'static, ()>;
}
