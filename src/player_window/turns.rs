use super::{Control, SdkNews, Trouble, WindowMessage};
use crate::{oauth::AccessToken, spotify::DeviceId};

/// Where the window stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Spotify's script is on its way.
    Loading,
    /// It waits for the click without which browsers do not play.
    Waiting,
    /// Spotify is making it a device.
    Connecting,
    /// It is a device.
    Ready {
        /// What Spotify calls it.
        device: DeviceId,
        /// What is in the way of the music nevertheless.
        hitch: Option<Trouble>,
    },
    /// Spotify has lost sight of it.
    NotReady,
    /// It does not play.
    Trouble(Trouble),
    /// It will not play any more.
    Over(Ending),
}

/// How it came to an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The listener closed it.
    Closed,
    /// The session is over.
    SignedOut,
    /// Another window took its place.
    Replaced,
}

/// What happens to the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// The listener pressed the one large button.
    Pressed,
    /// The listener pressed a button of the player.
    Control(Control),
    /// The listener wants the window closed.
    Closed,
    /// The page is being left.
    Left,
    /// The SDK said something.
    Sdk(SdkNews),
    /// The token that was asked for.
    Token(AccessToken),
    /// There is none, for this reason.
    NoToken(Trouble),
    /// The app asks whether there is a window.
    WhoIsThere,
    /// The session is over.
    SignedOut,
    /// There is another window.
    Replaced,
    /// [`Effect::Wait`] of this number is over.
    Waited(u64),
}

/// What the window does about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// [`super::PlayerPage::activate`].
    Activate,
    /// [`super::PlayerPage::connect`].
    Connect,
    /// [`super::PlayerPage::disconnect`].
    Disconnect,
    /// [`super::PlayerPage::give`].
    Give(AccessToken),
    /// [`super::PlayerPage::control`].
    Control(Control),
    /// [`super::PlayerPage::reload`].
    Reload,
    /// [`super::PlayerPage::close`].
    Close,
    /// Asks the app for a token; whether the last one was refused.
    AskForToken(bool),
    /// Says something to the app.
    Post(WindowMessage),
    /// Gives the number back after [`super::PATIENCE`].
    Wait(u64),
}
