use std::rc::Rc;

use leptos::{prelude::untrack, task::spawn_local};

use crate::{
    platform,
    ports::Millis,
    ui::{
        components::{Icon, icon},
        dom::{El, Piece, Var, derived, el, follow, live},
    },
};

/// How long it says what came of copying.
const SAYS: Millis = Millis::from_secs(3);

/// What came of copying.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    NotYet,
    Yes,
    Denied,
}

/// A button of a look of its own, to be made to copy something.
pub struct Copying {
    /// The classes of the button.
    pub class: &'static str,
    /// What stands on it.
    pub label: &'static str,
    /// What it copies, for whoever only hears the label; may be empty.
    pub what: &'static str,
}

impl Copying {
    /// Makes it copy what `text` says when it is pressed; it cannot be pressed
    /// while that is nothing. What came of it is said beside it, so that its
    /// name stays its own (WCAG 2.5.3), and no longer than the text stays.
    pub fn of(self, text: Rc<dyn Fn() -> Option<String>>) -> Piece {
        let Self { class, label, what } = self;
        let copied = Var::new(Copied::NotYet);
        let own = Rc::clone(&text);
        let is_empty = derived(move || own().is_none());
        let own = Rc::clone(&text);
        follow(move || {
            own();
            copied.set_if_new(Copied::NotYet);
        });
        let drawing = live(move || {
            icon(match copied.get() {
                Copied::Yes => Icon::Tick,
                Copied::NotYet | Copied::Denied => Icon::Copy,
            })
        });
        let outcome = move || match copied.get() {
            Copied::NotYet => "",
            Copied::Yes => "Copied",
            Copied::Denied => "Not allowed: select it",
        };
        let said = move || match outcome() {
            "" => label,
            outcome => outcome,
        };
        let button = el("button")
            .attr("type", "button")
            .class(class)
            .live_flag("disabled", move || is_empty.get())
            .on_click(move || act(untrack(|| text()), copied))
            .with(drawing)
            .with(el("span").live_text(move || said().to_owned()))
            .with((!what.is_empty()).then(|| named(what)));
        let told = el("span")
            .class("unseen")
            .attr("role", "status")
            .live_text(move || outcome().to_owned());
        Piece::from(button).and(told)
    }
}

fn named(what: &str) -> El {
    el("span").class("unseen").text(" ").text(what)
}

fn act(text: Option<String>, copied: Var<Copied>) {
    let Some(text) = text else { return };
    spawn_local(async move {
        copied.set(if platform::copy(&text).await {
            Copied::Yes
        } else {
            Copied::Denied
        });
        platform::sleep(SAYS).await;
        copied.set(Copied::NotYet);
    });
}
