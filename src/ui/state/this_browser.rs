use std::rc::Rc;

use leptos::prelude::*;

use crate::{
    platform,
    player_window::{LinkStatus, PlayerLink},
    spotify::DeviceId,
};

/// This browser as a device, in reactive clothes.
#[derive(Clone, Copy)]
pub struct ThisBrowser {
    link: StoredValue<Rc<PlayerLink>, LocalStorage>,
    status: RwSignal<LinkStatus>,
}

impl ThisBrowser {
    /// Follows `link`.
    pub fn of(link: Rc<PlayerLink>) -> Self {
        let status = RwSignal::new(link.status());
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

    /// This browser as a device, while it is one; reactive.
    pub fn device(self) -> Option<DeviceId> {
        self.status.track();
        self.link.with_value(|link| link.device())
    }

    /// See [`PlayerLink::take_move`]; reactive.
    pub fn take_move(self) -> Option<DeviceId> {
        self.status.track();
        self.link.with_value(|link| link.take_move())
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
