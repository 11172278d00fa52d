//! Ways of behaving that last until changed (contract 2.5, 3.7).

use serde::Deserialize;
use serde::Serialize;

use crate::api::QuotaChange;
use crate::api::Quotas;
use crate::clock::Millis;
use crate::player::USUAL_LAG;

/// Ways of behaving that last until changed. All are off at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch by itself")]
pub struct Switches {
    /// Each refresh gives a new refresh token and revokes the old one
    /// (contract 2.2).
    pub legacy_rotation: bool,
    /// Answers lose what may be null or missing (contract 6.2).
    pub null_sprinkling: bool,
    /// API calls each app may make in 30 seconds before 429 (contract 3.4).
    pub rate_limit: Option<u32>,
    /// Calls each developer may make in a day to a group of endpoints
    /// (contract 3.4).
    pub quota: Quotas,
    /// What player commands answer when all is well (contract 6.1).
    pub player_success: PlayerSuccess,
    /// How long after a player command reads still show what was before, in
    /// milliseconds (contract 6.1).
    pub lag_ms: Millis,
    /// A device that wakes fails its first commands, one with 404 and one with
    /// 502 (contract 7).
    pub slow_wake: bool,
    /// What becomes of the Web Playback SDK in a page (contract 7).
    pub sdk: SdkFate,
    /// Nobody is signed in at the accounts host, which asks first (contract
    /// 1.2).
    pub signed_out: bool,
    /// New playlists are public whatever was asked for (contract 6.2).
    pub public_false_ignored: bool,
    /// How long a new playlist cannot be read, in milliseconds (contract 6.2).
    pub new_playlist_lag_ms: Millis,
    /// Artists are not among what can be put into a library, as the
    /// documentation has it; others have measured that they are (contract 4.3).
    pub artists_refused: bool,
}

impl Default for Switches {
    fn default() -> Self {
        Self {
            legacy_rotation: false,
            null_sprinkling: false,
            rate_limit: None,
            quota: Quotas::default(),
            player_success: PlayerSuccess::default(),
            lag_ms: USUAL_LAG,
            slow_wake: false,
            sdk: SdkFate::default(),
            signed_out: false,
            public_false_ignored: false,
            new_playlist_lag_ms: Millis(300),
            artists_refused: false,
        }
    }
}

/// What player commands answer when all is well (contract 6.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlayerSuccess {
    /// 204 without a body.
    #[default]
    NoContent,
    /// 202 without a body.
    Accepted,
    /// 200 with text that is no JSON.
    Text,
}

/// What becomes of the Web Playback SDK in a page: all is well, or one of its
/// error events (contract 7).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SdkFate {
    /// All is well.
    #[default]
    Works,
    /// The browser cannot play protected media.
    InitializationError,
    /// The token is refused.
    AuthenticationError,
    /// The account has no Premium, or seems to have none.
    AccountError,
    /// What is to be played cannot be.
    PlaybackError,
    /// Playback asked for from elsewhere is blocked as autoplay.
    AutoplayFailed,
    /// `connect` says yes and nothing follows.
    NeverReady,
}

/// A change to the switches: what is absent stays. A limit of 0 is none.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SwitchChange {
    /// See [`Switches::legacy_rotation`].
    pub legacy_rotation: Option<bool>,
    /// See [`Switches::null_sprinkling`].
    pub null_sprinkling: Option<bool>,
    /// See [`Switches::rate_limit`].
    pub rate_limit: Option<u32>,
    /// See [`Switches::quota`].
    pub quota: Option<QuotaChange>,
    /// See [`Switches::player_success`].
    pub player_success: Option<PlayerSuccess>,
    /// See [`Switches::lag_ms`].
    pub lag_ms: Option<Millis>,
    /// See [`Switches::slow_wake`].
    pub slow_wake: Option<bool>,
    /// See [`Switches::sdk`].
    pub sdk: Option<SdkFate>,
    /// See [`Switches::signed_out`].
    pub signed_out: Option<bool>,
    /// See [`Switches::public_false_ignored`].
    pub public_false_ignored: Option<bool>,
    /// See [`Switches::new_playlist_lag_ms`].
    pub new_playlist_lag_ms: Option<Millis>,
    /// See [`Switches::artists_refused`].
    pub artists_refused: Option<bool>,
}

impl Switches {
    pub(crate) fn change(&mut self, change: SwitchChange) {
        replace(&mut self.legacy_rotation, change.legacy_rotation);
        replace(&mut self.null_sprinkling, change.null_sprinkling);
        replace(&mut self.player_success, change.player_success);
        replace(&mut self.lag_ms, change.lag_ms);
        replace(&mut self.slow_wake, change.slow_wake);
        replace(&mut self.sdk, change.sdk);
        replace(&mut self.signed_out, change.signed_out);
        replace(&mut self.public_false_ignored, change.public_false_ignored);
        replace(&mut self.new_playlist_lag_ms, change.new_playlist_lag_ms);
        replace(&mut self.artists_refused, change.artists_refused);
        if let Some(limit) = change.rate_limit {
            self.rate_limit = (limit > 0).then_some(limit);
        }
        if let Some(quota) = change.quota {
            self.quota.change(quota);
        }
    }
}

fn replace<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}
