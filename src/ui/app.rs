use leptos::prelude::*;

use super::{
    components::provide_first_page,
    pages::{Connect, Finishing, NotFound, Settings, SignInTrouble, Top},
    quota::QuotaPanel,
    shell::Shell,
    state::{Deck, Landing, use_deck},
};
use crate::{route::Route, session::SessionState};

/// What stands between the listener and the pages.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gate {
    Open,
    Finishing,
    Trouble,
    Closed,
}

/// The app.
#[component]
pub fn App(deck: Deck) -> impl IntoView {
    provide_context(deck);
    provide_first_page();
    let gate = Memo::new(move |_| match (deck.landing(), deck.session_state()) {
        (Landing::Finishing, _) | (_, SessionState::Authorizing) => Gate::Finishing,
        (Landing::Failed(_), _) => Gate::Trouble,
        (_, SessionState::SignedIn(_) | SessionState::Refreshing(_)) => Gate::Open,
        (_, SessionState::SignedOut | SessionState::Unproven | SessionState::Expired(_)) => {
            Gate::Closed
        }
    });
    view! {
        {move || match gate.get() {
            Gate::Open => view! { <Pages /> }.into_any(),
            Gate::Finishing => view! { <Finishing /> }.into_any(),
            Gate::Trouble => view! { <SignInTrouble /> }.into_any(),
            Gate::Closed => view! { <Connect /> }.into_any(),
        }}
        <QuotaPanel />
    }
}

/// A page without what is chosen on it: choosing does not build it anew.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Page {
    Top,
    Settings,
    None,
}

#[component]
fn Pages() -> impl IntoView {
    let place = use_deck().place;
    Effect::new(move |_| {
        // The base address is where Spotify sends listeners back to; there is
        // nothing else on it yet.
        if place.route() == Some(Route::Home) {
            place.replace(Route::top());
        }
    });
    let page = Memo::new(move |_| match place.route() {
        Some(Route::Home | Route::Top { .. }) => Page::Top,
        Some(Route::Settings) => Page::Settings,
        None => Page::None,
    });
    view! {
        <Shell>
            {move || match page.get() {
                Page::Top => view! { <Top /> }.into_any(),
                Page::Settings => view! { <Settings /> }.into_any(),
                Page::None => view! { <NotFound /> }.into_any(),
            }}
        </Shell>
    }
}
