//! The pinned playlists in the sidebar.

use super::{
    components::{cover, link},
    dom::{El, Piece, el, follow, live},
    state::use_deck,
};
use crate::{route::Route, spotify::PlaylistId};

/// The edge of a cover in CSS pixels.
const COVER: u32 = 28;

/// A list of them, below the main navigation; nothing while there are none.
pub fn pinned() -> Piece {
    let pins = use_deck().pins();
    follow(move || {
        if !pins.ids().is_empty() {
            leptos::prelude::untrack(|| pins.read_once());
        }
    });
    live(move || {
        let ids = pins.ids();
        (!ids.is_empty()).then(|| {
            let all: Vec<_> = ids.iter().map(pin).collect();
            Piece::from(
                el("h2")
                    .class("pinned-heading")
                    .attr("id", "pinned")
                    .text("Pinned"),
            )
            .and(
                el("ul")
                    .class("pinned")
                    .attr("role", "list")
                    .attr("aria-labelledby", "pinned")
                    .with(all),
            )
        })
    })
}

fn pin(id: &PlaylistId) -> El {
    let deck = use_deck();
    let known = deck.pins().playlist(id);
    let (images, name) = match &known {
        Some(playlist) => (playlist.images.as_slice(), playlist.name.as_str()),
        None => (&[] as &[_], "A playlist"),
    };
    let route = Route::Playlist(id.clone());
    let target = route.clone();
    let link = link(route)
        .class("nav-link pin")
        .live_attr("aria-current", move || {
            (deck.place.route().as_ref() == Some(&target)).then(|| "page".to_owned())
        })
        .with(cover(images, COVER))
        .with(el("span").class("pin-name").text(name));
    el("li").with(link)
}
