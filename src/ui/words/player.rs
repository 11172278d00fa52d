use crate::{
    player::{Deed, Obstacle},
    spotify::model::DeviceType,
};

/// Why something cannot be done just now.
pub const fn obstacle(obstacle: Obstacle) -> &'static str {
    match obstacle {
        Obstacle::NeedsPremium => {
            "Spotify takes commands only for listeners with Premium. What plays is still shown."
        }
        Obstacle::NotRead => "Spotify has not said yet what plays.",
        Obstacle::NothingActive => "Nothing plays on any device.",
        Obstacle::Advertisement => "An advertisement plays.",
        Obstacle::NothingPlaying => "Nothing plays that this could be about.",
        Obstacle::DeviceRestricted => "This device takes no commands from here.",
        Obstacle::DeviceWithoutId => "Spotify does not say how to reach this device.",
        Obstacle::FixedVolume => "The volume of this device is set on the device itself.",
        Obstacle::Disallowed => "What plays does not allow this just now.",
    }
}

/// What a command was to do, after “Could not …”.
pub const fn deed(deed: Deed) -> &'static str {
    match deed {
        Deed::Play => "play it",
        Deed::Resume => "go on",
        Deed::Pause => "pause",
        Deed::Next => "skip",
        Deed::Previous => "go back",
        Deed::Seek => "seek",
        Deed::Volume => "set the volume",
        Deed::Repeat => "set repeat",
        Deed::Shuffle => "set shuffle",
        Deed::Enqueue => "add it to the queue",
        Deed::Transfer => "move to that device",
    }
}

/// What a device is.
pub const fn device_type(device_type: DeviceType) -> &'static str {
    match device_type {
        DeviceType::Computer => "Computer",
        DeviceType::Smartphone => "Phone",
        DeviceType::Tablet => "Tablet",
        DeviceType::Speaker => "Speaker",
        DeviceType::Tv => "Television",
        DeviceType::Automobile => "Car",
        DeviceType::GameConsole => "Console",
        DeviceType::Other => "Device",
    }
}
