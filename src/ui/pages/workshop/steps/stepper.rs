use super::bench::{Bench, Run};
use crate::{
    ui::dom::{El, el},
    workshop::steps::Step,
};

/// Which sign-in to look at.
pub fn runs(bench: Bench) -> El {
    let choice = |run, label| {
        el("button")
            .attr("type", "button")
            .class("segment")
            .live_attr("aria-current", move || {
                (bench.run.get() == run).then(|| "true".to_owned())
            })
            .on_click(move || bench.look_at(run))
            .text(label)
    };
    el("div")
        .class("segments")
        .attr("role", "group")
        .attr("aria-label", "Which sign-in")
        .with(choice(Run::Session, "This session"))
        .with(choice(Run::Practice, "Practice run"))
}

/// The steps, as far as one can go.
pub fn stepper(bench: Bench) -> El {
    let steps = Step::ALL.map(|step| el("li").with(way_to(bench, step)));
    el("nav")
        .attr("aria-label", "Steps")
        .with(el("ol").class("stepper").attr("role", "list").with(steps))
}

fn way_to(bench: Bench, step: Step) -> El {
    let furthest = move || bench.furthest();
    let is_open = move || furthest().is_some() && bench.step.get() == step;
    let is_reached = move || furthest().is_some_and(|furthest| step <= furthest);
    let number = el("span")
        .class("step-number")
        .attr("aria-hidden", "true")
        .text(&step.number().to_string());
    el("button")
        .attr("type", "button")
        .class("step")
        .live_attr("aria-current", move || is_open().then(|| "step".to_owned()))
        .live_flag("disabled", move || !is_reached())
        .on_click(move || bench.open(step))
        .with(number)
        .with(el("span").class("step-name").text(name(step)))
}

/// What to call a step.
const fn name(step: Step) -> &'static str {
    match step {
        Step::Verifier => "Verifier",
        Step::Challenge => "Challenge",
        Step::Request => "Authorization request",
        Step::Consent => "Consent at Spotify",
        Step::Callback => "Callback, checked",
        Step::Exchange => "Token request",
        Step::Answer => "Answer",
    }
}
