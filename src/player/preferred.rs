use serde_json::json;

use crate::{
    config::STORAGE_PREFIX,
    json,
    ports::Store,
    spotify::model::{Device, DeviceType, FromJson},
};

const KEY: &str = "player-device";

/// The device to play on when none is active: the one that was active last, or
/// the one the listener was last said to prefer. A hint only: ids are not
/// permanent, so it is known by what it is called and what it is (contract
/// 6.1). Kept on this device between visits; where storage is blocked nothing
/// is remembered, and nothing fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preferred {
    /// What its owner calls it.
    pub name: String,
    /// What it is.
    pub device_type: DeviceType,
}

impl Preferred {
    /// That device.
    pub fn of(device: &Device) -> Self {
        Self {
            name: device.name.clone(),
            device_type: device.device_type,
        }
    }

    /// Whether `device` is it, as far as anyone can tell.
    pub fn is(&self, device: &Device) -> bool {
        self.name == device.name && self.device_type == device.device_type
    }

    /// What `store` remembers.
    pub(super) fn remembered(store: &dyn Store) -> Option<Self> {
        let text = store.get(&key()).ok()??;
        let mut record = json::read(&text)?;
        Some(Self {
            name: String::from_json(record["name"].take())?,
            device_type: DeviceType::from_json(record["type"].take())?,
        })
    }

    /// Remembers it for the next visit.
    pub(super) fn remember(&self, store: &dyn Store) {
        let record = json!({ "name": self.name, "type": self.device_type.as_str() });
        let _ = store.set(&key(), &record.to_string());
    }
}

fn key() -> String {
    format!("{STORAGE_PREFIX}{KEY}")
}
