use leptos::prelude::*;

use crate::{
    route::{Route, TopRange, TopView},
    ui::{
        components::choice_link,
        dom::{El, el, live},
    },
};

/// Over how long to look.
pub fn ranges(choice: Memo<(TopRange, TopView)>) -> El {
    let links = move || {
        let (chosen, view) = choice.get();
        TopRange::ALL.map(|range| {
            let link = choice_link(Route::Top { range, view })
                .class("segment")
                .text(label(range));
            if range == chosen {
                link.attr("aria-current", "page")
            } else {
                link
            }
        })
    };
    el("nav")
        .class("segments")
        .attr("aria-label", "Over how long")
        .with(live(links))
}

const fn label(range: TopRange) -> &'static str {
    match range {
        TopRange::FourWeeks => "4 weeks",
        TopRange::SixMonths => "6 months",
        TopRange::OneYear => "A year",
    }
}
