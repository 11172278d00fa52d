use leptos::prelude::untrack;

use super::{bench::Bench, callback::checks};
use crate::{
    session::CallbackTrace,
    ui::{
        components::button,
        dom::{El, Piece, Var, el, live},
    },
    workshop::Revealed,
};

/// What would happen with a state of somebody else's.
pub fn wrong_state(bench: Bench) -> Piece {
    let tried = Var::new(None::<CallbackTrace>);
    let act = move || {
        let callback = untrack(|| bench.callback());
        let secrets = bench.deck.session().fresh_secrets().ok();
        let judged = callback
            .zip(secrets)
            .and_then(|(trace, (_, wrong))| trace.with_state(wrong));
        tried.set(judged.map(|judged| judged.trace));
    };
    let can_try = move || {
        bench
            .callback()
            .is_some_and(|trace| trace.response.is_some())
    };
    live(move || can_try().then(|| panel(tried, act)))
}

fn panel(tried: Var<Option<CallbackTrace>>, act: impl Fn() + 'static) -> El {
    let told = live(move || {
        tried.get().map(|trace| {
            let thrown_away = trace.failed.is_some();
            Piece::from(checks(&trace, &Revealed::default())).and(el("p").text(if thrown_away {
                "Thrown away: nothing waits for this state here. The code in it is never exchanged, \
                 so nobody can slip their own account into this tab with a link."
            } else {
                "It passed."
            }))
        })
    });
    el("section")
        .class("panel what-if")
        .attr("aria-labelledby", "wrong-state")
        .with(
            el("h3")
                .attr("id", "wrong-state")
                .text("What if the state were wrong?"),
        )
        .with(el("p").text(
            "The same answer, with a state that somebody else made up, judged by the same code.",
        ))
        .with(button("Try it", act))
        .with(el("div").attr("role", "status").with(told))
}
