use super::slider::{Slider, slider};
use crate::{
    player::Command,
    ports::Millis,
    ui::{
        dom::{El, el},
        items::clock_length,
        state::use_deck,
    },
};

/// How far it is, to be seen and set.
pub fn progress() -> El {
    let player = use_deck().player();
    let duration = move || {
        let playing = player.now_playing();
        let duration = playing.and_then(|playing| playing.duration());
        duration.unwrap_or_default()
    };
    let time = |moment: Box<dyn Fn() -> Millis>| {
        el("span")
            .class("time")
            .attr("aria-hidden", "true")
            .live_text(move || clock_length(moment()))
    };
    let seek = slider(Slider {
        label: "Seek",
        place: Box::new(move || (seconds(player.progress()), seconds(duration()))),
        words: Box::new(move || {
            let at = clock_length(player.progress());
            format!("{at} of {}", clock_length(duration()))
        }),
        is_free: Box::new(move || player.status().may_seek().is_ok()),
        set: Box::new(move |seconds| {
            player.tell(Command::Seek(Millis::from_secs(seconds.into())));
        }),
    });
    el("div")
        .class("progress-line")
        .with(time(Box::new(move || player.progress())))
        .with(seek)
        .with(time(Box::new(duration)))
}

fn seconds(span: Millis) -> u32 {
    u32::try_from(span.0 / 1000).unwrap_or(u32::MAX)
}
