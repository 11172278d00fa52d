use super::{Command, Preferred};
use crate::spotify::{DeviceId, model::Device};

/// A command found no active device and waits for one (contract 6.1). While
/// this is shown and the page is seen, devices are listed every 5 s; one that
/// was not there at first is used by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedsDevice {
    /// What waits.
    pub waits: Command,
    /// What could be woken or chosen, in Spotify's order; `None` while that has
    /// not been read. Those that are not [usable](is_usable) can only be shown.
    pub devices: Option<Vec<Device>>,
}

/// Whether a device takes commands: it has an id and is not restricted
/// (contract 6.1).
pub const fn is_usable(device: &Device) -> bool {
    device.id.is_some() && !device.is_restricted
}

/// A command that waits for a device, and the devices that were there before,
/// which the listener might have chosen but did not.
#[derive(Debug)]
pub(super) struct Waiting {
    /// What waits.
    pub command: Command,
    /// `None` while none have been listed.
    known: Option<Vec<DeviceId>>,
    /// Whether it was sent to a device already, which was not there.
    was_sent: bool,
}

impl Waiting {
    /// Waits since `listed`, if they could be.
    pub fn new(command: Command, listed: Option<&[Device]>, was_sent: bool) -> Self {
        Self {
            command,
            known: listed.map(usable_ids),
            was_sent,
        }
    }

    /// The device to use without asking: one that has come since, or has become
    /// active; of the first that are listed, the preferred one. One that goes
    /// and comes back is a new one.
    pub fn newcomer(
        &mut self,
        devices: &[Device],
        preferred: Option<&Preferred>,
    ) -> Option<DeviceId> {
        let usable = usable_ids(devices);
        let Some(known) = &mut self.known else {
            self.known = Some(usable);
            let preferred = preferred.filter(|_| !self.was_sent);
            return hinted(devices, preferred);
        };
        known.retain(|id| usable.contains(id));
        let come = usable.into_iter().find(|id| !known.contains(id));
        come.or_else(|| active(devices))
    }
}

/// The device to use without asking: the one that is preferred.
pub(super) fn hinted(devices: &[Device], preferred: Option<&Preferred>) -> Option<DeviceId> {
    let preferred = preferred?;
    let found = devices
        .iter()
        .find(|device| is_usable(device) && preferred.is(device));
    found?.id.clone()
}

/// What brings `command` to `device`: what can begin there by itself, or else a
/// transfer first.
pub(super) fn steps_to(device: &DeviceId, command: Command) -> Vec<Command> {
    let transfer = |plays| Command::Transfer {
        device: device.clone(),
        plays,
    };
    match command {
        Command::Transfer { plays, .. } => vec![transfer(plays)],
        Command::Play(_) | Command::Resume => vec![command],
        command => vec![transfer(false), command],
    }
}

fn active(devices: &[Device]) -> Option<DeviceId> {
    let found = devices
        .iter()
        .find(|device| is_usable(device) && device.is_active);
    found?.id.clone()
}

fn usable_ids(devices: &[Device]) -> Vec<DeviceId> {
    let usable = devices.iter().filter(|device| is_usable(device));
    usable.filter_map(|device| device.id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spotify::model::{DeviceType, FromJson};

    fn device(id: &str, is_active: bool) -> Device {
        let json = serde_json::json!({
            "id": (!id.is_empty()).then_some(id),
            "name": format!("The {id}"),
            "type": "Speaker",
            "is_active": is_active,
            "is_restricted": id == "tv",
        });
        Device::from_json(json).expect("readable")
    }

    fn listed(ids: &[&str]) -> Vec<Device> {
        ids.iter().map(|id| device(id, false)).collect()
    }

    fn found(waiting: &mut Waiting, devices: &[Device]) -> String {
        let preferred = Preferred {
            name: "The radio".to_owned(),
            device_type: DeviceType::Speaker,
        };
        let found = waiting.newcomer(devices, Some(&preferred));
        found.map_or(String::new(), |id| id.as_str().to_owned())
    }

    #[test]
    fn only_one_that_has_come_is_used_by_itself() {
        let first = listed(&["radio", "kitchen"]);
        let waiting = || Waiting::new(Command::Resume, Some(&first), false);
        for (devices, expected) in [
            (listed(&["kitchen", "radio"]), ""),
            (listed(&["radio", "tv", ""]), ""),
            (listed(&["radio", "kitchen", "bedroom"]), "bedroom"),
            (
                vec![device("radio", false), device("kitchen", true)],
                "kitchen",
            ),
            (vec![device("tv", true)], ""),
        ] {
            assert_eq!(found(&mut waiting(), &devices), expected, "{devices:?}");
        }
        let mut waiting = waiting();
        assert_eq!(found(&mut waiting, &listed(&["radio"])), "");
        assert_eq!(found(&mut waiting, &first), "kitchen", "it came back");
    }

    #[test]
    fn of_the_first_that_are_listed_the_preferred_one_is_used() {
        let devices = listed(&["kitchen", "radio"]);
        let waiting = |was_sent| Waiting::new(Command::Resume, None, was_sent);
        assert_eq!(found(&mut waiting(false), &devices), "radio");
        assert_eq!(found(&mut waiting(true), &devices), "");
    }
}
