//! The devices of a listener (contract 4.6, 6.1).

use std::fmt::Write;

use serde::Deserialize;
use sha2::Digest;
use sha2::Sha256;

use crate::clock::Millis;
use crate::player::objection::Objection;
use crate::player::objection::Reason;

/// How many commands a device that woke slowly fails: the first as if it were
/// not there, the second in the gateway.
pub const COLD_COMMANDS: u8 = 2;

/// Something that plays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// What the simulator knows it by; ids may be null.
    pub number: u32,
    pub id: Option<String>,
    pub name: String,
    /// Such as `Computer`.
    pub kind: String,
    /// Takes no commands.
    pub restricted: bool,
    pub supports_volume: bool,
    pub volume: u8,
    /// Asleep: in no list.
    pub asleep: bool,
    /// How many commands it will fail because it has hardly woken.
    pub cold: u8,
    /// When the page that it plays in last asked for its state, by the clock
    /// of the host; none for a device that is no page.
    pub page_seen_at: Option<Millis>,
}

/// A device as the control describes it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewDevice {
    /// What the listener calls it.
    pub name: String,
    /// Such as `Speaker`.
    #[serde(default = "speaker", rename = "type")]
    pub kind: String,
    /// Takes no commands.
    #[serde(default)]
    pub restricted: bool,
    /// Whether its volume can be set.
    #[serde(default = "yes")]
    pub supports_volume: bool,
    /// From 0 to 100.
    #[serde(default = "half")]
    pub volume: u8,
    /// Whether its id is null.
    #[serde(default)]
    pub nameless: bool,
}

impl Device {
    /// A device of a listener, by its number.
    pub fn new(number: u32, owner: &str, new: NewDevice) -> Self {
        Self {
            number,
            id: (!new.nameless).then(|| id(owner, number)),
            name: new.name,
            kind: new.kind,
            restricted: new.restricted,
            supports_volume: new.supports_volume,
            volume: new.volume.min(100),
            asleep: false,
            cold: 0,
            page_seen_at: None,
        }
    }

    /// The devices that a listener has from the start.
    pub fn demo(owner: &str, shown_as: &str) -> Vec<Self> {
        let of_theirs = |thing: &str| format!("{shown_as}’s {thing}");
        let mut devices: Vec<Self> = (1..)
            .zip([
                NewDevice::called(of_theirs("laptop"), "Computer", 65),
                NewDevice {
                    supports_volume: false,
                    ..NewDevice::called(of_theirs("phone"), "Smartphone", 100)
                },
                NewDevice::called("Kitchen speaker".to_owned(), "Speaker", 35),
                NewDevice {
                    restricted: true,
                    ..NewDevice::called("Living room TV".to_owned(), "TV", 50)
                },
                NewDevice {
                    nameless: true,
                    ..NewDevice::called("Hallway radio".to_owned(), "CastAudio", 40)
                },
                NewDevice::called("Bedroom speaker".to_owned(), "Speaker", 20),
            ])
            .map(|(number, new)| Self::new(number, owner, new))
            .collect();
        if let Some(bedroom) = devices.last_mut() {
            bedroom.asleep = true;
        }
        devices
    }

    /// Refuses what a device refuses whatever it is told.
    pub fn heed(&mut self) -> Result<(), Objection> {
        let cold = self.cold;
        self.cold = cold.saturating_sub(1);
        match cold {
            0 if self.restricted => Err(Objection::Restricted(Reason::DeviceNotControllable)),
            0 => Ok(()),
            1 => Err(Objection::HardlyAwake),
            _ => Err(Objection::DeviceNotFound),
        }
    }
}

impl NewDevice {
    /// A device without peculiarities.
    pub fn called(name: String, kind: &str, volume: u8) -> Self {
        Self {
            name,
            kind: kind.to_owned(),
            restricted: false,
            supports_volume: true,
            volume,
            nameless: false,
        }
    }
}

/// An id as devices have it: 40 hexadecimal characters.
fn id(owner: &str, number: u32) -> String {
    let digest = Sha256::new()
        .chain_update(owner)
        .chain_update(number.to_be_bytes())
        .finalize();
    digest.iter().take(20).fold(String::new(), |mut id, byte| {
        // Writing to a string cannot fail.
        let _ = write!(id, "{byte:02x}");
        id
    })
}

fn speaker() -> String {
    "Speaker".to_owned()
}

fn yes() -> bool {
    true
}

fn half() -> u8 {
    50
}
