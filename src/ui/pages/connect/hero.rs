use crate::{
    platform,
    ui::{
        components::{Icon, brand, icon},
        dom::{El, el},
    },
};

const PROMISES: [&str; 3] = [
    "Search, dig, and play on any of your devices, or in this browser",
    "Every failure explained, with the next step",
    "The fewest permissions, and only when needed",
];

/// What this is, beside the form.
pub fn hero() -> El {
    let sleeves = el("img")
        .class("sleeves")
        .attr("src", &format!("{}sleeves.svg", platform::base_path()))
        .attr("alt", "")
        .attr("width", "642")
        .attr("height", "150");
    let promises = PROMISES.map(|words| el("li").with(icon(Icon::Tick)).text(words));
    el("header")
        .class("hero")
        .with(brand())
        .with(
            el("h1")
                .text("Your records, ")
                .with(el("br"))
                .text("back in your hands."),
        )
        .with(el("p").class("hero-lead").text(
            "A client for Spotify that is only a page: nothing between this browser and Spotify, no \
             account with us, no secret, nothing collected.",
        ))
        .with(
            el("ul")
                .class("ticks")
                .attr("role", "list")
                .with(promises),
        )
        .with(sleeves)
}
