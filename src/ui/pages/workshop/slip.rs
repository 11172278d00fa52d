use std::rc::Rc;

use super::copying::Copying;
use crate::ui::dom::{El, Piece, el};

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

/// The same of a text that may have to wait.
pub fn written_once(text: Option<String>) -> El {
    match text {
        Some(text) => written(&text),
        None => el("p")
            .class("nothing")
            .text("Written once what is above is filled in."),
    }
}

/// A button that copies what `text` says then; `what` it is, in words.
pub fn copy_button(what: &'static str, text: impl Fn() -> Option<String> + 'static) -> Piece {
    let copying = Copying {
        class: "slip-act",
        label: "Copy",
        what,
    };
    copying.of(Rc::new(text))
}
