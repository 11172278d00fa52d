use super::slider::{Slider, slider};
use crate::{
    player::{Command, Obstacle},
    spotify::model::Volume,
    ui::{
        components::{Icon, icon},
        dom::{El, Piece, derived, el, live},
        state::use_deck,
    },
};

/// How loud it is; nothing where the device sets that itself (contract 6.1).
pub fn volume() -> Piece {
    let player = use_deck().player();
    let is_shown = derived(move || {
        !matches!(
            player.status().may_set_volume(),
            Err(Obstacle::FixedVolume | Obstacle::NothingActive)
        )
    });
    live(move || is_shown.get().then(line))
}

fn line() -> El {
    let player = use_deck().player();
    let percent = move || {
        let device = player
            .now_playing()
            .and_then(|playing| playing.state.device);
        let volume = device.and_then(|device| device.volume);
        volume.map_or(0, Volume::percent)
    };
    let drawing = live(move || {
        icon(if percent() == 0 {
            Icon::Muted
        } else {
            Icon::Volume
        })
    });
    let slider = slider(Slider {
        label: "Volume",
        place: Box::new(move || (percent().into(), 100)),
        words: Box::new(move || format!("{} percent", percent())),
        is_free: Box::new(move || player.status().may_set_volume().is_ok()),
        set: Box::new(move |percent| {
            let percent = u8::try_from(percent).unwrap_or(100);
            if let Ok(volume) = Volume::try_from(percent) {
                player.tell(Command::Volume(volume));
            }
        }),
    });
    el("div").class("volume").with(drawing).with(slider)
}
