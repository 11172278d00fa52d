use std::rc::Rc;

use leptos::task::spawn_local;

use crate::{
    platform,
    ui::{
        components::{Icon, icon},
        dom::{El, Piece, Var, el, live},
    },
};

/// Something to be read letter by letter: what it is, what can be done with it,
/// and the text itself.
pub fn slip(head: impl Into<Piece>, body: impl Into<Piece>) -> El {
    el("div")
        .class("slip")
        .with(el("div").class("slip-head").with(head))
        .with(body)
}

/// A text in its own lines.
pub fn written(text: &str) -> El {
    el("pre").with(el("code").text(text))
}

/// What came of copying.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    NotYet,
    Yes,
    Denied,
}

/// A button that copies what `text` says then; `what` it is, in words.
pub fn copy_button(what: &str, text: impl Fn() -> String + 'static) -> El {
    copying(what, Rc::new(text))
}

// Not generic, so that it is there once.
fn copying(what: &str, text: Rc<dyn Fn() -> String>) -> El {
    let copied = Var::new(Copied::NotYet);
    let copy = move || {
        let text = text();
        spawn_local(async move {
            copied.set(if platform::copy(&text).await {
                Copied::Yes
            } else {
                Copied::Denied
            });
        });
    };
    let drawing = live(move || {
        icon(match copied.get() {
            Copied::Yes => Icon::Tick,
            Copied::NotYet | Copied::Denied => Icon::Copy,
        })
    });
    let outcome = move || match copied.get() {
        Copied::NotYet => "Copy",
        Copied::Yes => "Copied",
        Copied::Denied => "Not allowed: select it",
    };
    el("button")
        .attr("type", "button")
        .class("slip-act")
        .on_click(copy)
        .with(drawing)
        .with(
            el("span")
                .attr("role", "status")
                .live_text(move || outcome().to_owned()),
        )
        .with(el("span").class("unseen").text(" ").text(what))
}
