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
    components::heading_with_field,
    dom::{Piece, derived, el, live},
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
