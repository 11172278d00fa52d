use leptos::{
    prelude::untrack,
    task::tick,
    wasm_bindgen::JsCast,
    web_sys::{Element, Event},
};

use super::{
    Typing, announced::announced, asked::Asked, empty::empty, found::any_in, further::one_kind,
    overview::overview, steering::focus_first,
};
use crate::{
    spotify::model::SearchResults,
    ui::{
        components::trouble,
        dom::{El, Piece, Var, el, follow, is_plain, live},
        items::{cards_waiting, rows_waiting},
        state::{Load, Loading},
    },
};

/// What is shown, and what it is the answer to.
#[derive(Clone)]
struct Shown {
    asked: Asked,
    load: Load<SearchResults>,
    loading: Loading<SearchResults>,
}

/// What was found. While the next answer is on its way the last one stays, so
/// that the page does not flicker with every letter.
pub fn results(typing: Typing) -> Piece {
    let shown = Var::new(None::<Shown>);
    let is_busy = Var::new(false);
    follow(move || {
        let Some(asked) = Asked::of(&typing.search()) else {
            return;
        };
        let loading = untrack(|| asked.clone().read());
        follow(move || {
            let load = loading.state();
            let is_waiting = matches!(load, Load::Waiting);
            is_busy.set(is_waiting);
            let is_there = shown.with_untracked(|shown| {
                let is_ready = |shown: &Shown| matches!(shown.load, Load::Ready(_));
                shown.as_ref().is_some_and(is_ready)
            });
            if !(is_waiting && is_there) {
                let asked = asked.clone();
                shown.set(Some(Shown {
                    asked,
                    load,
                    loading,
                }));
            }
        });
    });
    let spoken = el("p")
        .class("unseen")
        .attr("role", "status")
        .live_text(move || shown.with(|shown| shown.as_ref().map(in_words).unwrap_or_default()));
    let list = el("div")
        .attr("id", "results")
        .class("results")
        .live_attr("aria-busy", move || Some(is_busy.get().to_string()))
        .on_first("click", move |click| {
            // Whoever opens or plays something has found what was meant.
            if is_plain(&click) && is_of_use(&click) {
                typing.was_meant();
            }
        });
    let own = list.clone();
    let contents = live(move || {
        keep_the_keyboard(&own);
        shown.get().map(|shown| written(&shown, typing))
    });
    Piece::from(spoken).and(list.with(contents))
}

/// Whoever is in the results while others take their place begins at the first
/// of those.
fn keep_the_keyboard(list: &El) {
    if list.element().matches(":focus-within").unwrap_or(false) {
        let list = list.clone();
        leptos::task::spawn_local(async move {
            tick().await;
            focus_first(&list);
        });
    }
}

fn is_of_use(click: &Event) -> bool {
    click
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|target| {
            let found = target.closest(".row a, .card a, .play");
            found.is_ok_and(|found| found.is_some())
        })
}

fn written(shown: &Shown, typing: Typing) -> Piece {
    let asked = &shown.asked;
    match &shown.load {
        Load::Waiting => match asked.only {
            None => rows_waiting("Searching").and(cards_waiting("shelf", "Searching")),
            Some(kind) if super::found::are_rows(kind) => rows_waiting("Searching"),
            Some(_) => cards_waiting("cards", "Searching"),
        },
        Load::Failed(error) => {
            let loading = shown.loading;
            let heading = el("h2").class("unseen").text("Results");
            Piece::from(heading).and(trouble(error, move || loading.retry()))
        }
        Load::Ready(results) if !any_in(results, asked.only) => empty(asked, typing),
        Load::Ready(results) => match asked.only {
            None => overview(results, typing),
            Some(kind) => one_kind(asked, kind, results),
        },
    }
}

fn in_words(shown: &Shown) -> String {
    match &shown.load {
        Load::Ready(results) => announced(results, shown.asked.only),
        Load::Waiting | Load::Failed(_) => String::new(),
    }
}
