//! A token, and what it proves.

mod about;
mod answer;
mod bench;
mod endpoints;
mod expire;
mod fields;
mod form;
mod paste;
mod permissions;
mod refresh;
mod words;

use super::{
    code_tabs::code_tabs,
    field::{Hint, labelled, text_field},
    slip::{copy_button, slip, written},
};
use bench::{Bench, Whose};

use crate::ui::{
    dom::{El, Piece, derived, el, live},
    state::use_deck,
};

/// This part of the workshop.
pub fn token() -> Piece {
    let bench = Bench::new(use_deck());
    let quota = bench
        .is_signed_in()
        .then_some(" Each one counts towards your app’s quota, whosever token it is.");
    let lead = el("p")
        .class("lead")
        .text(
            "Look at a token the only way there is: by using it. Every answer on this page comes \
             from Spotify, when you ask for it.",
        )
        .text(quota.unwrap_or_default());
    // What is filled in below stays when one token takes another's place.
    let has_token = derived(move || bench.has_token());
    Piece::from(lead)
        .and(paste::which(bench))
        .and(live(move || has_token.get().then(|| about::about(bench))))
        .and(live(move || {
            (bench.whose() == Whose::Session).then(renewal)
        }))
        .and(live(move || {
            has_token.get().then(|| endpoints::endpoints(bench))
        }))
}

/// What only the session's own token can do.
fn renewal() -> El {
    el("div")
        .class("renewal")
        .with(refresh::refresh())
        .with(expire::expire())
}
