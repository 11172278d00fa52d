use std::rc::Rc;

use crate::{
    config::{self, STORAGE_PREFIX},
    oauth::ClientId,
    ports::Store,
    spotify::PlaylistId,
};

/// What is kept on this device between visits, none of it secret:
/// `localStorage`. Where that is blocked nothing is remembered, and nothing
/// fails.
#[derive(Clone)]
pub struct Device {
    store: Rc<dyn Store>,
}

pub(super) const CLIENT_ID: &str = "client-id";

/// The ids of playlists with spaces between them.
pub(super) const PINNED: &str = "pinned";

fn key(name: &str) -> String {
    format!("{STORAGE_PREFIX}{name}")
}

impl Device {
    /// What `store` remembers.
    pub const fn new(store: Rc<dyn Store>) -> Self {
        Self { store }
    }

    /// The client ID used last, or else the one baked in when building.
    pub fn client_id(&self) -> Option<ClientId> {
        self.remembered_client_id()
            .or_else(|| config::CLIENT_ID.and_then(|text| ClientId::parse(text).ok()))
    }

    /// The client ID used last on this device. Its presence is what makes a
    /// listener a returning one.
    pub fn remembered_client_id(&self) -> Option<ClientId> {
        ClientId::parse(&self.read(CLIENT_ID)?).ok()
    }

    /// Whether somebody has signed in here before and not had it forgotten.
    pub(super) fn has_been_used(&self) -> bool {
        self.remembered_client_id().is_some()
    }

    /// Remembers `client_id` for the next visit.
    pub fn remember_client_id(&self, client_id: &ClientId) {
        self.write(CLIENT_ID, client_id.as_str());
    }

    /// What is kept under `name`.
    pub(super) fn read(&self, name: &str) -> Option<String> {
        self.store.get(&key(name)).ok()?
    }

    /// Keeps it under `name`.
    pub(super) fn write(&self, name: &str, text: &str) {
        let _ = self.store.set(&key(name), text);
    }

    /// Keeps nothing under `name` any more.
    pub(super) fn drop(&self, name: &str) {
        let _ = self.store.remove(&key(name));
    }

    /// The playlists that are pinned, in the order they were pinned in. Only
    /// their ids are kept: what Spotify says of them is not ours to keep
    /// (contract 8.2).
    pub fn pinned(&self) -> Vec<PlaylistId> {
        let text = self.store.get(&key(PINNED)).ok().flatten();
        let text = text.unwrap_or_default();
        let ids = text.split_ascii_whitespace();
        ids.filter_map(|id| id.to_owned().try_into().ok()).collect()
    }

    /// Remembers which playlists are pinned.
    pub fn remember_pinned(&self, ids: &[PlaylistId]) {
        let ids: Vec<_> = ids.iter().map(PlaylistId::as_str).collect();
        let _ = self.store.set(&key(PINNED), &ids.join(" "));
    }

    /// Forgets everything of ours on this device.
    pub fn forget_all(&self) {
        for key in self.store.keys().unwrap_or_default() {
            if key.starts_with(STORAGE_PREFIX) {
                let _ = self.store.remove(&key);
            }
        }
    }
}
