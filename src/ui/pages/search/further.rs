use std::{cell::Cell, rc::Rc};

use super::{
    asked::{AT_ONCE, Asked},
    found::{Extent, are_rows, extent_of, found},
    kinds::name_of,
    steering::focus_item,
};
use crate::{
    platform,
    route::ResultKind,
    spotify::model::SearchResults,
    ui::{
        components::{button, trouble},
        dom::{Piece, Var, el, live},
        items::{cards, rows},
        state::Load,
    },
};

/// Everything of one kind, ten at a time.
pub fn one_kind(asked: &Asked, kind: ResultKind, results: &SearchResults) -> Piece {
    let extent = extent_of(results, kind);
    let total = extent.total.filter(|total| *total > 0);
    let count = total.map(|total| {
        el("span")
            .class("count")
            .text(&format!("about {}", platform::number(total)))
    });
    let heading = el("div")
        .class("section-heading")
        .with(el("h2").attr("id", "all").text(name_of(kind)))
        .with(count);
    let items = found(results, kind, usize::MAX);
    let list = if are_rows(kind) {
        rows(items)
    } else {
        cards("cards", items)
    };
    let list = list.with(behind(asked, kind, 0, extent));
    el("section")
        .attr("aria-labelledby", "all")
        .with(heading)
        .with(list)
        .into()
}

/// What comes behind the page that begins at `from`.
fn behind(asked: &Asked, kind: ResultKind, from: u32, page: Extent) -> Piece {
    let next = from + AT_ONCE;
    match asked.from(next).filter(|_| page.has_more) {
        Some(asked) => further(asked, kind, next),
        // What is hidden counts for Spotify, too.
        None if page.has_more || page.total.is_some_and(|total| total >= 1000) => el("li")
            .class("more fine")
            .text("Spotify shows no more than 1,000 of a kind. More words, or a filter, narrow it down.")
            .into(),
        None => Piece::NONE,
    }
}

/// A way to the next page, which then takes its place. What was read before is
/// there at once.
fn further(asked: Asked, kind: ResultKind, from: u32) -> Piece {
    let is_wanted = Var::new(asked.is_known());
    let was_pressed = Rc::new(Cell::new(false));
    live(move || {
        if is_wanted.get() {
            return page(&asked, kind, from, &was_pressed);
        }
        let was_pressed = Rc::clone(&was_pressed);
        let more = button("More", move || {
            was_pressed.set(true);
            is_wanted.set(true);
        });
        el("li").class("more").with(more).into()
    })
}

fn page(asked: &Asked, kind: ResultKind, from: u32, was_pressed: &Rc<Cell<bool>>) -> Piece {
    let loading = asked.clone().read();
    let (asked, was_pressed) = (asked.clone(), Rc::clone(was_pressed));
    live(move || match loading.state() {
        Load::Waiting => waiting(),
        Load::Failed(error) => el("li")
            .class("more")
            .with(trouble(&error, move || loading.retry()))
            .into(),
        Load::Ready(results) => {
            let items = found(&results, kind, usize::MAX);
            // Whoever pressed the button has it no longer: they go on here.
            if let Some(first) = items.first().filter(|_| was_pressed.replace(false)) {
                focus_item(first);
            }
            let extent = extent_of(&results, kind);
            Piece::from(items).and(behind(&asked, kind, from, extent))
        }
    })
}

fn waiting() -> Piece {
    let words = el("span").attr("role", "status").text("Reading more …");
    el("li").class("more waiting").with(words).into()
}
