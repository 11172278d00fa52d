use super::WindowView;
use crate::{
    player::Obstacle,
    player_window::{Control, PlayerWindow, Playing, Stage},
    ui::{
        components::{Icon, large_cover},
        dom::{El, Piece, derived, el, live},
        items::explicit,
        player::control,
    },
};

/// The edge of the cover in CSS pixels: what the window is wide enough for.
const COVER: u32 = 320;

/// What plays here, and what can be done to it.
pub(super) fn music(view: WindowView) -> Piece {
    let item = derived(move || {
        let is_ready = matches!(view.stage.get(), Stage::Ready { .. });
        let playing = view.playing.get().filter(|_| is_ready);
        // What changes from moment to moment is followed where it is shown.
        playing.map(|playing| Playing {
            paused: false,
            can_skip_next: true,
            can_skip_previous: true,
            ..playing
        })
    });
    let is_there = derived(move || item.with(Option::is_some));
    live(move || item.get().map(|playing| shown(&playing)))
        .and(live(move || is_there.get().then(|| controls(view))))
}

fn shown(playing: &Playing) -> El {
    let by = el("p")
        .class("player-window-by")
        .with(playing.explicit.then(explicit))
        .text(&playing.artists.join(", "));
    el("section")
        .class("player-window-item")
        .attr("aria-label", "Plays here")
        .with(large_cover(&playing.images, COVER))
        .with(el("h2").text(&playing.name))
        .with(by)
}

fn controls(view: WindowView) -> El {
    let is = move |read: fn(&Playing) -> bool| {
        view.playing
            .with(|playing| playing.as_ref().is_some_and(read))
    };
    let obstacle = move |may: fn(&Playing) -> bool| (!is(may)).then_some(Obstacle::Disallowed);
    let act = move |control| move || view.act(|window: &PlayerWindow| window.control(control));
    let previous = control(
        "icon-button",
        || (Icon::Previous, "Previous"),
        move || obstacle(|playing| playing.can_skip_previous),
        act(Control::Previous),
    );
    let toggle = control(
        "play-button",
        move || {
            if is(|playing| playing.paused) {
                (Icon::Play, "Play")
            } else {
                (Icon::Pause, "Pause")
            }
        },
        || None,
        act(Control::Toggle),
    );
    let next = control(
        "icon-button",
        || (Icon::Next, "Next"),
        move || obstacle(|playing| playing.can_skip_next),
        act(Control::Next),
    );
    el("div")
        .class("transport")
        .attr("role", "group")
        .attr("aria-label", "Playback")
        .with(previous)
        .with(toggle)
        .with(next)
}
