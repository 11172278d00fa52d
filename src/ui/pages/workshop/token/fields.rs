use leptos::{
    wasm_bindgen::JsCast,
    web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement},
};

use super::{Hint, labelled, text_field, words};
use crate::{
    spotify::{Fault, Parameter, Values},
    ui::dom::{El, Piece, Var, el, live},
};

/// The field for a parameter, by what the parameter may be.
pub fn field(
    parameter: &'static Parameter,
    text: Var<String>,
    fault: impl Fn() -> Option<Fault> + Clone + 'static,
) -> El {
    let id = format!("parameter-{}", parameter.name);
    let hint = move || match fault() {
        Some(fault) => Hint::wrong(&words::fault(fault)),
        None => Hint::help(&words::help(parameter)),
    };
    let field = match parameter.values {
        Values::SomeOf(words) => return some_of(parameter, words, text, hint),
        Values::OneOf(words) => one_of(&id, parameter, words, text),
        Values::Flag => one_of(&id, parameter, &["true", "false"], text),
        // A field for numbers would hide what is no number, and send nothing.
        Values::Number { .. } => text_field(&id, text).attr("inputmode", "numeric"),
        Values::Uris { .. } => area(&id, text),
        Values::Market => text_field(&id, text).attr("maxlength", "2"),
        _ => text_field(&id, text),
    };
    labelled(&id, name(parameter), &field, hint)
}

fn name(parameter: &Parameter) -> Piece {
    let required = parameter
        .is_required
        .then(|| el("span").class("required").text(" required"));
    Piece::from(el("code").text(parameter.name)).and(required)
}

fn one_of(
    id: &str,
    parameter: &Parameter,
    words: &'static [&'static str],
    text: Var<String>,
) -> El {
    let first = if parameter.is_required {
        "Choose"
    } else {
        "Not sent"
    };
    let chosen = text.get_untracked();
    let option = |value: &str, label: &str| {
        let option = el("option").attr("value", value).text(label);
        if value == chosen {
            option.flag("selected")
        } else {
            option
        }
    };
    let options: Vec<El> = words.iter().map(|word| option(word, word)).collect();
    let select = el("select")
        .class("field")
        .attr("id", id)
        .with(option("", first))
        .with(options);
    let own = select.of::<HtmlSelectElement>();
    select.on("change", move |_| {
        if let Some(select) = &own {
            text.set(select.value());
        }
    })
}

fn area(id: &str, text: Var<String>) -> El {
    let area = el("textarea")
        .class("field")
        .attr("id", id)
        .attr("rows", "3")
        .attr("spellcheck", "false");
    let own = area.of::<HtmlTextAreaElement>();
    area.on("input", move |_| {
        if let Some(area) = &own {
            text.set(area.value());
        }
    })
}

fn some_of(
    parameter: &Parameter,
    words: &'static [&'static str],
    text: Var<String>,
    hint: impl Fn() -> Hint + Clone + 'static,
) -> El {
    let boxes = words.iter().map(|word| {
        let is_chosen = text.with_untracked(|text| text.split(',').any(|own| own == *word));
        let tick = el("input").attr("type", "checkbox");
        let tick = if is_chosen {
            tick.flag("checked")
        } else {
            tick
        };
        let tick = tick.on("change", move |event| {
            let own = event
                .target()
                .and_then(|own| own.dyn_into::<HtmlInputElement>().ok());
            let is_checked = own.is_some_and(|own| own.checked());
            text.set(changed(&text.get_untracked(), words, word, is_checked));
        });
        el("label").class("tick").with(tick).text(word)
    });
    let boxes: Vec<El> = boxes.collect();
    let below = live(move || {
        let hint = hint();
        let tone = if hint.is_wrong { "hint bad" } else { "hint" };
        el("p").class(tone).text(&hint.words)
    });
    el("fieldset")
        .class("labelled")
        .attr("id", &format!("parameter-{}", parameter.name))
        .attr("tabindex", "-1")
        .with(el("legend").with(name(parameter)))
        .with(el("div").class("ticked").with(boxes))
        .with(below)
}

/// The words that are chosen, in the order they are offered in.
fn changed(text: &str, words: &[&str], word: &str, is_chosen: bool) -> String {
    let before: Vec<&str> = text.split(',').collect();
    let chosen = words.iter().copied().filter(|own| {
        if *own == word {
            is_chosen
        } else {
            before.contains(own)
        }
    });
    chosen.collect::<Vec<_>>().join(",")
}
