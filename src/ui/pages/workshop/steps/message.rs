use leptos::task::spawn_local;

use super::bench::Bench;
use crate::{
    oauth::Secret,
    platform,
    ports::Millis,
    ui::{
        components::{Icon, icon},
        dom::{El, Piece, Var, el, live},
    },
    workshop::{Command, Text, name_of},
};

/// How long it says that something was copied.
const SAYS: Millis = Millis::from_secs(3);

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
    let copied = Var::new(None::<bool>);
    live(move || command().map(|command| copy(bench, command, copied)))
}

fn copy(bench: Bench, command: Command, copied: Var<Option<bool>>) -> Piece {
    let label = match command {
        Command::Fixed(_) => "Copy as shell",
        Command::Words(_) => "Copy as curl",
    };
    let told = move || match copied.get() {
        None => label,
        Some(true) => "Copied",
        Some(false) => "Not allowed to copy",
    };
    let act = move || {
        let text = command.written(&bench.revealed.get_untracked());
        spawn_local(async move {
            copied.set(Some(platform::copy(&text).await));
            platform::sleep(SAYS).await;
            copied.set(None);
        });
    };
    let said = move || match copied.get() {
        None => String::new(),
        Some(_) => told().to_owned(),
    };
    let button = tool(Icon::Copy)
        .with(el("span").live_text(move || told().to_owned()))
        .on_click(act);
    Piece::from(button).and(
        el("span")
            .class("unseen")
            .attr("role", "status")
            .live_text(said),
    )
}

fn tool(drawing: Icon) -> El {
    el("button")
        .attr("type", "button")
        .class("tool")
        .with(icon(drawing))
}
