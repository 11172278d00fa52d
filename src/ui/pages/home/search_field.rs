use leptos::web_sys::HtmlInputElement;

use crate::{
    platform,
    route::Route,
    spotify::Pasted,
    ui::{
        components::{Icon, icon},
        dom::{El, el},
        parts::once_music_is_here,
        state::{Deck, use_deck},
    },
};

/// A field that leads to the search page with the first letter that is typed,
/// and straight to what a pasted link names.
pub fn search_field() -> El {
    let deck = use_deck();
    let input = el("input")
        .attr("id", "home-search")
        .class("search-field")
        .attr("type", "search")
        .attr("placeholder", "What would you like to hear?")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "search");
    let typed = input.of::<HtmlInputElement>();
    let input = input.on_typed(move || {
        let typed = typed.clone();
        once_music_is_here(move || {
            // Each letter asks, and the first that is heard takes all of them.
            let is_here = deck.place.route() == Some(Route::Home);
            if let Some(input) = typed.filter(|_| is_here) {
                go_on(deck, input.value());
            }
        });
    });
    el("form")
        .class("search-form")
        .attr("role", "search")
        .on("submit", move |event| {
            event.prevent_default();
            go_on(deck, String::new());
        })
        .with(
            el("div")
                .class("search-box")
                .with(
                    el("label")
                        .class("unseen")
                        .attr("for", "home-search")
                        .text("Search Spotify"),
                )
                .with(icon(Icon::Search))
                .with(input)
                .with(el("kbd").attr("aria-hidden", "true").text("/")),
        )
}

fn go_on(deck: Deck, text: String) {
    if let Some(Pasted::Page(route)) = Pasted::read(&text) {
        deck.place.go(&route);
    } else {
        deck.typed.set(text);
        deck.place.go(&Route::search());
    }
    platform::scroll_to_top();
}
