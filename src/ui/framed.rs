use super::dom::{El, el};
use crate::platform;

/// All there is inside a frame of another page: a way out (security 38).
pub fn framed() -> El {
    let way_out = el("a")
        .class("button primary")
        .attr("href", &platform::base_path())
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .text("Open Cratedigger");
    el("main")
        .class("alone")
        .with(el("h1").text("Cratedigger opens in a tab of its own"))
        .with(el("p").text(
            "It was put into a frame of another page. So that nobody can lead your clicks \
             astray, nothing is shown or read here.",
        ))
        .with(el("p").with(way_out))
}
