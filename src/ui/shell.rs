use leptos::prelude::*;

use super::{
    components::{Brand, Icon, IconView, Link, SpotifyMark},
    state::{Landing, use_deck, use_route},
};
use crate::{route::Route, session::SessionState};

/// The frame of every page for someone who is signed in: a sidebar that is a
/// bar at the bottom on a phone, the page, and who we are not.
#[component]
pub fn Shell(children: Children) -> impl IntoView {
    view! {
        <a class="skip" href="#page">"Skip to the page"</a>
        <div class="frame">
            <nav class="nav" aria-label="Main">
                <Brand />
                <ul class="nav-list" role="list">
                    <NavLink to=Route::top() icon=Icon::Top label="Top" />
                    <NavLink to=Route::Settings icon=Icon::Settings label="Settings" />
                </ul>
                <SignedInAs />
            </nav>
            <div class="content">
                <main id="page" class="page" tabindex="-1">
                    <StrayNotice />
                    {children()}
                </main>
                <Footer />
            </div>
        </div>
    }
}

#[component]
fn NavLink(to: Route, icon: Icon, label: &'static str) -> impl IntoView {
    let here = use_route();
    let current = Signal::derive(move || here.get().is_some_and(|here| here.is_same_page(to)));
    view! {
        <li>
            <Link to current class="nav-link">
                <IconView icon />
                {label}
            </Link>
        </li>
    }
}

#[component]
fn SignedInAs() -> impl IntoView {
    let deck = use_deck();
    let name = move || match deck.session_state() {
        SessionState::SignedIn(listener) | SessionState::Refreshing(listener) => listener
            .display_name
            .unwrap_or_else(|| listener.id.as_str().to_owned()),
        _ => String::new(),
    };
    view! {
        <div class="nav-foot">
            <p class="signed-in-as">
                <span>"Signed in as"</span>
                <strong>{name}</strong>
            </p>
        </div>
    }
}

/// After a callback that was not needed.
#[component]
fn StrayNotice() -> impl IntoView {
    let deck = use_deck();
    view! {
        <Show when=move || deck.landing() == Landing::Stray>
            <div class="notice" role="status">
                <p>
                    <strong>"You are still signed in."</strong>
                    " Spotify’s answer in the address had been used before or came too late, so it was ignored."
                </p>
                <button class="button quiet" on:click=move |_| deck.land(Landing::Done)>
                    "Dismiss"
                </button>
            </div>
        </Show>
    }
}

/// Says that we are independent (contract 8.1).
#[component]
pub fn Footer() -> impl IntoView {
    view! {
        <footer class="footer">
            <p>
                "Cratedigger is independent: not made, endorsed or checked by Spotify. Names, covers and
                pictures come from "
                <a href="https://open.spotify.com/" rel="noopener noreferrer" target="_blank">
                    <SpotifyMark />
                </a>
            </p>
        </footer>
    }
}
