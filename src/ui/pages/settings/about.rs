use super::panel;
use crate::{
    platform,
    route::Route,
    ui::{
        components::link,
        dom::{El, el},
    },
};

/// What this is, and what it is made of.
pub fn about() -> El {
    let licences = format!("{}licences.txt", platform::base_path());
    let licences = el("a")
        .attr("href", &licences)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .text("Licences of what is used");
    panel("about", "About")
        .with(
            el("p")
                .text("Cratedigger ")
                .text(env!("CARGO_PKG_VERSION"))
                .text(
                    ": a client for Spotify that is only a page. It is independent: not made, endorsed \
                     or checked by Spotify. Free software, under the MIT or the Apache licence.",
                ),
        )
        .with(el("p").with(link(Route::About).text("Privacy and terms")))
        .with(el("p").with(licences))
}
