use leptos::prelude::document;

use crate::ui::{
    components::brand,
    dom::{El, el},
};

/// While a new tab asks the others: what `index.html` shows until the program
/// is there.
pub fn opening() -> El {
    let note = el("div")
        .class("shell-note")
        .with(el("h1").text("Opening the crate"));
    el("main").attr("id", "shell").with(brand()).with(note)
}

/// While a code is exchanged, or a grant proven.
pub fn finishing() -> El {
    document().set_title("Signing in · Cratedigger");
    let note = el("div")
        .class("alone-note")
        .with(el("h1").text("Signing you in"))
        .with(
            el("p")
                .attr("role", "status")
                .text("Asking Spotify whether everything is in order."),
        )
        .with(el("div").class("progress").attr("aria-hidden", "true"));
    el("main").class("alone").with(brand()).with(note)
}
