use super::{
    device_list::{choices, guide},
    this_browser::this_browser,
};
use crate::{
    spotify::model::DeviceType,
    ui::{
        components::{Icon, button, icon, sheet},
        dom::{El, Piece, derived, el, live},
        parts,
        state::use_deck,
        words,
    },
};

/// Says where it plays, and opens the list of devices.
pub fn device_button() -> El {
    let player = use_deck().player();
    let device = derived(move || {
        let playing = player.now_playing();
        let device = playing.and_then(|playing| playing.state.device);
        device.map(|device| (device.name, device.device_type))
    });
    let name = move || match device.get() {
        Some((name, _)) if !name.is_empty() => name,
        Some((_, kind)) => words::device_type(kind).to_owned(),
        None => "Devices".to_owned(),
    };
    let drawing = move || device.get().map_or(Icon::Device, |(_, kind)| drawing(kind));
    el("button")
        .attr("type", "button")
        .class("device-button")
        .attr("aria-haspopup", "dialog")
        .attr("title", "Devices")
        .on_click(move || player.show_devices())
        .with(live(move || icon(drawing())))
        .with(el("span").class("unseen").text("Plays on: "))
        .with(el("span").class("device-name").live_text(name))
}

/// What a device looks like.
pub const fn drawing(kind: DeviceType) -> Icon {
    match kind {
        DeviceType::Smartphone | DeviceType::Tablet => Icon::Phone,
        DeviceType::Speaker | DeviceType::Automobile => Icon::Speaker,
        DeviceType::Computer | DeviceType::Tv | DeviceType::GameConsole | DeviceType::Other => {
            Icon::Device
        }
    }
}

/// The devices, over any page: to move what plays to another one, or to find
/// one for a command that waits.
pub fn devices_dialog() -> El {
    let player = use_deck().player();
    let is_shown = derived(move || player.are_devices_shown());
    let waits = derived(move || player.status().needs_device.is_some());
    let title = move || {
        if waits.get() {
            "Where should it play?"
        } else {
            "Devices"
        }
    };
    let close = move || player.hide_devices();
    sheet("devices", title, is_shown, close, move || {
        parts::device_sheet(waits.get())
    })
}

/// What is in it, while a command waits for a device and else.
pub fn device_sheet(waits: bool) -> Piece {
    Piece::from(waits.then(guide))
        .and(choices())
        .and(look_again(waits))
        .and(here())
}

/// This browser, which becomes a device by its window.
fn here() -> El {
    el("div")
        .class("this-browser")
        .with(el("h3").text("This browser"))
        .with(this_browser())
}

fn look_again(waits: bool) -> Piece {
    let player = use_deck().player();
    if waits {
        return Piece::NONE;
    }
    el("p")
        .class("actions")
        .with(button("Look again", move || player.player().read_devices()))
        .into()
}
