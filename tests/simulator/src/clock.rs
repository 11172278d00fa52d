//! Time: instants and spans in milliseconds, and the offset to the host's.

use serde::Deserialize;
use serde::Serialize;

/// Milliseconds: since the Unix epoch for an instant, else a span.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Millis(pub u64);

impl Millis {
    /// How long an access token lives (contract 2.2).
    pub const ACCESS_TOKEN_LIFETIME: Self = Self::from_secs(3600);
    /// How long an authorization code can be redeemed (contract 1.2).
    pub const CODE_LIFETIME: Self = Self::from_secs(10 * 60);
    /// How long a refresh token lives from the listener's consent: six months,
    /// taken as half a year (contract 2.2).
    pub const REFRESH_TOKEN_LIFETIME: Self = Self::from_days(183);

    /// A span of whole seconds.
    pub const fn from_secs(secs: u64) -> Self {
        Self(secs * 1000)
    }

    /// A span of whole days.
    pub const fn from_days(days: u64) -> Self {
        Self::from_secs(days * 24 * 60 * 60)
    }

    /// Whole seconds, rounded up.
    pub const fn to_secs_ceil(self) -> u64 {
        self.0.div_ceil(1000)
    }

    /// This instant moved on by a span.
    #[must_use]
    pub const fn plus(self, span: Self) -> Self {
        Self(self.0.saturating_add(span.0))
    }

    /// The span since an earlier instant; zero if that one is later.
    #[must_use]
    pub const fn since(self, earlier: Self) -> Self {
        Self(self.0.saturating_sub(earlier.0))
    }
}

/// The simulator's clock: the host's, moved by what the control asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    offset_ms: i64,
}

impl Clock {
    /// Simulator time at a time of the host.
    pub fn at(self, host_time: Millis) -> Millis {
        Millis(host_time.0.saturating_add_signed(self.offset_ms))
    }

    /// The time of the host at a time of the simulator.
    pub fn host_time(self, now: Millis) -> Millis {
        Millis(now.0.saturating_add_signed(self.offset_ms.saturating_neg()))
    }

    /// Moves the clock, backwards when negative.
    pub fn advance(&mut self, by_ms: i64) {
        self.offset_ms = self.offset_ms.saturating_add(by_ms);
    }

    /// Makes it `instant` now; it runs on from there.
    pub fn set(&mut self, instant: Millis, host_time: Millis) {
        self.offset_ms = instant
            .0
            .cast_signed()
            .saturating_sub(host_time.0.cast_signed());
    }
}
