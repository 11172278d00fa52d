use leptos::web_sys::HtmlInputElement;

use crate::{
    oauth::{CodeVerifier, Secret, VerifierError},
    ui::{
        components::focus_soon,
        dom::{El, Piece, Var, el},
    },
    workshop::{Reveal, Revealed},
};

/// A field to write a verifier in, checked as it is typed. It takes the
/// keyboard, and begins with `first`: whoever writes asked to see it.
pub fn verifier_field(first: Option<CodeVerifier>, written: impl Fn(&str) + 'static) -> Piece {
    let first = first.map_or_else(String::new, text_of);
    let judged = Var::new(CodeVerifier::parse(&first).map(drop));
    let field = el("input")
        .attr("id", "verifier-field")
        .class("field")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .attr("aria-describedby", "verifier-hint")
        .live_attr("aria-invalid", move || {
            Some(judged.get().is_err().to_string())
        })
        .attr("value", &first);
    let input = field.of::<HtmlInputElement>();
    let field = field.on_typed(move || {
        let text = input.as_ref().map(HtmlInputElement::value);
        let text = text.unwrap_or_default();
        judged.set(CodeVerifier::parse(&text).map(drop));
        written(&text);
    });
    let class = move || {
        if judged.get().is_ok() {
            "hint good"
        } else {
            "hint bad"
        }
    };
    let hint = el("p")
        .attr("id", "verifier-hint")
        .attr("role", "status")
        .live_attr("class", move || Some(class().to_owned()))
        .live_text(move || said(judged.get()));
    focus_soon(field.clone());
    labelled(field).and(hint)
}

fn labelled(field: El) -> Piece {
    let label = el("label")
        .class("field-label")
        .attr("for", "verifier-field")
        .text("Your verifier");
    Piece::from(label).and(field)
}

fn text_of(verifier: CodeVerifier) -> String {
    let secret = Secret::Verifier(verifier);
    match Revealed::default().toggled(&secret).show(&secret) {
        Reveal::Shown(text) | Reveal::Hidden(text) => text,
    }
}

fn said(judged: Result<(), VerifierError>) -> String {
    match judged {
        Ok(()) => "A verifier as RFC 7636 wants it.".to_owned(),
        Err(VerifierError::TooShort(length)) => {
            format!("{length} of at least 43 characters: fewer could be guessed.")
        }
        Err(VerifierError::TooLong(length)) => format!("{length} characters: 128 at most."),
        Err(VerifierError::Reserved(odd)) => {
            format!("“{odd}” is not allowed: only A–Z, a–z, 0–9 and - . _ ~ are.")
        }
    }
}
