//! The player window: all that it shows. No session, no vault, no calls; what it
//! knows it has from Spotify's SDK and from the tab that opened it.

mod music;
mod stage;

use std::rc::Rc;

use leptos::prelude::*;

use crate::{
    platform,
    player_window::{Ending, PlayerWindow, Playing, Stage},
    ui::{
        components::{brand, page_title, quiet_button, spotify_mark},
        dom::{El, Piece, Var, derived, el, live},
    },
};
use music::music;
use stage::stage;

/// The window in reactive clothes.
#[derive(Clone, Copy)]
struct WindowView {
    window: StoredValue<Rc<PlayerWindow>, LocalStorage>,
    stage: Var<Stage>,
    playing: Var<Option<Playing>>,
}

impl WindowView {
    fn of(window: Rc<PlayerWindow>) -> Self {
        let stage = Var::new(window.stage());
        let playing = Var::new(window.playing());
        let observed = Rc::downgrade(&window);
        window.observe(move || {
            if let Some(window) = observed.upgrade() {
                stage.set_if_new(window.stage());
                playing.set_if_new(window.playing());
            }
        });
        Self {
            window: StoredValue::new_local(window),
            stage,
            playing,
        }
    }

    fn act(self, act: impl FnOnce(&PlayerWindow)) {
        self.window.with_value(|window| act(window));
    }
}

/// The window.
pub fn player_window() -> El {
    let contents = match platform::window_ports() {
        Some(ports) => opened(WindowView::of(PlayerWindow::open(ports))),
        None => opened_by_nobody(),
    };
    el("main")
        .class("player-window")
        .with(
            el("header")
                .class("player-window-head")
                .with(brand())
                .with(spotify_mark()),
        )
        .with(contents)
}

fn opened(view: WindowView) -> Piece {
    platform::on_leaving(move || view.act(PlayerWindow::leave));
    // A page that was kept aside is no device any more.
    platform::on_restored(platform::restart);
    let is_over = derived(move || matches!(view.stage.get(), Stage::Over(_)));
    Piece::from(page_title("Play in this browser"))
        .and(stage(view))
        .and(music(view))
        .and(live(move || (!is_over.get()).then(|| closing(view))))
}

fn closing(view: WindowView) -> El {
    let close = quiet_button("Close", move || view.act(PlayerWindow::close));
    el("footer")
        .class("player-window-foot")
        .with(el("p").class("fine").text(
            "Keep this window open while you listen, and the tab of Cratedigger too. Choose what \
             plays there.",
        ))
        .with(close)
}

fn opened_by_nobody() -> Piece {
    let way_in = el("a")
        .class("button primary")
        .attr("href", &platform::base_path())
        .text("Open Cratedigger");
    Piece::from(page_title("Play in this browser"))
        .and(el("p").text(
            "This window plays for a tab of Cratedigger, and opens from there: choose this \
                 browser in its list of devices.",
        ))
        .and(el("p").with(way_in))
}

/// How it came to an end.
const fn ended(ending: Ending) -> &'static str {
    match ending {
        Ending::Closed => "It has stopped. You can close this window.",
        Ending::SignedOut => "You are signed out. You can close this window.",
        Ending::Replaced => "Another player window took over. You can close this one.",
    }
}
