//! An artist.

mod albums;
mod kinds;
mod top_tracks;

use std::sync::Arc;

use albums::albums;
use kinds::kinds;
use top_tracks::top_tracks;

use crate::{
    player::What,
    route::{Releases, Route},
    spotify::{
        ArtistId,
        endpoints::{artists, commands::PlayContext},
        model::Artist,
    },
    ui::{
        dom::{Piece, derived, el, live, pieces},
        items::{Head, cards_waiting, thing_head, thing_page},
        state::use_deck,
    },
};

/// An artist, and their releases of the kind that is in the address.
pub fn artist(id: ArtistId) -> Piece {
    thing_page(
        "Artist",
        move || artists::artist(&id),
        None,
        || cards_waiting("cards", "Reading the artist"),
        shown,
    )
}

fn shown(artist: &Arc<Artist>) -> Piece {
    let deck = use_deck();
    let id = artist.id.clone();
    let play = What::Context(PlayContext::Artist(id.clone()));
    let head = thing_head(Head {
        eyebrow: "Artist",
        name: &artist.name,
        images: &artist.images,
        lines: Vec::new(),
        uri: Some(id.clone().into()),
        play: Some(deck.player().playing(play)),
        is_kept: true,
        actions: Piece::NONE,
        open_spotify: artist.external_urls.open_spotify(),
    });
    let kind = derived(move || match deck.place.route() {
        Some(Route::Artist(_, kind)) => kind,
        _ => Releases::default(),
    });
    let own = id.clone();
    let releases = el("section")
        .attr("aria-labelledby", "releases")
        .with(
            el("div")
                .class("section-heading")
                .with(el("h2").attr("id", "releases").text("Releases"))
                .with(kinds(&id, kind)),
        )
        .with(live(move || albums(&own, kind.get())));
    pieces([head.into(), releases.into(), top_tracks(artist)])
}
