use leptos::prelude::*;

use super::{
    components::{Brand, Icon, IconView, Link, SpotifyMark},
    quota::QuotaButton,
    state::{Landing, use_deck},
    words::unchanged,
};
use crate::{route::Route, session::Listener};

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
                    <li>
                        <QuotaButton />
                    </li>
                </ul>
                <SignedInAs />
            </nav>
            <div class="content">
                <main id="page" class="page" tabindex="-1">
                    <UnchangedNotice />
                    {children()}
                </main>
                <Footer />
            </div>
        </div>
    }
}

#[component]
fn NavLink(to: Route, icon: Icon, label: &'static str) -> impl IntoView {
    let place = use_deck().place;
    let current = Signal::derive(move || place.route().is_some_and(|here| here.is_same_page(to)));
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
    let name = move || deck.session_state().listener().map(Listener::name);
    view! {
        <div class="nav-foot">
            <p class="signed-in-as">
                <span>"Signed in as"</span>
                <strong>{name}</strong>
            </p>
        </div>
    }
}

/// After a callback that changed nothing.
#[component]
fn UnchangedNotice() -> impl IntoView {
    let deck = use_deck();
    let notice = move || match deck.landing() {
        Landing::Unchanged(failure) => Some(unchanged(failure)),
        Landing::Done | Landing::Finishing | Landing::Unfinished | Landing::Failed(_) => None,
    };
    let dismiss = move |_| deck.land(Landing::Done);
    view! {
        {move || {
            notice()
                .map(|words| {
                    view! {
                        <div class="notice" role="status">
                            <p>
                                <strong>"You are still signed in. "</strong>
                                {words}
                            </p>
                            <button class="button quiet" on:click=dismiss>
                                "Dismiss"
                            </button>
                        </div>
                    }
                })
        }}
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
