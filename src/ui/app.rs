use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    components::{Redirect, Route, Router, Routes},
    path,
};

use super::{
    components::provide_first_page,
    pages::{Connect, Finishing, NotFound, Settings, SignInTrouble, Top},
    shell::Shell,
    state::{Deck, Landing},
};
use crate::{platform, route, session::SessionState};

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
    let base = platform::base_path();
    let base = base.trim_end_matches('/').to_owned();
    view! {
        <Router base>
            {move || match gate.get() {
                Gate::Open => view! { <Pages /> }.into_any(),
                Gate::Finishing => view! { <Finishing /> }.into_any(),
                Gate::Trouble => view! { <SignInTrouble /> }.into_any(),
                Gate::Closed => view! { <Connect /> }.into_any(),
            }}
        </Router>
    }
}

#[component]
fn Pages() -> impl IntoView {
    view! {
        <Shell>
            <Routes fallback=NotFound>
                <Route path=path!("/") view=ToTop />
                <Route path=path!("/top") view=Top />
                <Route path=path!("/settings") view=Settings />
            </Routes>
        </Shell>
    }
}

/// The base address is where Spotify sends listeners back to; there is nothing
/// else on it yet.
#[component]
fn ToTop() -> impl IntoView {
    let options = NavigateOptions {
        replace: true,
        ..NavigateOptions::default()
    };
    view! { <Redirect path=route::Route::top().address() options /> }
}
