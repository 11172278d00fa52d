use leptos::prelude::document;

use crate::ui::{
    components::brand,
    dom::{El, el},
    shell::footer,
};

/// When somebody is signed in and what there is for them did not arrive.
pub fn incomplete(actions: El) -> El {
    document().set_title("Not here yet · Cratedigger");
    let note = el("div")
        .class("alone-note")
        .attr("role", "alert")
        .with(el("h1").text("Not all of Cratedigger arrived"))
        .with(el("p").text(
            "You are signed in, but the rest of Cratedigger did not arrive. Check the connection \
             and try again. If it was updated since you opened it, reload it: you stay \
             signed in.",
        ));
    el("main")
        .class("alone")
        .with(brand())
        .with(note)
        .with(actions)
        .with(footer())
}
