use std::rc::Rc;

use super::{
    address, base_path, channel::BrowserChannel, clock::BrowserClock, random::SystemRandom,
    sdk::SpotifyPage, tasks::MicroTasks,
};
use crate::{
    player_window::{PlayerKey, WindowPorts},
    ports::{Channels, TabChannel},
};

/// The page that the build makes for the player window.
const PAGE: &str = "player.html";

/// No way back to this tab, and no copy of its storage (security 41). A browser
/// that opens a tab instead is as good.
const FEATURES: &str = "popup,noopener,width=380,height=560";

/// Opens the player window. Only within a click; whether it opened is not told.
pub fn open_player_window(key: &PlayerKey) {
    if let Some(window) = web_sys::window() {
        let address = format!("{}{PAGE}#{}", base_path(), key.expose());
        // Without a way back there is nothing to be had of it.
        let _ = window.open_with_url_and_target_and_features(&address, "_blank", FEATURES);
    }
}

/// Whether this is the page of the player window: the build says so in it.
pub fn is_player_window() -> bool {
    web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| {
            let meta = document.query_selector("meta[name=cratedigger-part]");
            meta.ok().flatten()
        })
        .and_then(|meta| meta.get_attribute("content"))
        .is_some_and(|part| part == "player")
}

/// What the player window asks of the world; `None` if the app did not open it.
/// The key stays in the address, so that the window can be loaded anew.
pub fn window_ports() -> Option<WindowPorts> {
    let key = PlayerKey::parse(&address().fragment)?;
    Some(WindowPorts {
        clock: Rc::new(BrowserClock),
        random: Rc::new(SystemRandom),
        tasks: Rc::new(MicroTasks),
        channel: Rc::new(BrowserChannel::open(&key.channel_name())),
        page: Rc::new(SpotifyPage::default()),
    })
}

/// Closes this window, if the browser lets a page do that.
pub(super) fn close_window() {
    if let Some(window) = web_sys::window() {
        // Refused to a window that the listener opened.
        let _ = window.close();
    }
}

/// The channels of this origin.
pub struct BrowserChannels;

impl Channels for BrowserChannels {
    fn open(&self, name: &str) -> Rc<dyn TabChannel> {
        Rc::new(BrowserChannel::open(name))
    }
}
