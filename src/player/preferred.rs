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
        let record = json::read(&text)?;
        Some(Self {
            name: record.get("name")?.as_str()?.to_owned(),
            device_type: DeviceType::from_json(record.get("type")?.clone())?,
        })
    }

    /// Remembers it for the next visit.
    pub(super) fn remember(&self, store: &dyn Store) {
        let record = json!({ "name": self.name, "type": self.device_type.as_str() });
        let _ = store.set(&key(), &record.to_string());
    }

    /// Forgets which one it was.
    pub(super) fn forget(store: &dyn Store) {
        let _ = store.remove(&key());
    }
}

fn key() -> String {
    format!("{STORAGE_PREFIX}{KEY}")
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;
    use crate::ports::StoreError;

    #[derive(Default)]
    struct Slot(RefCell<Option<String>>);

    impl Store for Slot {
        fn get(&self, _: &str) -> Result<Option<String>, StoreError> {
            Ok(self.0.borrow().clone())
        }

        fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
            assert!(key.starts_with(STORAGE_PREFIX));
            *self.0.borrow_mut() = Some(value.to_owned());
            Ok(())
        }

        fn remove(&self, _: &str) -> Result<(), StoreError> {
            Err(StoreError::Blocked)
        }

        fn keys(&self) -> Result<Vec<String>, StoreError> {
            Err(StoreError::Blocked)
        }
    }

    #[test]
    fn what_is_remembered_is_read_again() {
        let store = Slot::default();
        assert_eq!(Preferred::remembered(&store), None);
        for device_type in [DeviceType::GameConsole, DeviceType::Other] {
            let preferred = Preferred {
                name: "Ada’s \"box\"".to_owned(),
                device_type,
            };
            preferred.remember(&store);
            assert_eq!(Preferred::remembered(&store), Some(preferred));
        }
        for spoiled in ["", "[]", "{}", r#"{"name":7,"type":"tv"}"#, "null"] {
            let _ = store.set(STORAGE_PREFIX, spoiled);
            assert_eq!(Preferred::remembered(&store), None, "{spoiled}");
        }
    }
}
