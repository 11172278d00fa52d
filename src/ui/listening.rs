//! The app as somebody sees it who is signed in.

use super::{
    adding::provide_adding,
    dom::{Piece, derived, live},
    menu::{provide_row_menu, say_what_is_enqueued},
    pages, parts,
    player::devices_dialog,
    shell::shell,
    state::use_deck,
};
use crate::route::Route;

/// What there is for somebody who is signed in.
pub fn listening() -> Piece {
    let deck = use_deck();
    let place = deck.place;
    say_what_is_enqueued();
    parts::fetch_ahead();
    let devices = devices_dialog();
    // It may open that, and what it leaves to others is there before them.
    deck.go_on();
    // Before what is written below them.
    let (adding, menu) = (provide_adding(), provide_row_menu());
    // Choosing something on a page does not build it anew.
    let page = derived(move || place.route().as_ref().map(Route::page));
    let page = live(move || match page.get() {
        Some(Route::Home) => pages::home(),
        Some(Route::Search(_)) => parts::search(),
        Some(Route::Top { .. }) => parts::top(),
        Some(Route::Playlists) => parts::playlists(),
        Some(Route::Artist(id, _)) => parts::artist(id),
        Some(Route::Album(id)) => parts::album(id),
        Some(Route::Track(id)) => parts::track(id),
        Some(Route::Show(id)) => parts::show(id),
        Some(Route::Episode(id)) => parts::episode(id),
        Some(Route::Audiobook(id)) => parts::audiobook(id),
        Some(Route::Playlist(id)) => parts::playlist(id),
        Some(Route::NowPlaying) => parts::now_playing(),
        Some(Route::Queue) => parts::queue(),
        Some(Route::Workshop(_)) => parts::workshop(),
        Some(Route::Settings) => parts::settings(),
        Some(Route::About) => parts::about(),
        None => pages::not_found(),
    });
    shell(page.and(adding).and(menu)).and(devices)
}
