use std::rc::Rc;

use leptos::web_sys::HtmlInputElement;

use crate::platform;
use crate::ui::{
    components::{Icon, icon},
    dom::{El, Var, el},
    state::{Listed, Paged},
};

/// A field that filters what was read of a list. In a dialog it `is_first` to
/// have the keyboard.
pub fn filter_field(label: &str, text: Var<String>, is_first: bool) -> El {
    let input = el("input")
        .attr("type", "search")
        .attr("aria-label", label)
        .attr("placeholder", label)
        .attr("autocomplete", "off")
        .attr("spellcheck", "false");
    let input = if is_first {
        input.flag("autofocus")
    } else {
        input
    };
    let own = input.of::<HtmlInputElement>();
    let input = input.on("input", move |_| {
        if let Some(input) = &own {
            text.set(input.value());
        }
    });
    el("div")
        .class("filter")
        .with(icon(Icon::Search))
        .with(input)
}

/// What was read of the list and has `text` in it; reactive.
pub fn filtered(paged: Paged, text: Var<String>) -> Vec<Rc<Listed>> {
    let text = platform::small_letters(text.get().trim());
    let mut entries = paged.entries();
    entries.retain(|listed| listed.text.contains(&text));
    entries
}
