use super::Command;
use crate::spotify::model::Device;

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
