//! What is to be said of the session above whatever page is open.

use super::{
    components::{button, quiet_button},
    dom::{El, Piece, Var, derived, el, live},
    state::{Landing, use_deck},
    words::unchanged,
};
use crate::{platform, session::SessionState};

/// All there is to say.
pub fn session_notices() -> Piece {
    unchanged_notice().and(cut_off()).and(ending())
}

fn notice(title: &str, words: &str) -> El {
    let words = el("p").with(el("strong").text(title)).text(words);
    el("div").class("notice").attr("role", "status").with(words)
}

/// After a callback that changed nothing.
fn unchanged_notice() -> Piece {
    let deck = use_deck();
    live(move || {
        let Landing::Unchanged(failure) = deck.landing() else {
            return Piece::NONE;
        };
        notice("You are still signed in. ", unchanged(failure))
            .with(quiet_button("Dismiss", move || deck.land(Landing::Done)))
            .into()
    })
}

/// In a tab that lived on the session of another one.
fn cut_off() -> Piece {
    let deck = use_deck();
    let is_cut_off = derived(move || matches!(deck.session_state(), SessionState::CutOff(_)));
    live(move || {
        if !is_cut_off.get() {
            return Piece::NONE;
        }
        notice(
            "This tab stands alone now. ",
            "It lived on the session of another tab, and none is left. What is on the screen \
             stays; to go on, connect this tab.",
        )
        .with(button("Connect again", move || deck.connect_again()))
        .into()
    })
}

/// Before the six months are over (contract 2.2).
fn ending() -> Piece {
    let deck = use_deck();
    let is_later = Var::new(false);
    let ends_at = derived(move || {
        // The signal says that something changed; the grant has the details. Of a
        // tab that stands alone there is more urgent news.
        let state = deck.session_state();
        let is_cut_off = matches!(state, SessionState::CutOff(_));
        let grant = deck.session().grant().filter(|_| !is_cut_off);
        let ending = grant.filter(|grant| grant.is_ending(platform::now()));
        ending.map(|grant| platform::long_date(grant.ends_at()))
    });
    live(move || {
        let Some(ends_at) = ends_at.get().filter(|_| !is_later.get()) else {
            return Piece::NONE;
        };
        let words = format!(
            "Spotify asks for your consent every six months, and the next time is about {ends_at}. \
             Connecting again before then takes a click and leads back here."
        );
        notice("The connection is about to end. ", &words)
            .with(button("Connect again", move || deck.connect_again()))
            .with(quiet_button("Later", move || is_later.set(true)))
            .into()
    })
}
