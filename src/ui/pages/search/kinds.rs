use leptos::task::{spawn_local, tick};

use super::Typing;
use crate::{
    route::{ResultKind, Route},
    ui::{
        components::choice_link,
        dom::{El, el, follow},
    },
};

/// Of which kind results are shown.
pub fn kinds(typing: Typing) -> El {
    let choices = [None].into_iter().chain(ResultKind::ALL.map(Some));
    let links: Vec<_> = choices
        .map(|only| {
            let to = move || Route::Search(typing.about_to().showing(only));
            let link = choice_link(to, move || typing.search().only == only)
                .class("kind")
                .text(only.map_or("Everything", name_of));
            (only, link)
        })
        .collect();
    let nav = el("nav")
        .class("kinds")
        .attr("aria-label", "Kinds of results")
        .with(
            links
                .iter()
                .map(|(_, link)| link.clone())
                .collect::<Vec<_>>(),
        );
    let own = nav.clone();
    follow(move || {
        let only = typing.search().only;
        let Some((_, chosen)) = links.iter().find(|(kind, _)| *kind == only) else {
            return;
        };
        let (nav, chosen) = (own.clone(), chosen.clone());
        // Where it stands is known once it is on the page.
        spawn_local(async move {
            tick().await;
            nav.bring_to_middle(&chosen);
        });
    });
    nav
}

/// What they are called.
pub const fn name_of(kind: ResultKind) -> &'static str {
    match kind {
        ResultKind::Tracks => "Tracks",
        ResultKind::Artists => "Artists",
        ResultKind::Albums => "Albums",
        ResultKind::Playlists => "Playlists",
        ResultKind::Shows => "Shows",
        ResultKind::Episodes => "Episodes",
        ResultKind::Audiobooks => "Audiobooks",
    }
}

/// What one of them is called.
pub const fn one_of(kind: ResultKind) -> &'static str {
    match kind {
        ResultKind::Tracks => "track",
        ResultKind::Artists => "artist",
        ResultKind::Albums => "album",
        ResultKind::Playlists => "playlist",
        ResultKind::Shows => "show",
        ResultKind::Episodes => "episode",
        ResultKind::Audiobooks => "audiobook",
    }
}

/// Which keys do what, for those who have keys.
pub fn hint() -> El {
    let keys = [
        ("/", "from anywhere"),
        ("↓", "into the results"),
        ("← ↑ ↓ →", "between them"),
        ("Enter", "opens"),
        ("P", "plays"),
        ("Esc", "back to the field"),
    ];
    let keys = keys.map(|(key, words)| el("span").with(el("kbd").text(key)).text(" ").text(words));
    el("p").class("key-hint").with(keys)
}
