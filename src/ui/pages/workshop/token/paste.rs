use leptos::web_sys::HtmlInputElement;

use super::{
    Hint,
    bench::{Bench, Whose},
    labelled,
};
use crate::{
    ui::{
        components::{primary_button, quiet_button},
        dom::{El, Piece, Var, el, live},
    },
    workshop::{InvalidToken, pasted_token},
};

/// Which token is looked at.
pub fn which(bench: Bench) -> Piece {
    let choices = [
        (Whose::Session, "This session’s token"),
        (Whose::Pasted, "Another token"),
    ];
    let choices = choices.map(|(whose, label)| {
        el("button")
            .attr("type", "button")
            .class("segment")
            .live_attr("aria-pressed", move || {
                Some((bench.whose() == whose).to_string())
            })
            .on_click(move || bench.turn_to(whose))
            .text(label)
    });
    let choice = el("div")
        .class("segments whose")
        .attr("role", "group")
        .attr("aria-label", "Which token")
        .with(choices);
    Piece::from(bench.is_signed_in().then_some(choice)).and(live(move || {
        (bench.whose() == Whose::Pasted).then(|| paste(bench))
    }))
}

fn paste(bench: Bench) -> El {
    let fault = Var::new(None);
    let field = el("input")
        .class("field")
        .attr("id", "access-token")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        // Hidden without being a password: browsers offer to keep those,
        // whatever the page says.
        .style("-webkit-text-security", "disc")
        .attr("spellcheck", "false");
    let input = field.of::<HtmlInputElement>();
    let look = move || {
        let Some(input) = &input else {
            return;
        };
        match pasted_token(&input.value()) {
            Ok(token) => {
                fault.set(None);
                // From here on it is in memory only.
                input.set_value("");
                bench.take(Some(token));
            }
            Err(wrong) => {
                fault.set(Some(wrong));
                // It is on the page, and can have the keyboard.
                let _ = input.focus();
            }
        }
    };
    let hint = move || match fault.get() {
        None => Hint::help(
            "Kept in memory only, and gone when you leave this page. It is sent to Spotify’s Web \
             API and to nobody else.",
        ),
        Some(InvalidToken::Empty) => Hint::wrong("Paste an access token first."),
        Some(InvalidToken::Letters) => {
            Hint::wrong("That is no token: one has neither spaces nor letters beyond ASCII.")
        }
    };
    let forget = move || {
        bench
            .pasted()
            .is_some()
            .then(|| quiet_button("Forget it", move || bench.take(None)))
    };
    let form = el("form")
        .class("paste")
        .attr("novalidate", "")
        .on("submit", move |event| {
            event.prevent_default();
            look();
        })
        .with(labelled("access-token", "Access token", &field, hint))
        .with(
            el("p")
                .class("actions")
                .with(primary_button("Look at it", || {}).attr("type", "submit"))
                .with(live(forget)),
        );
    el("section").with(form)
}
