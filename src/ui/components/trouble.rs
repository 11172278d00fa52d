use std::rc::Rc;

use leptos::prelude::Get;

use super::{Icon, button, icon, link, outside, page_heading, what_rests};
use crate::{
    ports::Millis,
    route::{Route, Search},
    spotify::{Error, NextStep},
    ui::{
        dom::{El, Piece, el},
        state::{use_deck, use_due},
        words::Explanation,
    },
};

/// Something to be done when it is asked for.
pub type Act = Rc<dyn Fn()>;

/// Why a part of a page could not be read, and what to do about it.
pub fn trouble(error: &Error, retry: impl Fn() + 'static) -> El {
    let explanation = Explanation::of_call(error);
    let rests = error.is_about_limits().then(what_rests);
    let words = el("div")
        .with(el("h3").text(explanation.title))
        .with(el("p").text(&explanation.body))
        .with(
            el("p")
                .class("actions")
                .with(next_step(explanation.next, Rc::new(retry)))
                .with(rests),
        );
    el("section")
        .class("trouble")
        .attr("role", "alert")
        .with(icon(Icon::Warning))
        .with(words)
}

/// The same where it is all there is to say of a page. `other` are words that
/// fit better than those for any error of its kind, and what can be done then.
pub fn page_trouble(
    eyebrow: &str,
    error: &Error,
    other: Option<(&str, &str, Piece)>,
    retry: impl Fn() + 'static,
) -> Piece {
    let explanation = Explanation::of_call(error);
    let next = || next_step(explanation.next, Rc::new(retry));
    // Asking again may bring the same; something else may be found.
    let search = (*error == Error::NotFound && other.is_none()).then(|| {
        link(Route::Search(Search::default()))
            .class("button")
            .text("Search")
    });
    let rests = error.is_about_limits().then(what_rests);
    let (title, body, next) =
        other.unwrap_or_else(|| (explanation.title, &explanation.body, next()));
    Piece::from(page_heading(eyebrow, title)).and(
        el("div")
            .class("page-trouble")
            .attr("role", "alert")
            .with(el("p").class("lead").text(body))
            .with(el("p").class("actions").with(next).with(search).with(rests)),
    )
}

/// A word on why a page can do less than one would think.
pub fn page_note(words: &str) -> El {
    el("p")
        .class("notice warn")
        .with(icon(Icon::Warning))
        .with(el("span").text(words))
}

/// The button for what can be done about an error.
pub fn next_step(next: NextStep, retry: Act) -> Piece {
    let deck = use_deck();
    let again = |label| {
        button(label, {
            let retry = Rc::clone(&retry);
            move || retry()
        })
    };
    match next {
        NextStep::TryAgain | NextStep::LookAgain | NextStep::WakeDevice => {
            again("Try again").into()
        }
        NextStep::WaitUntil(moment) => ask_again_at(moment, retry, "Try again").into(),
        NextStep::Grant(scopes) => {
            button("Grant this permission", move || deck.ask_for(scopes)).into()
        }
        NextStep::ConnectAgain => button("Connect again", move || deck.connect_again()).into(),
        NextStep::Dashboard => Piece::from(outside(
            "https://developer.spotify.com/dashboard",
            "Open Spotify’s dashboard",
        ))
        .and(again("Check again")),
        NextStep::Nothing => Piece::NONE,
    }
}

/// Asks again, once that is of use.
pub fn ask_again_at(moment: Millis, ask: Act, label: &'static str) -> El {
    let due = use_due(moment);
    button(label, move || ask()).live_flag("disabled", move || !due.get())
}
