//! A show.

use std::sync::Arc;

use crate::{
    player::What,
    spotify::{
        ShowId, Window,
        endpoints::{commands::PlayContext, shows},
        model::{Show, SimplifiedEpisode},
    },
    ui::{
        dom::{Piece, pieces},
        items::{
            Head, Shape, copyright, counted, description, explicit, listing, more, rows_waiting,
            spoken_row, thing_head, thing_page, until_there,
        },
        state::{Asked, Deck, Listed, Part, use_deck, use_paged},
    },
};

/// A show.
pub fn show(id: ShowId) -> Piece {
    thing_page(
        "Show",
        move || shows::show(&id),
        None,
        || rows_waiting("Reading the show"),
        shown,
    )
}

fn shown(show: &Arc<Show>) -> Piece {
    let deck = use_deck();
    let play = What::Context(PlayContext::Show(show.id.clone()));
    let count = show.total_episodes.map(|count| counted(count, "episode"));
    let head = thing_head(Head {
        eyebrow: "Show",
        name: &show.name,
        images: &show.images,
        lines: vec![Piece::from(show.explicit.then(explicit)).and(count.unwrap_or_default())],
        uri: Some(show.id.clone().into()),
        play: Some(deck.player().playing(play)),
        is_kept: true,
        actions: Piece::NONE,
        open_spotify: show.external_urls.open_spotify(),
    });
    pieces([
        head.into(),
        description(&show.description),
        episodes(show),
        copyright(&show.copyrights).into(),
    ])
}

/// The episodes, the newest first as Spotify tells them.
fn episodes(show: &Arc<Show>) -> Piece {
    let deck = use_deck();
    let id = show.id.clone();
    let list = move |episode: Option<&SimplifiedEpisode>, _| {
        let listed = episode.map(|episode| listed(deck, episode));
        listed.into_iter().collect()
    };
    let first = Part::of(&show.episodes, list);
    let paged = use_paged(Some(first), move |at| {
        Asked::of(shows::episodes(&id, Window::from(at)), list)
    });
    pieces([
        until_there(paged, || Piece::NONE, "This show has no episodes yet."),
        listing(Shape::Rows, "Episodes", paged, move || paged.entries()).into(),
        more(paged, Window::USUAL_SIZE).into(),
    ])
}

fn listed(deck: Deck, episode: &SimplifiedEpisode) -> Listed {
    let episode = Arc::new(episode.clone());
    Listed::new(move || {
        let play = deck.player().going_on(&[&episode]);
        spoken_row(&episode, "", play)
    })
}
