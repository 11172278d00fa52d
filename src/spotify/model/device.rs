use serde_json::Value;

use super::{Fields, FromJson, words};
use crate::spotify::{DeviceId, Tells};

/// How loud a device is, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Volume(u8);

/// More than 100 percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a volume from 0 to 100")]
pub struct InvalidVolume;

impl Volume {
    /// From 0 to 100.
    pub const fn percent(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Volume {
    type Error = InvalidVolume;

    fn try_from(percent: u8) -> Result<Self, InvalidVolume> {
        if percent <= 100 {
            Ok(Self(percent))
        } else {
            Err(InvalidVolume)
        }
    }
}

impl FromJson for Volume {
    fn from_json(value: Value) -> Option<Self> {
        let percent: u8 = value.as_u64()?.try_into().ok()?;
        percent.try_into().ok()
    }
}

words! {
    /// What a device is.
    pub enum DeviceType {
        /// A computer, or a page in a browser.
        Computer = "computer",
        /// A phone.
        Smartphone = "smartphone",
        /// A tablet.
        Tablet = "tablet",
        /// A speaker.
        Speaker = "speaker",
        /// A television.
        Tv = "tv",
        /// Something in a car.
        Automobile = "automobile",
        /// A console for games.
        GameConsole = "gameconsole",
    }
    else {
        /// Not known here.
        Other
    }
}

/// Something that plays (contract 6.1).
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is told by itself, and any of them together"
)]
pub struct Device {
    /// Its name for as long as it is listed; without one it cannot be
    /// commanded.
    pub id: Option<DeviceId>,
    /// What its owner calls it.
    pub name: String,
    /// What it is.
    pub device_type: DeviceType,
    /// Whether it is the one that plays, or would.
    pub is_active: bool,
    /// Whether what it plays is hidden from others.
    pub is_private_session: bool,
    /// Whether it takes no commands.
    pub is_restricted: bool,
    /// How loud it is, where that is told.
    pub volume: Option<Volume>,
    /// Whether its volume can be set: phones say no.
    pub supports_volume: bool,
}

impl FromJson for Device {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        let volume = fields.optional("volume_percent");
        Some(Self {
            id: fields.optional("id"),
            name: fields.or_default("name"),
            device_type: fields.or_default("type"),
            is_active: fields.or_default("is_active"),
            is_private_session: fields.or_default("is_private_session"),
            is_restricted: fields.or_default("is_restricted"),
            volume,
            // What tells its volume and no more lets it be set.
            supports_volume: fields
                .optional("supports_volume")
                .unwrap_or(volume.is_some()),
        })
    }
}

/// The devices that can be played on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Devices {
    /// In Spotify's order; may be none.
    pub devices: Vec<Device>,
}

impl FromJson for Devices {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        Some(Self {
            devices: fields.list("devices"),
        })
    }
}

impl Tells for Devices {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spotify::model::read;

    #[test]
    fn devices_are_read_however_odd() {
        let devices: Devices = read(
            r#"{"devices":[{"id":null,"name":"Hi-fi","type":"AVR","volume_percent":null},null,
                {"id":"x","type":"Smartphone","volume_percent":101,"supports_volume":false},
                {"id":"y","type":"TV","volume_percent":100}]}"#,
        )
        .expect("readable");
        let told: Vec<_> = devices
            .devices
            .iter()
            .map(|device| (device.device_type, device.volume, device.supports_volume))
            .collect();
        let loudest = Volume::try_from(100).ok();
        assert_eq!(
            told,
            [
                (DeviceType::Other, None, false),
                (DeviceType::Smartphone, None, false),
                (DeviceType::Tv, loudest, true),
            ]
        );
        assert_eq!(Volume::try_from(101), Err(InvalidVolume));
    }
}
