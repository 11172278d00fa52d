use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    session::Device,
    spotify::{
        Client, PlaylistId, SpotifyUri, Window, endpoints::playlists, model::SimplifiedPlaylist,
    },
};

/// The playlists that the listener pinned on this device.
#[derive(Clone, Copy)]
pub struct Pins {
    held: StoredValue<Held, LocalStorage>,
    changes: RwSignal<u32>,
}

struct Held {
    device: Device,
    client: Client,
    ids: Vec<PlaylistId>,
    /// What is known of them: kept here, as a playlist that is changed is
    /// forgotten elsewhere.
    seen: Vec<Arc<SimplifiedPlaylist>>,
    was_read: bool,
}

impl Pins {
    /// The pins that `device` remembers.
    pub fn of(device: Device, client: Client) -> Self {
        let held = Held {
            ids: device.pinned(),
            device,
            client,
            seen: Vec::new(),
            was_read: false,
        };
        Self {
            held: StoredValue::new_local(held),
            changes: RwSignal::new(0),
        }
    }

    /// Which are pinned, in the order they were pinned in; reactive.
    pub fn ids(self) -> Vec<PlaylistId> {
        self.changes.track();
        self.held.with_value(|held| held.ids.clone())
    }

    /// Whether this one is; reactive.
    pub fn is_pinned(self, id: &PlaylistId) -> bool {
        self.changes.track();
        self.held.with_value(|held| held.ids.contains(id))
    }

    /// What is known of a pinned playlist; reactive.
    pub fn playlist(self, id: &PlaylistId) -> Option<Arc<SimplifiedPlaylist>> {
        self.changes.track();
        self.held.with_value(|held| held.seen(id))
    }

    /// Pins it, or takes the pin out.
    pub fn toggle(self, id: &PlaylistId) {
        self.held.update_value(|held| {
            // Another tab may have changed them meanwhile.
            held.ids = held.device.pinned();
            if held.ids.contains(id) {
                held.ids.retain(|pinned| pinned != id);
            } else {
                held.ids.push(id.clone());
            }
            held.device.remember_pinned(&held.ids);
        });
        self.look();
    }

    /// Looks at what this device remembers: it was changed elsewhere.
    pub fn look_again(self) {
        self.held
            .update_value(|held| held.ids = held.device.pinned());
        self.look();
        self.read_once();
    }

    /// Learns what the session knows of them by now.
    pub fn look(self) {
        self.held.update_value(Held::look);
        self.changes.update(|count| *count = count.wrapping_add(1));
    }

    /// Learns what they are called, for one call at most, and that only if it
    /// is not known of all of them.
    pub fn read_once(self) {
        let client = self.held.try_update_value(|held| {
            held.look();
            let is_complete = held.seen.len() == held.ids.len();
            (!is_complete && !std::mem::replace(&mut held.was_read, true))
                .then(|| held.client.clone())
        });
        let Some(client) = client.flatten() else {
            return;
        };
        spawn_local(async move {
            // Without the permission they go without names.
            if client.read(playlists::mine(Window::first())).await.is_ok() {
                self.look();
            }
        });
    }
}

impl Held {
    fn seen(&self, id: &PlaylistId) -> Option<Arc<SimplifiedPlaylist>> {
        self.seen.iter().find(|seen| seen.id == *id).cloned()
    }

    fn look(&mut self) {
        let now = self.ids.iter().filter_map(|id| {
            let known = self.client.known(&SpotifyUri::from(id.clone()));
            known.or_else(|| self.seen(id))
        });
        self.seen = now.collect();
    }
}
