use super::control::control;
use crate::{
    player::{Command, Status},
    ports::Millis,
    spotify::model::{Playable, RepeatMode},
    ui::{
        components::Icon,
        dom::{El, derived, el, live},
        state::{PlayerView, use_deck},
    },
};

/// How far podcasts are skipped (contract 8.1).
const SKIP: Millis = Millis::from_secs(15);

/// Shuffle, back, play, on and repeat; for an episode, a quarter of a minute
/// back and on in place of the outer two.
pub fn transport() -> El {
    let player = use_deck().player();
    let is_episode = derived(move || {
        let playing = player.now_playing();
        playing.is_some_and(|playing| matches!(playing.state.item, Some(Playable::Episode(_))))
    });
    let is_episode = move || is_episode.get();
    el("div")
        .class("transport")
        .attr("role", "group")
        .attr("aria-label", "Playback")
        .with(live(move || {
            if is_episode() {
                skip_by(player, Icon::Back15, "Back 15 seconds", |at| at - SKIP)
            } else {
                shuffle(player)
            }
        }))
        .with(control(
            "icon-button",
            || (Icon::Previous, "Previous"),
            move || player.status().may_skip_previous().err(),
            move || player.tell(Command::Previous),
        ))
        .with(play_or_pause(player, "play-button"))
        .with(control(
            "icon-button",
            || (Icon::Next, "Next"),
            move || player.status().may_skip_next().err(),
            move || player.tell(Command::Next),
        ))
        .with(live(move || {
            if is_episode() {
                skip_by(player, Icon::Forward15, "Forward 15 seconds", |at| {
                    at + SKIP
                })
            } else {
                repeat(player)
            }
        }))
}

/// Plays, or pauses.
pub fn play_or_pause(player: PlayerView, class: &'static str) -> El {
    let plays = |status: &Status| {
        let playing = status.now_playing.as_ref();
        playing.is_some_and(|playing| playing.state.is_playing)
    };
    control(
        class,
        move || {
            if plays(&player.status()) {
                (Icon::Pause, "Pause")
            } else {
                (Icon::Play, "Play")
            }
        },
        move || {
            let status = player.status();
            let may = if plays(&status) {
                status.may_pause()
            } else {
                status.may_resume()
            };
            may.err()
        },
        move || {
            player.tell(if plays(&player.status()) {
                Command::Pause
            } else {
                Command::Resume
            });
        },
    )
}

fn skip_by(
    player: PlayerView,
    drawing: Icon,
    label: &'static str,
    from: fn(Millis) -> Millis,
) -> El {
    control(
        "icon-button",
        move || (drawing, label),
        move || player.status().may_seek().err(),
        move || player.tell(Command::Seek(from(player.progress()))),
    )
}

fn shuffle(player: PlayerView) -> El {
    let is_on = move || {
        let playing = player.now_playing();
        playing.is_some_and(|playing| playing.state.shuffle == Some(true))
    };
    control(
        "icon-button",
        || (Icon::Shuffle, "Shuffle"),
        move || player.status().may_shuffle().err(),
        move || player.tell(Command::Shuffle(!is_on())),
    )
    .live_attr("aria-pressed", move || Some(is_on().to_string()))
}

fn repeat(player: PlayerView) -> El {
    let mode = move || {
        let playing = player.now_playing();
        let mode = playing.and_then(|playing| playing.state.repeat);
        mode.unwrap_or(RepeatMode::Off)
    };
    let next = move || match mode() {
        RepeatMode::Off => RepeatMode::Context,
        RepeatMode::Context => RepeatMode::Track,
        RepeatMode::Track => RepeatMode::Off,
    };
    control(
        "icon-button repeat",
        move || match mode() {
            RepeatMode::Off => (Icon::Repeat, "Repeat"),
            RepeatMode::Context => (Icon::Repeat, "Repeat: all of it"),
            RepeatMode::Track => (Icon::Repeat, "Repeat: this one"),
        },
        move || player.status().may_repeat(next()).err(),
        move || player.tell(Command::Repeat(next())),
    )
    .live_attr("aria-pressed", move || {
        Some((mode() != RepeatMode::Off).to_string())
    })
    .live_flag("data-one", move || mode() == RepeatMode::Track)
}
