use leptos::prelude::untrack;

use crate::{
    oauth::ScopeSet,
    player_window::{LinkStatus, WindowState},
    session::Meant,
    ui::{
        components::button,
        dom::{Piece, el, live},
        state::use_deck,
        words::window_trouble,
    },
};

/// This browser as a device: opening its window, and how that is doing.
pub fn this_browser() -> Piece {
    let deck = use_deck();
    live(move || {
        // The signal says that something changed; the grant has the details.
        deck.session_state();
        if deck.may_play_here() {
            may_play()
        } else {
            may_not_play()
        }
    })
}

fn may_not_play() -> Piece {
    let deck = use_deck();
    Piece::from(el("p").text(
        "Music can play in a window of this browser. Spotify’s player wants three permissions \
         for that: to stream, and to see your subscription and e-mail address. Cratedigger \
         itself reads neither.",
    ))
    .and(button("Permit playing here", move || {
        let is_choosing = untrack(move || deck.player().are_devices_shown());
        deck.meant.set(is_choosing.then_some(Meant::ChooseDevice));
        deck.ask_for(ScopeSet::for_this_browser());
    }))
}

fn may_play() -> Piece {
    let this_browser = use_deck().this_browser;
    let words = el("p")
        .attr("role", "status")
        .live_text(move || how_it_is(&this_browser.status()).to_owned());
    // One button, so that it keeps the keyboard while the window comes up.
    let is_open = move || matches!(this_browser.status(), LinkStatus::Open(_));
    let label = move || {
        if is_open() {
            "Close the player window"
        } else {
            "Play in this browser"
        }
    };
    let act = move || {
        if untrack(is_open) {
            this_browser.close();
        } else {
            this_browser.open();
        }
    };
    let action = button("", act).live_text(move || label().to_owned());
    Piece::from(words).and(action)
}

fn how_it_is(status: &LinkStatus) -> &'static str {
    match status {
        LinkStatus::Closed => {
            "Music can play in a window of this browser. It needs Spotify Premium."
        }
        LinkStatus::Opening => "The window is opening.",
        LinkStatus::DidNotOpen => {
            "The window did not open. Allow pop-ups for this site, then try again."
        }
        LinkStatus::Open(WindowState::WaitingForClick) => {
            "The window is open. Press “Play in this window” there."
        }
        LinkStatus::Open(WindowState::Connecting) => "The window is becoming a device.",
        LinkStatus::Open(WindowState::Ready { hitch: None, .. }) => {
            "The window is a device of yours, called Cratedigger."
        }
        LinkStatus::Open(WindowState::NotReady) => "Spotify lost sight of the window.",
        LinkStatus::Open(
            WindowState::Trouble(trouble)
            | WindowState::Ready {
                hitch: Some(trouble),
                ..
            },
        ) => window_trouble(*trouble).0,
    }
}
