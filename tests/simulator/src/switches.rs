//! Ways of behaving that last until changed (contract 2.5, 3.7).

use serde::Deserialize;
use serde::Serialize;

/// Ways of behaving that last until changed. All are off at first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Switches {
    /// Each refresh gives a new refresh token and revokes the old one
    /// (contract 2.2).
    pub legacy_rotation: bool,
    /// Answers lose what may be null or missing (contract 6.2).
    pub null_sprinkling: bool,
    /// API calls each app may make in 30 seconds before 429 (contract 3.4).
    pub rate_limit: Option<u32>,
}

/// A change to the switches: what is absent stays. A rate limit of 0 is none.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SwitchChange {
    /// See [`Switches::legacy_rotation`].
    pub legacy_rotation: Option<bool>,
    /// See [`Switches::null_sprinkling`].
    pub null_sprinkling: Option<bool>,
    /// See [`Switches::rate_limit`].
    pub rate_limit: Option<u32>,
}

impl Switches {
    pub(crate) fn change(&mut self, change: SwitchChange) {
        self.legacy_rotation = change.legacy_rotation.unwrap_or(self.legacy_rotation);
        self.null_sprinkling = change.null_sprinkling.unwrap_or(self.null_sprinkling);
        if let Some(limit) = change.rate_limit {
            self.rate_limit = (limit > 0).then_some(limit);
        }
    }
}
