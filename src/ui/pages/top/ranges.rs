use crate::{
    route::{Route, TopRange, TopView},
    ui::{
        components::choice_link,
        dom::{El, Var, el},
    },
};

/// Over how long to look.
pub fn ranges(choice: Var<(TopRange, TopView)>) -> El {
    let links = TopRange::ALL.map(|range| {
        let to = move || Route::Top {
            range,
            view: choice.get().1,
        };
        choice_link(to, move || choice.get().0 == range)
            .class("segment")
            .text(label(range))
    });
    el("nav")
        .class("segments")
        .attr("aria-label", "Over how long")
        .with(links)
}

const fn label(range: TopRange) -> &'static str {
    match range {
        TopRange::FourWeeks => "4 weeks",
        TopRange::SixMonths => "6 months",
        TopRange::OneYear => "A year",
    }
}
