use super::bench::Bench;
use crate::{
    ui::{
        components::{button, focus_soon, outside, primary_button, quiet_button},
        dom::{El, Piece, el, live},
    },
    workshop::{Quote, steps::Step},
};

/// A step on the bench: its heading, what it shows, what the RFCs say, and the
/// way to the next.
pub fn frame(bench: Bench, step: Step, contents: Piece) -> Piece {
    let heading = el("h2")
        .attr("id", "step")
        .attr("tabindex", "-1")
        .text(&format!("{} · {}", step.number(), title(step)));
    if bench.is_led.get_untracked() {
        focus_soon(heading.clone());
    }
    el("section")
        .class("step-page")
        .attr("aria-labelledby", "step")
        .with(heading)
        .with(contents)
        .with(quotes(step.quotes()))
        .with(ways(bench, step))
        .into()
}

const fn title(step: Step) -> &'static str {
    match step {
        Step::Verifier => "Random bytes, and the verifier",
        Step::Challenge => "Its hash, and the challenge",
        Step::Request => "What Spotify is asked",
        Step::Consent => "The way to Spotify",
        Step::Callback => "The callback, checked before it is believed",
        Step::Exchange => "The code, exchanged",
        Step::Answer => "What came of it",
    }
}

fn quotes(quotes: &[Quote]) -> El {
    let figures = quotes.iter().map(|quote| {
        el("figure")
            .class("quote")
            .with(el("blockquote").text(quote.words))
            .with(el("figcaption").with(outside(quote.address, quote.place)))
    });
    el("div").class("quotes").with(figures.collect::<Vec<_>>())
}

fn ways(bench: Bench, step: Step) -> El {
    let back = step
        .previous()
        .map(|step| button("Back", move || bench.lead_to(step)));
    let on = live(move || {
        let next = step.next().filter(|next| Some(*next) <= bench.furthest());
        next.map(|next| primary_button("Next step", move || bench.lead_to(next)))
    });
    let anew = live(move || {
        let is_over = bench.is_practice() && !bench.is_draft();
        is_over.then(|| quiet_button("Begin another practice run", move || bench.begin_anew()))
    });
    el("p").class("actions").with(back).with(on).with(anew)
}
