use super::dom::{El, el};
use crate::platform::{self, Reach};

/// All there is where another page could reach in: a way out (security 38, 41).
pub fn framed(reach: Reach) -> El {
    let (what, danger) = match reach {
        Reach::Frame => (
            "It was put into a frame of another page.",
            "lead your clicks astray",
        ),
        Reach::Opener => (
            "Another page opened it and kept a way into it.",
            "reach what is yours",
        ),
    };
    let way_out = el("a")
        .class("button primary")
        .attr("href", &platform::base_path())
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .text("Open Cratedigger");
    el("main")
        .class("alone")
        .with(el("h1").text("Cratedigger opens in a tab of its own"))
        .with(el("p").text(&format!(
            "{what} So that nobody can {danger}, nothing is shown or read here."
        )))
        .with(el("p").with(way_out))
}
