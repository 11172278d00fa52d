use std::sync::Arc;

use crate::{
    route::Route,
    spotify::{
        Page, PlaylistId, Window, endpoints::playlists as endpoint, model::SimplifiedPlaylist,
    },
    ui::{
        components::{link, trouble},
        dom::{El, Piece, el, live},
        items::{Card, card, cards, cards_waiting, counted, dotted},
        state::{Load, Loading, use_call, use_deck},
    },
};

/// How many stand on the shelf; narrower screens show fewer.
const ON_SHELF: usize = 8;

/// The first page of the listener's playlists.
pub fn use_playlists() -> Loading<Page<SimplifiedPlaylist>> {
    use_call(|| endpoint::mine(Window::first()))
}

/// The listener's playlists, those first that are pinned.
pub fn playlists(mine: Loading<Page<SimplifiedPlaylist>>) -> El {
    let shelf = live(move || match mine.state() {
        Load::Waiting => cards_waiting("shelf", "Reading your playlists"),
        Load::Failed(error) => trouble(&error, move || mine.retry()).into(),
        Load::Ready(page) => shelf(&page),
    });
    let heading = el("div")
        .class("section-heading")
        .with(el("h2").attr("id", "playlists").text("Your playlists"))
        .with(link(Route::Playlists).text("All playlists"));
    el("section")
        .attr("aria-labelledby", "playlists")
        .with(heading)
        .with(shelf)
}

fn shelf(page: &Page<SimplifiedPlaylist>) -> Piece {
    let pins = use_deck().pins();
    let pinned = pins.ids();
    let of_pin = |id: &PlaylistId| {
        let on_page = page.items().find(|playlist| playlist.id == *id);
        on_page.cloned().map(Arc::new).or_else(|| pins.playlist(id))
    };
    let first: Vec<Arc<SimplifiedPlaylist>> = pinned.iter().filter_map(of_pin).collect();
    let others = page
        .items()
        .filter(|playlist| !pinned.contains(&playlist.id));
    let first_cards = first
        .iter()
        .map(|playlist| playlist_card(playlist, "Pinned"));
    let all = first_cards.chain(others.map(|playlist| playlist_card(playlist, "")));
    let all: Vec<El> = all.take(ON_SHELF).collect();
    if all.is_empty() {
        return el("p")
            .class("empty")
            .text("You have no playlists yet. Those you make or follow will stand here.")
            .into();
    }
    cards("shelf", all).into()
}

fn playlist_card(playlist: &SimplifiedPlaylist, mark: &str) -> El {
    let items = playlist.item_total.map(|total| counted(total, "item"));
    let line = dotted(&[mark, &items.unwrap_or_default()]);
    card(&Card {
        images: &playlist.images,
        name: &playlist.name,
        page: Some(Route::Playlist(playlist.id.clone())),
        line: &line,
        open_spotify: playlist.external_urls.open_spotify(),
    })
}
