//! The session: from signed out over authorizing to signed in, renewed, and
//! expired. It keeps the tokens in this tab, renews them once for all who
//! wait, and makes sure that a duplicated tab cannot spoil them.
//!
//! # Threat model
//!
//! This is the "browser-based OAuth client" of RFC 10017, which does not
//! recommend it for sensitive applications: whatever script runs on this
//! origin can act as the listener while the page is open, and can start a new
//! sign-in without being noticed. No storage changes that. What stands against
//! it: no third-party script in a page that has a session, a strict
//! Content-Security-Policy, one app per origin, the fewest scopes, tokens in
//! `sessionStorage` and memory only (an access token is also handed to copies
//! of the tab, to tabs opened from it and to the player window, a refresh token
//! never), and no secret that would outlive the listener's consent. On the
//! channel between tabs nobody can tell who asks: any page of this origin is
//! answered, which is one more reason for one app per origin. What a sign-in
//! was made of is kept in memory, for the workshop, by the page that finished
//! it. A malicious browser extension or malware on the device is not defended
//! against. What Spotify's own script could do is weighed in `player_window`.

mod appearance;
mod borrowing;
mod callback;
mod device;
mod exchange;
mod grant;
mod kept;
mod meant;
mod message;
mod on_purpose;
mod practice;
mod records;
mod renewal;
mod searches;
mod settings_file;
mod sign_in;
mod sign_out;
mod state;
mod tabs;
mod trace;
mod turn;
mod vault;

pub use appearance::{Density, Theme};
pub use callback::{Arrival, CallbackFailure, FailedCallback, Judged};
pub use device::Device;
pub use grant::{Ended, Grant, Listener, REFRESH_TOKEN_LIFETIME, SessionFamily};
pub use kept::{Keeper, Kept};
pub use meant::Meant;
pub use on_purpose::{Renewed, Spoilt, TokenOrigin};
pub use practice::PracticeGrant;
pub use settings_file::{Settings, SettingsError};
pub use sign_in::{AuthorizationUrl, BeginError, SignInFailure, SignInRequest};
pub use sign_out::Forget;
pub use state::{Ports, Session, SessionState};
pub use trace::{CallbackTrace, ExchangeTrace, FlowTrace};
pub use vault::Vault;
