use leptos::prelude::*;

use super::{
    components::provide_first_page,
    dom::{Piece, derived, live},
    keys::search_from_anywhere,
    pages, parts,
    quota::quota_panel,
    shell::workshop_alone,
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
        Gate::Open => parts::signed_in(),
        Gate::Opening => {
            parts::fetch_listening();
            pages::opening().into()
        }
        Gate::Finishing => {
            parts::fetch_listening();
            pages::finishing().into()
        }
        Gate::Trouble => pages::sign_in_trouble().into(),
        Gate::Closed => closed(),
    });
    pages.and(quota_panel())
}

/// What is there for everyone, signed in or not.
fn closed() -> Piece {
    let place = use_deck().place;
    parts::fetch_listening_ahead();
    // Of all others the address is kept for later, and Connect stays as it is.
    let is_open = |page: &Route| matches!(page, Route::Workshop(_) | Route::About);
    let page = derived(move || place.route().map(|route| route.page()).filter(is_open));
    live(move || match page.get() {
        Some(Route::Workshop(_)) => workshop_alone(parts::workshop()).into(),
        Some(Route::About) => parts::about_alone(),
        _ => pages::connect().into(),
    })
}
