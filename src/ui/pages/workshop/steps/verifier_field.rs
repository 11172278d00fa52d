use leptos::web_sys::HtmlInputElement;

use crate::{
    oauth::{CodeVerifier, VerifierError},
    ui::{
        components::focus_soon,
        dom::{El, Piece, Var, el},
    },
};

/// A field to write a verifier in, checked as it is typed. It begins with what
/// was written there before and with no other: a verifier that nobody wrote is
/// shown only when it is revealed. It takes the keyboard, if it `is_asked_for`.
pub fn verifier_field(
    text: Var<String>,
    is_asked_for: bool,
    written: impl Fn(&str) + 'static,
) -> Piece {
    let judge = move || text.with(|text| CodeVerifier::parse(text).map(drop));
    // Before anything is written, nothing is wrong with it.
    let is_wrong = move || judge().is_err() && text.with(|text| !text.is_empty());
    let field = el("input")
        .attr("id", "verifier-field")
        .class("field")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .attr("aria-describedby", "verifier-hint")
        .live_attr("aria-invalid", move || Some(is_wrong().to_string()));
    let input = field.of::<HtmlInputElement>();
    if let Some(input) = &input {
        // Not an attribute, which would stand in the page.
        text.with_untracked(|text| input.set_value(text));
    }
    let field = field.on_typed(move || {
        let now = input.as_ref().map(HtmlInputElement::value);
        let now = now.unwrap_or_default();
        written(&now);
        text.set(now);
    });
    let class = move || {
        if is_wrong() {
            "hint bad"
        } else if judge().is_ok() {
            "hint good"
        } else {
            "hint"
        }
    };
    let hint = el("p")
        .attr("id", "verifier-hint")
        .attr("role", "status")
        .live_attr("class", move || Some(class().to_owned()))
        .live_text(move || said(judge()));
    if is_asked_for {
        focus_soon(field.clone());
    }
    labelled(field).and(hint)
}

fn labelled(field: El) -> Piece {
    let label = el("label")
        .class("field-label")
        .attr("for", "verifier-field")
        .text("Your verifier");
    Piece::from(label).and(field)
}

fn said(judged: Result<(), VerifierError>) -> String {
    match judged {
        Ok(()) => "A verifier as RFC 7636 wants it.".to_owned(),
        Err(VerifierError::TooShort(0)) => "43 to 128 characters.".to_owned(),
        Err(VerifierError::TooShort(length)) => {
            format!("{length} of at least 43 characters: fewer could be guessed.")
        }
        Err(VerifierError::TooLong(length)) => format!("{length} characters: 128 at most."),
        Err(VerifierError::Reserved(odd)) => {
            format!("“{odd}” is not allowed: only A–Z, a–z, 0–9 and - . _ ~ are.")
        }
    }
}
