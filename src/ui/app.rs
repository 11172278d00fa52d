use leptos::prelude::*;

use super::{
    adding::provide_adding,
    components::provide_first_page,
    dom::{Piece, derived, live},
    keys::search_from_anywhere,
    menu::{provide_row_menu, say_what_is_enqueued},
    pages, parts,
    player::devices_dialog,
    quota::quota_panel,
    shell::{shell, workshop_alone},
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
    if let Some(route) = deck.place.route() {
        parts::fetch_for(&route);
    }
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

/// What is there for everyone, signed in or not.
fn closed() -> Piece {
    let place = use_deck().place;
    // Of all others the address is kept for later, and Connect stays as it is.
    let is_open = |page: &Route| matches!(page, Route::Workshop(_) | Route::About);
    let page = derived(move || place.route().map(|route| route.page()).filter(is_open));
    live(move || match page.get() {
        Some(Route::Workshop(_)) => workshop_alone(parts::workshop()).into(),
        Some(Route::About) => parts::about_alone(),
        _ => pages::connect().into(),
    })
}

fn signed_in() -> Piece {
    let place = use_deck().place;
    say_what_is_enqueued();
    parts::fetch_ahead();
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
    shell(page.and(adding).and(menu))
}
