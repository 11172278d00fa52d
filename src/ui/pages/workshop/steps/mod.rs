//! A sign-in with PKCE, one step at a time: the one that this page finished,
//! or one to try things out.

mod answer;
mod bench;
mod callback;
mod challenge;
mod client_id;
mod consent;
mod exchange;
mod explained;
mod frame;
mod message;
mod refreshing;
mod request;
mod scopes;
mod stepper;
mod verifier;
mod verifier_field;
mod wrong_state;

use super::{client_id::client_id_field, copying::Copying};
use bench::{Bench, Run};
use frame::frame;
use stepper::{runs, stepper};

use crate::{
    ui::{
        components::{button, page_note},
        dom::{Piece, derived, el, live},
    },
    workshop::steps::Step,
};

/// This part of the workshop.
pub fn steps() -> Piece {
    let Ok(bench) = Bench::set_up() else {
        return page_note(
            "This browser gives no random numbers, so there is nothing to begin with.",
        )
        .into();
    };
    let side = el("div")
        .class("bench-side")
        .with(runs(bench))
        .with(stepper(bench));
    let is_there = derived(move || bench.furthest().is_some());
    let main = live(move || {
        if is_there.get() {
            frame(bench, bench.step.get(), contents(bench, bench.step.get()))
        } else {
            nothing_kept(bench)
        }
    });
    el("div").class("bench").with(side).with(main).into()
}

fn contents(bench: Bench, step: Step) -> Piece {
    match step {
        Step::Verifier => verifier::verifier(bench),
        Step::Challenge => challenge::challenge(bench),
        Step::Request => request::request(bench),
        Step::Consent => consent::consent(bench),
        Step::Callback => callback::callback(bench),
        Step::Exchange => exchange::exchange(bench),
        Step::Answer => answer::answer(bench),
    }
}

fn nothing_kept(bench: Bench) -> Piece {
    let is_signed_in = bench.deck.session_state().listener().is_some();
    let (title, words) = if is_signed_in {
        (
            "Nothing is kept of this session’s sign-in",
            "What happened in it is kept in memory only, by the page that handled it. This page was \
             opened or loaded anew since, so it is gone. A practice run shows the same.",
        )
    } else {
        (
            "Nobody is signed in",
            "So there is no sign-in to look back at. A practice run shows the same.",
        )
    };
    let note = el("section")
        .class("step-page")
        .with(el("h2").text(title))
        .with(el("p").class("lead").text(words))
        .with(button("Begin a practice run", move || {
            bench.look_at(Run::Practice);
        }));
    note.into()
}
