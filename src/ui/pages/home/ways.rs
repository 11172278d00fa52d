use crate::{
    route::{Route, TopRange, TopView},
    ui::{
        components::link,
        dom::{El, el},
    },
};

/// The ways into Top.
pub fn ways() -> El {
    let ranges = TopRange::ALL.map(|range| {
        let to = Route::Top {
            range,
            view: TopView::Overview,
        };
        el("li").with(link(to).class("button").text(label(range)))
    });
    el("section")
        .class("panel home-top")
        .attr("aria-labelledby", "top")
        .with(el("h2").attr("id", "top").text("Top of the crate"))
        .with(el("p").text("The tracks and artists you came back to most."))
        .with(
            el("ul")
                .class("home-ranges")
                .attr("role", "list")
                .with(ranges),
        )
}

const fn label(range: TopRange) -> &'static str {
    match range {
        TopRange::FourWeeks => "Four weeks",
        TopRange::SixMonths => "Six months",
        TopRange::OneYear => "A year",
    }
}
