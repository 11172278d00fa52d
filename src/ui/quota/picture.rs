use crate::ui::{
    dom::{El, derived, el, live, svg},
    state::use_deck,
};

/// The height of the picture, in its own units; a minute is 4 wide.
const HEIGHT: u32 = 40;

/// A minute with fewer calls than this does not reach the top.
const FULL: u32 = 8;

/// A bar for each minute of the last hour.
pub fn picture() -> El {
    let quota = use_deck().quota;
    let minutes = derived(move || quota.meter().by_minute());
    let busiest = move || minutes.get().into_iter().max().unwrap_or(0);
    let bars = move || {
        let most = busiest().max(FULL);
        let bars = minutes.get().into_iter().zip(0_u32..);
        bars.map(|(count, place)| bar(count, place, most))
            .collect::<Vec<_>>()
    };
    let words = move || {
        let all: u32 = minutes.get().into_iter().sum();
        format!("{all} in the last hour, at most {} in a minute", busiest())
    };
    let drawing = svg("svg")
        .attr("viewBox", "0 0 239 40")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .with(live(bars));
    let axis = el("p")
        .class("quota-axis")
        .attr("aria-hidden", "true")
        .with(el("span").text("an hour ago"))
        .with(el("span").text("now"));
    el("figure")
        .class("quota-picture")
        .with(drawing)
        .with(axis)
        .with(el("figcaption").live_text(words))
}

fn bar(count: u32, place: u32, most: u32) -> El {
    // What was asked at all is seen.
    let height = (count * HEIGHT / most).max(u32::from(count > 0) * 3).max(1);
    svg("rect")
        .class(if count > 0 { "asked" } else { "idle" })
        .attr("x", &(place * 4).to_string())
        .attr("y", &(HEIGHT - height).to_string())
        .attr("width", "3")
        .attr("height", &height.to_string())
        .attr("rx", "1")
}
