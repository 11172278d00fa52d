use super::devices::drawing;
use crate::{
    player::{Command, Status, is_usable},
    spotify::{DeviceId, Error, model::Device},
    ui::{
        components::{icon, trouble},
        dom::{El, Piece, derived, el, live},
        state::{PlayerView, use_deck},
        words,
    },
};

/// What the list shows.
#[derive(Clone, PartialEq)]
enum Devices {
    Reading,
    Failed(Error),
    Read(Vec<Device>),
}

/// The short guide for a command that found no active device (contract 6.1).
pub fn guide() -> El {
    el("div").class("guide-note").with(el("p").text(
        "Nothing that could play is awake. Choose a device below, or wake one: open Spotify on \
             a phone, computer or speaker. This looks every few seconds and goes on by itself as \
             soon as one appears.",
    ))
}

/// The devices, each with what can be done with it.
pub fn choices() -> Piece {
    let player = use_deck().player();
    let devices = derived(move || devices(player.status()));
    let failed = derived(move || {
        let status = player.status();
        status.devices.and(status.devices_trouble)
    });
    // What is shown below it is of before.
    let failed = live(move || {
        let failed = failed.get()?;
        Some(trouble(&failed, move || player.player().read_devices()))
    });
    failed.and(live(move || match devices.get() {
        Devices::Reading => Piece::from(
            el("p")
                .class("waiting fine")
                .attr("role", "status")
                .text("Asking Spotify for your devices"),
        ),
        Devices::Failed(error) => trouble(&error, move || player.player().read_devices()).into(),
        Devices::Read(devices) if devices.is_empty() => el("p")
            .class("empty")
            .text("Spotify lists no device of yours just now.")
            .into(),
        Devices::Read(devices) => el("ul")
            .class("device-list")
            .attr("role", "list")
            .with(devices.iter().map(device).collect::<Vec<_>>())
            .into(),
    }))
}

fn devices(status: Status) -> Devices {
    let waiting = status.needs_device.and_then(|needs| needs.devices);
    let active = status
        .now_playing
        .and_then(|playing| playing.state.device)
        .and_then(|device| device.id);
    match (waiting.or(status.devices), status.devices_trouble) {
        (Some(mut devices), _) => {
            // What plays is read more often than the list.
            if active.is_some() {
                for device in &mut devices {
                    device.is_active = device.id == active;
                }
            }
            Devices::Read(devices)
        }
        (None, Some(error)) => Devices::Failed(error),
        (None, None) => Devices::Reading,
    }
}

fn device(device: &Device) -> El {
    let name = if device.name.is_empty() {
        words::device_type(device.device_type)
    } else {
        device.name.as_str()
    };
    let state = if device.is_active {
        "Plays here"
    } else if device.is_restricted {
        "Takes no commands from here"
    } else if device.id.is_none() {
        "Spotify does not say how to reach it"
    } else {
        words::device_type(device.device_type)
    };
    let private = device
        .is_private_session
        .then(|| el("span").class("device-state").text("Private session"));
    let words = el("span")
        .class("device-words")
        .with(el("strong").text(name))
        .with(el("span").class("device-state").text(state))
        .with(private);
    let row = el("li").class(if device.is_active {
        "device active"
    } else {
        "device"
    });
    match &device.id {
        Some(id) if is_usable(device) && !device.is_active => {
            let (id, view) = (id.clone(), use_deck().player());
            row.with(
                el("button")
                    .attr("type", "button")
                    .class("device-choice")
                    .on_click(move || play_on(view, &id))
                    .with(icon(drawing(device.device_type)))
                    .with(words),
            )
        }
        _ => row.with(
            el("div")
                .class("device-choice")
                .with(icon(drawing(device.device_type)))
                .with(words),
        ),
    }
}

/// Sends what waits to that device, or moves what plays there: it goes on as it
/// was. What was left on a device that is gone is played again.
fn play_on(view: PlayerView, device: &DeviceId) {
    let status = view.status();
    if status.needs_device.is_some() {
        view.player().choose(device);
    } else {
        view.tell(Command::Transfer {
            device: device.clone(),
            plays: status.now_playing.is_none(),
        });
    }
    view.hide_devices();
}
