use std::rc::Rc;

use leptos::prelude::*;

use crate::{
    platform,
    player_window::{LinkStatus, PlayerLink},
    spotify::DeviceId,
    ui::dom::Var,
};

/// This browser as a device, in reactive clothes.
#[derive(Clone, Copy)]
pub struct ThisBrowser {
    link: StoredValue<Rc<PlayerLink>, LocalStorage>,
    status: Var<LinkStatus>,
}

impl ThisBrowser {
    /// Follows `link`.
    pub fn of(link: Rc<PlayerLink>) -> Self {
        let status = Var::new(link.status());
        let observed = Rc::downgrade(&link);
        link.observe(move || {
            if let Some(link) = observed.upgrade() {
                status.set(link.status());
            }
        });
        Self {
            link: StoredValue::new_local(link),
            status,
        }
    }

    /// What is known of the player window; reactive.
    pub fn status(self) -> LinkStatus {
        self.status.get()
    }

    /// Calls `act` with the device each time the listener has asked, by the
    /// button in the window, to play on it. For the life of the page.
    pub fn on_move(self, act: impl Fn(DeviceId) + 'static) {
        self.link.with_value(|link| {
            let observed = Rc::downgrade(link);
            let look = move || {
                let device = observed.upgrade().and_then(|link| link.take_move());
                if let Some(device) = device {
                    act(device);
                }
            };
            // They may have asked already.
            look();
            link.observe(look);
        });
    }

    /// Opens the player window, unless it is open. Only within a click.
    pub fn open(self) {
        let key = self.link.with_value(|link| link.prepare());
        // Where there is no random, nobody could have signed in.
        if let Ok(Some(key)) = key {
            platform::open_player_window(&key);
        }
    }

    /// Has the player window stop and close.
    pub fn close(self) {
        self.link.with_value(|link| link.close());
    }

    /// Looks whether it is still there.
    pub fn look(self) {
        self.link.with_value(|link| link.look());
    }
}
