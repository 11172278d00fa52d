use super::Typing;
use crate::{
    route::{ResultKind, Route, Search},
    ui::{
        components::{Icon, icon, icon_button, link, quiet_button},
        dom::{El, Piece, el, live, pieces},
        state::use_deck,
    },
};

/// While there is nothing to look for: what was looked for before, and ideas.
pub fn idle(typing: Typing) -> Piece {
    let recent = live(move || {
        typing.memories.track();
        let searches = use_deck().session().device().searches();
        (!searches.is_empty()).then(|| recent(&searches, typing))
    });
    pieces([recent, ideas().into()])
}

fn recent(searches: &[Search], typing: Typing) -> El {
    let deck = use_deck();
    let clear = quiet_button("Forget all", move || {
        deck.session().device().forget_searches();
        typing.remembered();
    });
    let all = searches.iter().map(|search| remembered(search, typing));
    el("section")
        .attr("aria-labelledby", "recent")
        .with(
            el("div")
                .class("section-heading")
                .with(el("h2").attr("id", "recent").text("Searched for before"))
                .with(clear),
        )
        .with(
            el("ul")
                .class("searches")
                .attr("role", "list")
                .with(all.collect::<Vec<_>>()),
        )
        .with(el("p").class("fine").text("Kept on this device only."))
}

fn remembered(search: &Search, typing: Typing) -> El {
    let (deck, own) = (use_deck(), search.clone());
    let forget = icon_button(
        Icon::Close,
        &format!("Forget “{}”", search.text()),
        move || {
            deck.session().device().forget_search(&own);
            typing.remembered();
        },
    );
    let way = link(Route::Search(search.clone()))
        .class("quiet-link")
        .with(icon(Icon::Clock))
        .text(search.text());
    el("li").with(way).with(forget)
}

/// What can be looked for without a name. Spotify's own new releases and
/// categories are closed to apps like this one (contract 5.1).
fn ideas() -> El {
    let ideas = [
        (
            "tag:new",
            ResultKind::Albums,
            "Out this fortnight",
            "New albums",
        ),
        (
            "tag:hipster",
            ResultKind::Albums,
            "Hardly ever heard",
            "Albums that few know",
        ),
        (
            "year:1970-1979",
            ResultKind::Albums,
            "The seventies",
            "Albums of ten years",
        ),
        (
            "genre:jazz",
            ResultKind::Artists,
            "Jazz",
            "Artists of a genre",
        ),
    ];
    let ideas = ideas.map(|(text, only, title, line)| {
        let search = Search::for_text(text, Some(only));
        el("li").with(
            link(Route::Search(search))
                .class("idea")
                .with(el("strong").text(title))
                .with(el("span").text(line))
                .with(el("code").text(text)),
        )
    });
    let list = el("ul").class("ideas").attr("role", "list").with(ideas);
    el("section")
        .attr("aria-labelledby", "ideas")
        .with(
            el("div")
                .class("section-heading")
                .with(el("h2").attr("id", "ideas").text("Somewhere to begin")),
        )
        .with(list)
}
