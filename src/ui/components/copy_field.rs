use leptos::task::spawn_local;

use super::{Icon, icon};
use crate::{
    platform,
    ui::dom::{Piece, Var, el, live},
};

/// What came of copying.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    NotYet,
    Yes,
    Denied,
}

/// A text to be pasted elsewhere exactly, with a button that copies it.
pub fn copy_field(text: String, label: &'static str) -> Piece {
    let copied = Var::new(Copied::NotYet);
    let shown = el("code").text(&text);
    let copy = move || {
        let text = text.clone();
        spawn_local(async move {
            let outcome = if platform::copy(&text).await {
                Copied::Yes
            } else {
                Copied::Denied
            };
            copied.set(outcome);
        });
    };
    let button = el("button")
        .attr("type", "button")
        .class("icon-button")
        .attr("aria-label", label)
        .attr("title", label)
        .on_click(copy)
        .with(live(move || {
            icon(match copied.get() {
                Copied::Yes => Icon::Tick,
                Copied::NotYet | Copied::Denied => Icon::Copy,
            })
        }));
    let outcome = move || match copied.get() {
        Copied::NotYet => "",
        Copied::Yes => "Copied.",
        Copied::Denied => "The browser did not allow copying: select the text and copy it.",
    };
    Piece::from(el("div").class("copy-field").with(shown).with(button)).and(
        el("p")
            .class("copy-outcome")
            .attr("role", "status")
            .live_text(move || outcome().to_owned()),
    )
}
