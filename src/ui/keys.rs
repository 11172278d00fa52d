//! Keys that work on every page.

use leptos::{
    ev::KeyboardEvent,
    prelude::document,
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlInputElement},
};

use super::{
    dom::{key_of, on_page_key},
    pages::SEARCH_FIELD,
    state::Deck,
};
use crate::{platform, route::Route};

/// Whoever has one of these types into it.
const FIELDS: &str =
    "input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable]";

/// `/` leads to the search field from anywhere but another field, and Ctrl or
/// Command with K from anywhere. What is typed before the field is there is kept
/// for it.
pub fn search_from_anywhere(deck: Deck) {
    on_page_key(move |event| {
        let is_signed_in = deck.session_state_now().listener().is_some();
        if !is_signed_in || is_anything("dialog[open]") {
            return;
        }
        if is_field_awaited(deck)
            && let Some(letter) = typed(event)
        {
            event.prevent_default();
            deck.typed.set(deck.typed.get_untracked() + &letter);
        } else if is_for_search(event) {
            event.prevent_default();
            go_and_search(deck);
        }
    });
}

/// The search page is open, but has not arrived.
fn is_field_awaited(deck: Deck) -> bool {
    let is_open = matches!(deck.place.route_now(), Some(Route::Search(_)));
    is_open && document().get_element_by_id(SEARCH_FIELD).is_none()
}

/// The letter that a key writes, where it does nothing else.
fn typed(event: &KeyboardEvent) -> Option<String> {
    let key = key_of(event)?;
    let is_letter = key.chars().count() == 1;
    // A space presses a button.
    let is_press = key == " " && target(event).is_some_and(|target| is(&target, "button"));
    (is_letter && !is_press && !is_in_field(event)).then_some(key)
}

fn target(event: &KeyboardEvent) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn is(element: &Element, selector: &str) -> bool {
    element.matches(selector).unwrap_or(false)
}

fn is_in_field(event: &KeyboardEvent) -> bool {
    target(event).is_some_and(|target| is(&target, FIELDS))
}

fn is_for_search(event: &KeyboardEvent) -> bool {
    if key_of(event).as_deref() == Some("/") {
        return !is_in_field(event);
    }
    let is_command =
        (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !event.shift_key();
    is_command && !event.default_prevented() && event.key().eq_ignore_ascii_case("k")
}

fn is_anything(selector: &str) -> bool {
    document()
        .query_selector(selector)
        .is_ok_and(|found| found.is_some())
}

fn go_and_search(deck: Deck) {
    let field = document().get_element_by_id(SEARCH_FIELD);
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        // An element that is on the page can be focused, and has a text.
        let _ = field.focus();
        field.select();
    } else {
        // Its page gives it the keyboard.
        deck.place.go(&Route::search());
        platform::scroll_to_top();
    }
}
