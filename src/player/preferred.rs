use crate::spotify::model::{Device, DeviceType};

/// The device to play on when none is active: the one that was active last, or
/// the one the listener was last said to prefer. A hint only: ids are not
/// permanent, so it is known by what it is called and what it is (contract
/// 6.1).
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
}
