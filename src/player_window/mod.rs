//! Playing in this browser, in a window of its own (contract 7, security 41).
//!
//! Spotify's Web Playback SDK is the one script that is not ours. Whatever
//! script runs in the app's page can act as the listener and take the refresh
//! token, so that script gets a page without either: the *player window*, a
//! document of its own that a click opens with `noopener`. It shares no window
//! and no `sessionStorage` with the app's tab; the two only exchange messages,
//! over a channel whose name the tab makes up and hands to the window in its
//! address. What they say is [`AppMessage`] and [`WindowMessage`]: access
//! tokens go one way, how the player is doing the other, a refresh token never.
//!
//! What was weighed: a sandboxed frame of an opaque origin, where Chromium
//! refuses protected media; a frame of this origin, which shares the tab's
//! storage; a second origin, which would be stronger but needs two hosts.
//!
//! What remains: the window is of the same origin. If the SDK turned hostile,
//! it could use the access token it has to be given, read and change what this
//! device remembers (the client ID and settings, no token), and hear what tabs
//! say to each other (access tokens, for the rest of their hour). It could not
//! reach into an open tab of the app. With a listener's click it could open a
//! page of the app that it can reach into, and wait for a sign-in there. A page
//! that another one opened with a way back does not start (`Reach::Opener`), but
//! a script can drop the way back and keep its own; what closes this is that
//! browsers part a page with the app's opener policy from one with the player's,
//! where the host sends the headers of the bundle.
//!
//! [`PlayerLink`] is the app's side, [`PlayerWindow`] the window's, with
//! [`Machine`] deciding what each event means.

mod driver;
mod key;
mod link;
mod machine;
mod message;
mod page;
mod playing;
mod trouble;
mod turns;

pub use driver::{PlayerWindow, WindowPorts};
pub use key::PlayerKey;
pub use link::{LinkStatus, PlayerLink};
pub use machine::Machine;
pub use message::{AppMessage, WindowMessage, WindowState};
pub use page::{Control, PlayerPage, SdkNews};
pub use playing::Playing;
pub use trouble::Trouble;
pub use turns::{Effect, Ending, Input, Stage};

use crate::ports::Millis;

/// How long the player's script, a token, or the device may take before the
/// listener is told that it does not come (contract 7).
pub const PATIENCE: Millis = Millis::from_secs(10);
