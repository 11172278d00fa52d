use std::rc::Rc;

use super::client_id_field::{client_id_field, client_id_input};
use crate::{
    oauth::ClientId,
    ui::{
        dom::{El, Var, el},
        state::use_deck,
    },
};

/// The client ID and the button. One click is enough for someone whose client
/// ID this device remembers.
pub fn connect_form() -> El {
    let deck = use_deck();
    let remembered = deck.client_id();
    let cannot_work = !deck.redirect_uri().is_acceptable();
    let text = Var::new(remembered.map_or_else(String::new, |id| id.as_str().to_owned()));
    let was_submitted = Var::new(false);
    let field = client_id_input(text);
    let to_focus = field.clone();
    let connect = Rc::new(move |show_dialog| {
        was_submitted.set(true);
        if let Ok(client_id) = ClientId::parse(&text.get_untracked()) {
            deck.connect(client_id, show_dialog);
        } else {
            to_focus.focus();
        }
    });
    let submit = Rc::clone(&connect);
    let able = |button: El| {
        if cannot_work {
            button.flag("disabled")
        } else {
            button
        }
    };
    let another = el("button")
        .class("link")
        .attr("type", "button")
        .on_click(move || connect(true))
        .text("Use another account");
    el("form")
        .class("connect-form")
        .flag("novalidate")
        .on("submit", move |event| {
            event.prevent_default();
            submit(false);
        })
        .with(client_id_field(text, was_submitted, field))
        .with(able(
            el("button")
                .class("button primary wide")
                .attr("type", "submit")
                .text("Connect to Spotify"),
        ))
        .with(
            el("p")
                .class("another")
                .with(able(another))
                .text("Spotify then asks, even if you agreed before."),
        )
}
