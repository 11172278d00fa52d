use leptos::prelude::*;

use super::{
    adding::provide_adding,
    components::provide_first_page,
    dom::{Piece, derived, live},
    keys::search_from_anywhere,
    menu::{provide_row_menu, say_what_is_enqueued},
    pages,
    player::devices_dialog,
    quota::quota_panel,
    shell::shell,
    state::{Deck, Landing, use_deck},
};
use crate::{route::Route, session::SessionState};

/// What stands between the listener and the pages.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gate {
    Open,
    Opening,
    Finishing,
    Trouble,
    Closed,
}

/// The app.
pub fn app(deck: Deck) -> Piece {
    provide_context(deck);
    provide_first_page();
    search_from_anywhere(deck);
    let gate = derived(move || match (deck.landing(), deck.session_state()) {
        (Landing::Finishing, _) | (_, SessionState::Authorizing) => Gate::Finishing,
        (Landing::Failed(_), _) => Gate::Trouble,
        (Landing::Opening, SessionState::SignedOut) => Gate::Opening,
        (_, SessionState::SignedIn(_) | SessionState::Refreshing(_) | SessionState::CutOff(_)) => {
            Gate::Open
        }
        (_, SessionState::SignedOut | SessionState::Unproven | SessionState::Expired(_)) => {
            Gate::Closed
        }
    });
    let pages = live(move || match gate.get() {
        Gate::Open => signed_in(),
        Gate::Opening => pages::opening().into(),
        Gate::Finishing => pages::finishing().into(),
        Gate::Trouble => pages::sign_in_trouble().into(),
        Gate::Closed => closed(),
    });
    pages.and(quota_panel()).and(devices_dialog())
}

/// What is there for everyone.
fn closed() -> Piece {
    let place = use_deck().place;
    let is_about = derived(move || place.route() == Some(Route::About));
    live(move || {
        if is_about.get() {
            pages::about_alone()
        } else {
            pages::connect()
        }
    })
}

fn signed_in() -> Piece {
    let place = use_deck().place;
    say_what_is_enqueued();
    // Before what is written below them.
    let (adding, menu) = (provide_adding(), provide_row_menu());
    // Choosing something on a page does not build it anew.
    let page = derived(move || place.route().as_ref().map(Route::page));
    let page = live(move || match page.get() {
        Some(Route::Home) => pages::home(),
        Some(Route::Search(_)) => pages::search(),
        Some(Route::Top { .. }) => pages::top(),
        Some(Route::Playlists) => pages::playlists(),
        Some(Route::Artist(id, _)) => pages::artist(id),
        Some(Route::Album(id)) => pages::album(id),
        Some(Route::Track(id)) => pages::track(id),
        Some(Route::Show(id)) => pages::show(id),
        Some(Route::Episode(id)) => pages::episode(id),
        Some(Route::Audiobook(id)) => pages::audiobook(id),
        Some(Route::Playlist(id)) => pages::playlist(id),
        Some(Route::NowPlaying) => pages::now_playing(),
        Some(Route::Queue) => pages::queue(),
        Some(Route::Settings) => pages::settings(),
        Some(Route::About) => pages::about(),
        None => pages::not_found(),
    });
    shell(page.and(adding).and(menu))
}
