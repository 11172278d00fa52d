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

/// How far it is, to be seen and set. How long an advertisement is, Spotify does
/// not say.
pub fn progress() -> El {
    let player = use_deck().player();
    let duration = move || player.now_playing().and_then(|playing| playing.duration());
    let time = |words: Box<dyn Fn() -> String>| {
        el("span")
            .class("time")
            .attr("aria-hidden", "true")
            .live_text(words)
    };
    let at = move || clock_length(player.progress());
    let seek = slider(Slider {
        label: "Seek",
        place: Box::new(move || {
            duration().map_or((0, 0), |duration| {
                (seconds(player.progress()), seconds(duration))
            })
        }),
        words: Box::new(move || match duration() {
            Some(duration) => format!("{} of {}", at(), clock_length(duration)),
            None => at(),
        }),
        is_free: Box::new(move || player.status().may_seek().is_ok()),
        set: Box::new(move |seconds| {
            player.tell(Command::Seek(Millis::from_secs(seconds.into())));
        }),
    });
    el("div")
        .class("progress-line")
        .with(time(Box::new(at)))
        .with(seek)
        .with(time(Box::new(move || {
            duration().map(clock_length).unwrap_or_default()
        })))
}

fn seconds(span: Millis) -> u32 {
    u32::try_from(span.0 / 1000).unwrap_or(u32::MAX)
}
