use std::rc::Rc;

use crate::{oauth::AccessToken, spotify::DeviceId};

/// What Spotify's SDK says (contract 7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SdkNews {
    /// It is here, and can be connected.
    Loaded,
    /// It did not come.
    NotLoaded,
    /// It asks for an access token.
    TokenWanted,
    /// This is a device now.
    Ready(DeviceId),
    /// It is none any more.
    NotReady,
    /// What plays here is this, as JSON; null when nothing does.
    Changed(String),
    /// The browser wants a click before it plays.
    AutoplayFailed,
    /// This browser cannot play.
    InitializationError,
    /// The token, or its permissions, were refused.
    AuthenticationError,
    /// The account has no Premium.
    AccountError,
    /// A track could not be played.
    PlaybackError,
}

/// What the listener does to the music.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// To go on, or to stand still.
    Toggle,
    /// To go on.
    Resume,
    /// To the next.
    Next,
    /// To the one before.
    Previous,
}

/// The player window's page, with Spotify's SDK in it.
pub trait PlayerPage {
    /// Adds the SDK's script to the page, and tells `listener` from then on
    /// what the SDK says.
    fn load(&self, listener: Rc<dyn Fn(SdkNews)>);

    /// Lets the page play from now on. Only within a click.
    fn activate(&self);

    /// Makes the page a device.
    fn connect(&self);

    /// Makes it none.
    fn disconnect(&self);

    /// Answers the SDK's last question for a token.
    fn give(&self, token: AccessToken);

    /// Does to the music what the listener wants.
    fn control(&self, control: Control);

    /// Loads the page anew.
    fn reload(&self);

    /// Closes the window, if the browser lets a page do that.
    fn close(&self);
}
