//! What is kept in this browser, so that whoever owns it can look and delete.

use super::{Session, appearance, device, searches, vault};
use crate::{config::STORAGE_PREFIX, ports::Store};

/// Something that is kept, by what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The tokens, and who they are of.
    Session,
    /// Sign-ins that are under way, and the mark that binds them to this tab.
    SignIns,
    /// The way to this browser's player window.
    PlayerWindow,
    /// How many calls were made.
    Quota,
    /// The client ID used last.
    ClientId,
    /// Which playlists are pinned.
    Pins,
    /// What was searched for.
    Searches,
    /// The device that played last.
    PlayerDevice,
    /// Theme and density.
    Appearance,
    /// Something of ours that this version does not know.
    Other,
}

/// Whose storage something is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeper {
    /// This tab's: gone when it is closed.
    Tab,
    /// This browser's: there until it is deleted.
    Device,
}

impl Kept {
    /// All of it, in the order it is shown in.
    pub const ALL: [Self; 10] = [
        Self::Session,
        Self::SignIns,
        Self::PlayerWindow,
        Self::Quota,
        Self::ClientId,
        Self::Appearance,
        Self::Pins,
        Self::Searches,
        Self::PlayerDevice,
        Self::Other,
    ];

    /// Who keeps it.
    pub const fn keeper(self) -> Keeper {
        match self {
            Self::Session | Self::SignIns | Self::PlayerWindow | Self::Quota => Keeper::Tab,
            Self::ClientId
            | Self::Appearance
            | Self::Pins
            | Self::Searches
            | Self::PlayerDevice
            | Self::Other => Keeper::Device,
        }
    }

    fn of(keeper: Keeper, name: &str) -> Self {
        match (keeper, name) {
            (Keeper::Tab, vault::GRANT) => Self::Session,
            (Keeper::Tab, vault::TAB | vault::ENDED | vault::APART | vault::MEANT) => Self::SignIns,
            (Keeper::Tab, name) if name.starts_with(vault::PENDING) => Self::SignIns,
            (Keeper::Tab, "player-window") => Self::PlayerWindow,
            (Keeper::Tab, "quota") => Self::Quota,
            (Keeper::Device, device::CLIENT_ID) => Self::ClientId,
            (Keeper::Device, device::PINNED) => Self::Pins,
            (Keeper::Device, searches::SEARCHES) => Self::Searches,
            (Keeper::Device, "player-device") => Self::PlayerDevice,
            (Keeper::Device, appearance::THEME | appearance::DENSITY) => Self::Appearance,
            _ => Self::Other,
        }
    }
}

impl Session {
    /// What is kept, and how many bytes of text that is, keys and all.
    pub fn kept(&self) -> Vec<(Kept, usize)> {
        let mut sizes = [0; Kept::ALL.len()];
        self.each_kept(|kept, store, key| {
            let value = store.get(key).ok().flatten().unwrap_or_default();
            if let Some(index) = Kept::ALL.iter().position(|own| *own == kept) {
                sizes[index] += key.len() + value.len();
            }
        });
        let sizes = Kept::ALL.into_iter().zip(sizes);
        sizes.filter(|(_, size)| *size > 0).collect()
    }

    /// Deletes it. The session itself ends by signing out, which tells the
    /// other tabs.
    pub fn delete(&self, what: Kept) {
        self.each_kept(|kept, store, key| {
            if kept == what {
                // What cannot be removed is shown again.
                let _ = store.remove(key);
            }
        });
    }

    fn each_kept(&self, mut look: impl FnMut(Kept, &dyn Store, &str)) {
        let stores = [
            (Keeper::Tab, &self.ports.tab_store),
            (Keeper::Device, &self.ports.device_store),
        ];
        for (keeper, store) in stores {
            for key in store.keys().unwrap_or_default() {
                if let Some(name) = key.strip_prefix(STORAGE_PREFIX) {
                    look(Kept::of(keeper, name), &**store, &key);
                }
            }
        }
    }
}
