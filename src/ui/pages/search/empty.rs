use super::{Typing, asked::Asked, kinds::name_of};
use crate::{
    route::{ResultKind, Route, Search},
    spotify::Filter,
    ui::{
        components::link,
        dom::{El, Piece, el},
    },
};

/// When nothing was found: what else could be tried.
pub fn empty(asked: &Asked, typing: Typing) -> Piece {
    let search = leptos::prelude::untrack(|| typing.search());
    let what = asked.only.map_or_else(
        || "Nothing".to_owned(),
        |kind| format!("No {}", name_of(kind).to_ascii_lowercase()),
    );
    let plain = Filter::none_in(asked.text());
    let without = (plain != asked.text() && !plain.is_empty())
        .then(|| way(Search::for_text(&plain, asked.only), "Without the filters"));
    let all = asked
        .only
        .map(|_| way(search.showing(None), "Among everything"));
    let countries = (asked.only == Some(ResultKind::Audiobooks)).then(|| {
        el("p").class("fine").text(
            "Spotify has audiobooks in the United States, Britain, Canada, Ireland, New Zealand \
             and Australia only.",
        )
    });
    el("div")
        .class("empty")
        .with(el("h2").text(&format!("{what} called “{}”", asked.text())))
        .with(el("p").text(
            "Fewer words find more, and so do other spellings. Spotify looks at names, not at \
             lyrics or moods.",
        ))
        .with(countries)
        .with(el("p").class("actions").with(without).with(all))
        .into()
}

fn way(search: Search, words: &str) -> El {
    link(Route::Search(search)).class("button").text(words)
}
