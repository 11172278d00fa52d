//! Search: as it is typed, over everything, with all of it in the address.

mod announced;
mod asked;
mod empty;
mod field;
mod filters;
mod found;
mod further;
mod idle;
mod kinds;
mod overview;
mod results;
mod steering;
mod typing;

use field::{FIELD, field};
use filters::filters;
use idle::idle;
use kinds::{hint, kinds};
use results::results;
use typing::Typing;

use crate::ui::{
    components::{focus_soon, heading_with_field},
    dom::{Piece, derived, el, follow, live},
};

/// The id of the field, for whoever wants to give it the keyboard.
pub const SEARCH_FIELD: &str = FIELD;

/// The page.
pub fn search() -> Piece {
    let typing = Typing::begin();
    let (form, input) = field(typing);
    let is_asked = derived(move || !typing.search().text().is_empty());
    let below = live(move || {
        if is_asked.get() {
            Piece::from(kinds(typing)).and(results(typing))
        } else {
            idle(typing)
        }
    });
    // Whoever comes back to the beginning, by whichever way, is to type.
    let own = input.clone();
    follow(move || {
        if typing.search().text().is_empty() {
            focus_soon(own.clone());
        }
    });
    let page = el("div")
        .class("search")
        .with(form)
        .with(filters(typing, &input))
        .with(hint())
        .with(below);
    Piece::from(heading_with_field(
        "Everything Spotify has",
        "Search",
        &input,
    ))
    .and(steering::steered(page, &input))
}
