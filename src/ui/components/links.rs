use leptos::{ev::MouseEvent, prelude::*};

use super::{Icon, IconView};
use crate::{
    platform,
    route::Route,
    ui::state::{is_plain, use_deck},
};

/// A link to a page of the app, followed without loading the page anew.
/// `current` says whether it leads to where the listener is; with
/// `keeps_place` the page does not scroll back to its top.
#[component]
pub fn Link(
    #[prop(into)] to: Signal<Route>,
    #[prop(optional)] class: &'static str,
    #[prop(optional, into)] current: Signal<bool>,
    #[prop(optional)] keeps_place: bool,
    children: Children,
) -> impl IntoView {
    let place = use_deck().place;
    let follow = move |click: MouseEvent| {
        if !is_plain(&click) {
            return;
        }
        click.prevent_default();
        place.go(to.get_untracked());
        if !keeps_place {
            platform::scroll_to_top();
        }
    };
    view! {
        <a
            class=class
            href=move || platform::href(to.get())
            aria-current=move || current.get().then_some("page")
            on:click=follow
        >
            {children()}
        </a>
    }
}

/// A link that leaves the app for one of Spotify's own pages. The new tab gets
/// no copy of this tab's storage, and no referrer (security 23).
#[component]
pub fn Outside(href: &'static str, children: Children) -> impl IntoView {
    view! {
        <a href=href target="_blank" rel="noopener noreferrer">
            {children()}
        </a>
    }
}

/// The link every item has to its page at Spotify (contract 8.1). `href` comes
/// from `ExternalUrls::open_spotify`, which lets only Spotify's pages through.
#[component]
pub fn OpenSpotify(href: String, name: String) -> impl IntoView {
    view! {
        <a class="open-spotify" href=href target="_blank" rel="noopener noreferrer" title="Open Spotify">
            <span class="open-spotify-words">"Open Spotify"</span>
            <span class="unseen">{format!(": {name}")}</span>
            <IconView icon=Icon::Outside />
        </a>
    }
}
