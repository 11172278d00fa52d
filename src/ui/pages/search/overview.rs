use super::{
    Typing,
    found::{are_rows, extent_of, found},
    kinds::name_of,
};
use crate::{
    platform,
    route::{ResultKind, Route},
    spotify::model::SearchResults,
    ui::{
        components::choice_link,
        dom::{El, Piece, el},
        items::{cards, rows},
    },
};

/// The best few of each kind; a kind of which nothing was found says nothing.
pub fn overview(results: &SearchResults, typing: Typing) -> Piece {
    let kinds = ResultKind::ALL.into_iter();
    let some = kinds.filter(|kind| extent_of(results, *kind).shown > 0);
    let sections = some.map(|kind| section(results, kind, typing));
    sections.collect::<Vec<_>>().into()
}

/// How many of it are the best few.
const fn few(kind: ResultKind) -> usize {
    match kind {
        ResultKind::Tracks => 5,
        ResultKind::Episodes => 3,
        _ => 8,
    }
}

fn section(results: &SearchResults, kind: ResultKind, typing: Typing) -> El {
    let items = found(results, kind, few(kind));
    let list = if are_rows(kind) {
        rows(items)
    } else {
        cards("shelf", items)
    };
    let extent = extent_of(results, kind);
    // A narrow shelf has room for six.
    let all = (few(kind).min(6) < extent.shown || extent.has_more).then(|| all_of(kind, typing));
    let count = extent.total.filter(|_| extent.has_more).map(|total| {
        el("span")
            .class("count")
            .text(&format!("about {}", platform::number(total)))
    });
    let heading = el("div")
        .class("section-heading")
        .with(el("h2").attr("id", kind.as_str()).text(name_of(kind)))
        .with(count)
        .with(all);
    el("section")
        .attr("aria-labelledby", kind.as_str())
        .with(heading)
        .with(list)
}

/// The way to all of a kind, which begins at the top of the page.
fn all_of(kind: ResultKind, typing: Typing) -> El {
    let to = move || Route::Search(typing.search().showing(Some(kind)));
    choice_link(to, || false)
        .on_click(platform::scroll_to_top)
        .text("All ")
        .text(&name_of(kind).to_ascii_lowercase())
}
