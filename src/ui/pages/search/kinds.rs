use super::Typing;
use crate::{
    route::{ResultKind, Route},
    ui::{
        components::choice_link,
        dom::{El, el},
    },
};

/// Of which kind results are shown.
pub fn kinds(typing: Typing) -> El {
    let choices = [None].into_iter().chain(ResultKind::ALL.map(Some));
    let links = choices.map(|only| {
        let to = move || Route::Search(typing.about_to().showing(only));
        choice_link(to, move || typing.search().only == only)
            .class("kind")
            .text(only.map_or("Everything", name_of))
    });
    el("nav")
        .class("kinds")
        .attr("aria-label", "Kinds of results")
        .with(links.collect::<Vec<_>>())
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
