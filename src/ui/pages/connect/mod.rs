//! The way in: the client ID, the button, and everything that has to be right
//! at Spotify before it can work.

mod address_notice;
mod client_id_field;
mod form;
mod guide;
mod hero;
mod unfinished;

use address_notice::address_notice;
use form::connect_form;
use guide::guide;
use hero::hero;
use leptos::prelude::document;
use unfinished::unfinished;

use crate::{
    config,
    route::Route,
    session::SessionState,
    ui::{
        components::link,
        dom::{El, el, live},
        shell::footer_with_terms,
        state::{Landing, use_deck},
    },
};

/// The Connect page; shown at any address while nobody is signed in.
pub fn connect() -> El {
    let deck = use_deck();
    document().set_title("Connect to Spotify · Cratedigger");
    let has_ended = move || matches!(deck.session_state(), SessionState::Expired(_));
    let is_back = move || deck.landing() == Landing::Unfinished;
    let title = move || {
        if has_ended() {
            "Connect again"
        } else {
            "Connect to Spotify"
        }
    };
    let ended = move || {
        has_ended().then(|| {
            el("p").class("notice").attr("role", "status").text(
                "The connection has ended: Spotify asks for your consent anew every six months, or \
                 it was withdrawn. You will come back to the same page.",
            )
        })
    };
    let simulated = config::SIMULATED.then(|| {
        el("p").class("notice").text(
            "This build talks to the simulated Spotify on this machine. No account is needed.",
        )
    });
    let panel = el("main")
        .class("connect-panel")
        .with(el("h2").live_text(move || title().to_owned()))
        .with(live(ended))
        .with(simulated)
        .with(address_notice())
        .with(live(move || is_back().then(|| unfinished(true))))
        .with(connect_form())
        .with(guide(is_back))
        .with(live(move || (!is_back()).then(|| unfinished(false))))
        .with(to_workshop())
        .with(footer_with_terms());
    el("div").class("connect").with(hero()).with(panel)
}

/// The workshop needs nobody to be signed in.
fn to_workshop() -> El {
    let way = link(Route::workshop()).text("See how signing in works");
    el("p")
        .class("to-workshop")
        .with(way)
        .text(", one step at a time, in the workshop.")
}
