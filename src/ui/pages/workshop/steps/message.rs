use std::rc::Rc;

use super::{Copying, bench::Bench};
use crate::{
    oauth::Secret,
    ui::{
        components::{Icon, icon},
        dom::{El, Piece, derived, el, live},
    },
    workshop::{Command, Text, name_of},
};

/// A message as it is on the wire, with its secrets hidden: each can be shown,
/// and all of it copied as a command.
pub fn message(
    bench: Bench,
    title: &str,
    text: impl Fn() -> Text + Clone + 'static,
    command: impl Fn() -> Option<Command> + 'static,
) -> El {
    let of_secrets = text.clone();
    let reveals = live(move || {
        let secrets = of_secrets().secrets();
        let buttons = secrets.into_iter().map(|secret| reveal(bench, secret));
        buttons.collect::<Vec<_>>()
    });
    let shown = live(move || {
        let spans = text().shown(&bench.revealed.get());
        let written = spans.into_iter().map(|span| {
            if span.is_secret {
                el("span").class("secret").text(&span.text).into()
            } else {
                Piece::from(span.text)
            }
        });
        written.collect::<Vec<_>>()
    });
    el("div")
        .class("message")
        .with(
            el("div")
                .class("message-head")
                .with(el("h3").text(title))
                .with(reveals)
                .with(copying(bench, command)),
        )
        .with(el("pre").with(el("code").with(shown)))
}

/// Shows a secret, and hides it again.
pub fn reveal(bench: Bench, secret: Secret) -> El {
    let name = name_of(&secret);
    let own = secret.clone();
    let label = move || {
        let verb = if bench.revealed.with(|shown| shown.has(&own)) {
            "Hide"
        } else {
            "Reveal"
        };
        format!("{verb} the {name}")
    };
    tool(Icon::Eye)
        .with(el("span").live_text(label))
        .on_click(move || bench.toggle(&secret))
}

fn copying(bench: Bench, command: impl Fn() -> Option<Command> + 'static) -> Piece {
    let command = Rc::new(command);
    let own = Rc::clone(&command);
    let label = derived(move || {
        own().map(|command| match command {
            Command::Fixed(_) => "Copy as shell",
            Command::Curl(_) => "Copy as curl",
        })
    });
    live(move || {
        let command = Rc::clone(&command);
        label.get().map(|label| {
            let copying = Copying {
                class: "tool",
                label,
                what: "",
            };
            copying.of(Rc::new(move || {
                let revealed = bench.revealed.get();
                command().map(|command| command.written(&revealed))
            }))
        })
    })
}

fn tool(drawing: Icon) -> El {
    el("button")
        .attr("type", "button")
        .class("tool")
        .with(icon(drawing))
}
