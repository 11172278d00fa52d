use super::{
    components::{Icon, brand, button, icon, link, spotify_mark},
    dom::{El, Piece, el, live},
    pinned::pinned,
    player::player_bar,
    quota::quota_button,
    session_notices::session_notices,
    state::use_deck,
    toast::toast,
};
use crate::{
    route::Route,
    session::{Listener, SessionState},
};

/// The frame of every page for someone who is signed in: a sidebar that is a
/// bar at the bottom on a phone, the page, and who we are not.
pub fn shell(page: Piece) -> Piece {
    let nav = el("nav")
        .class("nav")
        .attr("aria-label", "Main")
        .with(brand())
        .with(
            el("ul")
                .class("nav-list")
                .attr("role", "list")
                .with(nav_link(Route::Home, Icon::Home, "Home"))
                .with(nav_link(Route::search(), Icon::Search, "Search"))
                .with(nav_link(Route::top(), Icon::Top, "Top"))
                .with(nav_link(Route::Playlists, Icon::Playlists, "Playlists"))
                .with(nav_link(Route::workshop(), Icon::Workshop, "Workshop"))
                .with(nav_link(Route::Settings, Icon::Settings, "Settings"))
                .with(el("li").with(quota_button())),
        )
        .with(pinned())
        .with(signed_in_as());
    let main = el("main")
        .attr("id", "page")
        .class("page")
        .attr("tabindex", "-1")
        .with(session_notices())
        .with(page);
    let skip = el("a").class("skip").attr("href", "#page");
    Piece::from(skip.text("Skip to the page")).and(
        el("div")
            .class("frame")
            .with(nav)
            .with(
                el("div")
                    .class("content")
                    .with(main)
                    .with(footer_with_terms()),
            )
            .with(player_bar())
            .with(toast()),
    )
}

/// The frame of the workshop for someone who is not signed in: it is open to
/// everybody.
pub fn workshop_alone(page: Piece) -> El {
    let main = el("main")
        .class("page")
        .with(live(|| has_ended().then(ended_notice)))
        .with(page);
    el("div")
        .class("content outdoors")
        .with(
            el("header")
                .class("outdoors-head")
                .with(brand())
                .with(live(way_in)),
        )
        .with(main)
        .with(footer())
}

/// To Spotify and back to this page, where the app is known; else by way of the
/// page that asks for one.
fn way_in() -> El {
    let deck = use_deck();
    let words = if has_ended() {
        "Connect again"
    } else {
        "Connect to Spotify"
    };
    match deck.client_id() {
        Some(_) => button(words, move || deck.connect_again()),
        None => link(Route::Home).class("button").text(words),
    }
}

fn has_ended() -> bool {
    matches!(use_deck().session_state(), SessionState::Expired(_))
}

fn ended_notice() -> El {
    el("p").class("notice").attr("role", "status").text(
        "Your connection has ended: Spotify wants your consent again. Connect again, and you are \
         back on this page.",
    )
}

fn nav_link(to: Route, drawing: Icon, label: &str) -> El {
    let place = use_deck().place;
    let target = to.clone();
    let is_here = move || place.route().is_some_and(|here| here.is_same_page(&target));
    let link = link(to)
        .class("nav-link")
        .live_attr("aria-current", move || is_here().then(|| "page".to_owned()))
        .with(icon(drawing))
        .text(label);
    el("li").with(link)
}

fn signed_in_as() -> El {
    let deck = use_deck();
    let name = move || {
        let state = deck.session_state();
        state.listener().map(Listener::name).unwrap_or_default()
    };
    el("div").class("nav-foot").with(
        el("p")
            .class("signed-in-as")
            .with(el("span").text("Signed in as"))
            .with(el("strong").live_text(name)),
    )
}

/// Says that we are independent (contract 8.1).
pub fn footer() -> El {
    let source = el("a")
        .attr("href", "https://open.spotify.com/")
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .with(spotify_mark());
    let words = el("p")
        .text(
            "Cratedigger is independent: not made, endorsed or checked by Spotify. Names, covers \
             and pictures come from ",
        )
        .with(source);
    el("footer").class("footer").with(words)
}

/// The same, with the way to the terms.
pub fn footer_with_terms() -> El {
    footer().with(link(Route::About).text("About, privacy and terms"))
}
