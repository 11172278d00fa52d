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
/// Command with K from anywhere.
pub fn search_from_anywhere(deck: Deck) {
    on_page_key(move |event| {
        let is_signed_in = deck.session_state_now().listener().is_some();
        if is_signed_in && is_for_search(event) && !is_anything("dialog[open]") {
            event.prevent_default();
            go_and_search(deck);
        }
    });
}

fn is_for_search(event: &KeyboardEvent) -> bool {
    if key_of(event).as_deref() == Some("/") {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        return !target.is_some_and(|target| target.matches(FIELDS).unwrap_or(false));
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
