use std::sync::Arc;

use crate::{
    platform,
    player::What,
    spotify::{
        PlaylistId, Window,
        endpoints::{
            commands::{PlayContext, Start},
            playlist_items,
        },
        model::{Playlist, PlaylistItem},
    },
    ui::{
        components::cover,
        dom::{El, Piece, el, pieces},
        items::{Entry, Row, Shape, listing, more, rows_waiting, until_there},
        state::{Asked, Deck, Listed, Part, use_deck, use_paged},
    },
};

/// What is in the playlist, as far as it was read.
pub fn items(playlist: &Arc<Playlist>) -> Piece {
    let deck = use_deck();
    let id = playlist.id.clone();
    let own = id.clone();
    let list = move |item: Option<&PlaylistItem>, place: u32| vec![listed(deck, &own, item, place)];
    let first = playlist.items.as_ref();
    let first = first.map(|page| Part::of(page, &list));
    let paged = use_paged(first, move |at| {
        let call = playlist_items::items(&id, Window::from(at));
        Asked::of(call, list.clone())
    });
    pieces([
        until_there(
            paged,
            || rows_waiting("Reading the playlist"),
            "Nothing is in it yet.",
        ),
        listing(Shape::EvenRows, "Items", paged, move || paged.entries()).into(),
        more(paged, Window::USUAL_SIZE).into(),
    ])
}

fn listed(deck: Deck, id: &PlaylistId, item: Option<&PlaylistItem>, place: u32) -> Listed {
    let mark = (u64::from(place) + 1).to_string();
    let added = item.and_then(|item| item.added_at.as_ref());
    let added = added.map(|added| platform::short_date(added.moment()));
    let Some(thing) = item.and_then(|item| item.item.as_ref()) else {
        return Listed::new(move || gone(&mark));
    };
    let start = Start::Position(place);
    let play = What::Context(PlayContext::Playlist(id.clone(), start));
    let row = Row {
        entry: Entry::from(thing),
        mark,
        play: Some(deck.player().playing(play)),
        has_cover: true,
        added: Some(added.unwrap_or_default()),
    };
    Listed::new(move || row.clone().write())
}

/// A place whose content is gone (contract 6.2).
fn gone(mark: &str) -> El {
    el("li")
        .class("row faint gone")
        .with(el("span").class("rank").text(mark))
        .with(cover(&[], 48))
        .with(
            el("span")
                .class("row-main")
                .with(el("span").class("row-title").text("No longer at Spotify")),
        )
}
