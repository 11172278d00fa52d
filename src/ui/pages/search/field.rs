use std::{cell::Cell, rc::Rc};

use leptos::web_sys::HtmlInputElement;

use super::Typing;
use crate::ui::{
    components::{Icon, icon},
    dom::{El, el, follow},
};

/// Its id.
pub const FIELD: &str = "search-field";

/// The form with the field, and the field.
pub fn field(typing: Typing) -> (El, El) {
    let input = el("input")
        .attr("id", FIELD)
        .class("search-field")
        .attr("type", "search")
        .attr("name", "q")
        .attr("placeholder", "Anything at all, or a Spotify link")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "search")
        .attr("aria-describedby", "search-note");
    listening(typing, input.clone());
    let note = el("p")
        .attr("id", "search-note")
        .class("search-note")
        .attr("role", "status")
        .live_text(move || said_below(typing));
    let form = el("form")
        .class("search-form")
        .attr("role", "search")
        .on("submit", move |event| {
            event.prevent_default();
            typing.enter();
        })
        .with(
            el("div")
                .class("search-box")
                .with(
                    el("label")
                        .class("unseen")
                        .attr("for", FIELD)
                        .text("Search Spotify"),
                )
                .with(icon(Icon::Search))
                .with(input.clone())
                .with(el("kbd").attr("aria-hidden", "true").text("/")),
        )
        .with(note);
    (form, input)
}

/// Follows what is typed, and what else is put there.
fn listening(typing: Typing, input: El) {
    let Some(own) = input.of::<HtmlInputElement>() else {
        return;
    };
    let shown = own.clone();
    follow(move || {
        let text = typing.text.get();
        if shown.value() != text {
            shown.set_value(&text);
        }
    });
    let is_pasted = Rc::new(Cell::new(false));
    let pasting = Rc::clone(&is_pasted);
    let _ = input
        .on("paste", move |_| pasting.set(true))
        .on_typed(move || {
            typing.typed(own.value());
            if is_pasted.replace(false) {
                typing.follow_link();
            }
        });
}

fn said_below(typing: Typing) -> String {
    let note = typing.note.get();
    let is_one_letter = typing.text.with(|text| text.trim().chars().count() == 1);
    if note.is_empty() && is_one_letter && typing.about_to() != typing.search() {
        return "Press Enter to look for a single letter.".to_owned();
    }
    note
}
