//! The keys of the search page: from the field into the results, between them,
//! and back.

use leptos::{
    ev::KeyboardEvent,
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlElement},
};

use crate::ui::{
    components::focus_soon,
    dom::{El, key_of},
};

/// What leads to the page of each result.
const TITLES: &str = "#results :is(.row-title, .card-name) a";

/// One result.
const ITEM: &str = ".row, .card";

/// The page, with its keys.
pub fn steered(page: El, field: &El) -> El {
    let (own, field) = (page.clone(), field.clone());
    page.on_key(move |event| {
        let Some(at) = event.target().and_then(|at| at.dyn_into::<Element>().ok()) else {
            return;
        };
        let is_done = if at == *field.element() {
            key_of(event).as_deref() == Some("ArrowDown") && focus_first(&own)
        } else if let Ok(Some(item)) = at.closest(ITEM) {
            in_item(event, &item, &own, &field)
        } else {
            let is_out = key_of(event).as_deref() == Some("Escape");
            is_out && back_to(&field)
        };
        if is_done {
            event.prevent_default();
        }
    })
}

/// Gives the first result the keyboard; whether there is one.
pub fn focus_first(page: &El) -> bool {
    titles(page).first().is_some_and(focus)
}

/// Gives a result the keyboard once it is on the page.
pub fn focus_item(item: &El) {
    if let Ok(Some(title)) = item.element().query_selector("a") {
        focus_soon(El::from(title));
    }
}

fn in_item(event: &KeyboardEvent, item: &Element, page: &El, field: &El) -> bool {
    let Some(key) = key_of(event) else {
        return false;
    };
    match key.as_str() {
        "p" | "P" => play(item),
        "Enter" if event.shift_key() => play(item),
        "Escape" => back_to(field),
        "ArrowDown" | "ArrowUp" => {
            across(item, page, key == "ArrowDown") || key == "ArrowUp" && back_to(field)
        }
        "ArrowRight" | "ArrowLeft" if item.matches(".card").unwrap_or(false) => {
            let next = if key == "ArrowRight" {
                item.next_element_sibling()
            } else {
                item.previous_element_sibling()
            };
            next.is_some_and(|next| title_of(&next).as_ref().is_some_and(focus))
        }
        _ => false,
    }
}

fn back_to(field: &El) -> bool {
    field.focus();
    true
}

fn play(item: &Element) -> bool {
    let button = item.query_selector(".play").ok().flatten();
    let button = button.and_then(|button| button.dyn_into::<HtmlElement>().ok());
    button.is_some_and(|button| {
        button.click();
        true
    })
}

/// To the nearest result in the next line of them, below or above, as it is
/// seen: a shelf is one line, and so is a row.
fn across(item: &Element, page: &El, is_down: bool) -> bool {
    let here = item.get_bounding_client_rect();
    let distance = |other: &HtmlElement| {
        let there = other
            .closest(ITEM)
            .ok()
            .flatten()?
            .get_bounding_client_rect();
        let lines = if is_down {
            there.top() - here.top()
        } else {
            here.top() - there.top()
        };
        // Those of one line may differ by a fraction of a pixel; those that a
        // narrow shelf has no room for are nowhere.
        (lines > 2.0 && there.width() > 0.0)
            .then(|| (lines.round(), (there.left() - here.left()).abs()))
    };
    let all = titles(page);
    let nearest = all
        .iter()
        .filter_map(|title| Some((distance(title)?, title)))
        .min_by(|((one, aside), _), ((other, further_aside), _)| {
            one.total_cmp(other).then(aside.total_cmp(further_aside))
        });
    nearest.is_some_and(|(_, title)| focus(title))
}

fn titles(page: &El) -> Vec<HtmlElement> {
    let Ok(found) = page.element().query_selector_all(TITLES) else {
        return Vec::new();
    };
    let all = (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok());
    all.collect()
}

fn title_of(item: &Element) -> Option<HtmlElement> {
    let title = item.query_selector(":is(.row-title, .card-name) a");
    title.ok().flatten()?.dyn_into().ok()
}

/// Gives it the keyboard, and brings it into view.
fn focus(title: &HtmlElement) -> bool {
    title.focus().is_ok()
}
