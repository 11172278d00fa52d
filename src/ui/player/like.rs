use crate::{
    spotify::SpotifyUri,
    ui::{
        components::{Icon, icon},
        dom::{El, el, live},
        state::{place_of, use_deck},
    },
};

/// Saves what plays, or removes it. Whether it is saved is one call for each
/// track that is seen playing, if asking was granted: a plus beside a song that
/// is liked already would be a lie. Spotify wants a plus for it, and no heart
/// (contract 8.1).
pub fn like_button(uri: &SpotifyUri) -> El {
    let saved = use_deck().saved();
    saved.ask(uri.clone());
    let place = place_of(uri.kind());
    let is_saved = {
        let uri = uri.clone();
        move || saved.is_saved(&uri) == Some(true)
    };
    let (pressed, drawn, named) = (is_saved.clone(), is_saved.clone(), is_saved);
    let label = move || {
        if named() {
            format!("Remove from {place}")
        } else {
            format!("Add to {place}")
        }
    };
    let title = label.clone();
    let uri = uri.clone();
    el("button")
        .attr("type", "button")
        .class("icon-button like")
        .live_attr("aria-label", move || Some(label()))
        .live_attr("title", move || Some(title()))
        .live_flag("data-saved", pressed)
        .on_click(move || saved.toggle(uri.clone()))
        .with(live(move || {
            icon(if drawn() { Icon::Added } else { Icon::Add })
        }))
}
