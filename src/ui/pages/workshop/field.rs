use std::rc::Rc;

use leptos::web_sys::HtmlInputElement;

use crate::ui::dom::{El, Piece, Var, el};

/// What stands below a field.
pub struct Hint {
    /// The words.
    pub words: String,
    /// Whether they say that something is wrong.
    pub is_wrong: bool,
}

impl Hint {
    /// Words of help.
    pub fn help(words: &str) -> Self {
        Self {
            words: words.to_owned(),
            is_wrong: false,
        }
    }

    /// Words about a mistake.
    pub fn wrong(words: &str) -> Self {
        Self {
            words: words.to_owned(),
            is_wrong: true,
        }
    }
}

/// A field for a line of text.
pub fn text_field(id: &str, text: Var<String>) -> El {
    let field = el("input")
        .class("field")
        .attr("id", id)
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .attr("value", &text.get_untracked());
    let input = field.of::<HtmlInputElement>();
    field.on("input", move |_| {
        if let Some(input) = &input {
            text.set(input.value());
        }
    })
}

/// `field` with its label above and its hint below.
pub fn labelled(
    id: &str,
    label: impl Into<Piece>,
    field: &El,
    hint: impl Fn() -> Hint + 'static,
) -> El {
    labelled_by(id, label.into(), field, Rc::new(hint))
}

// Not generic, so that it is there once.
fn labelled_by(id: &str, label: Piece, field: &El, hint: Rc<dyn Fn() -> Hint>) -> El {
    let hint_id = format!("{id}-hint");
    let (tone, wrong) = (Rc::clone(&hint), Rc::clone(&hint));
    let described = field
        .clone()
        .attr("aria-describedby", &hint_id)
        .live_attr("aria-invalid", move || {
            wrong().is_wrong.then(|| "true".to_owned())
        });
    let below = el("p")
        .attr("id", &hint_id)
        .live_attr("class", move || {
            Some(if tone().is_wrong { "hint bad" } else { "hint" }.to_owned())
        })
        .live_text(move || hint().words);
    el("div")
        .class("labelled")
        .with(el("label").attr("for", id).with(label))
        .with(described)
        .with(below)
}
