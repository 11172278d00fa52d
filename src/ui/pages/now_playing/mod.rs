//! What plays, large: the view a phone is held up with. The page stays while
//! one track follows another; only what is said of it changes.

use crate::{
    route::{Route, Search},
    ui::{
        components::{Icon, icon, large_cover, link, live_page_title, open_spotify, spotify_mark},
        dom::{El, Piece, Var, derived, el, live},
        items::{Entry, all_named, explicit, named},
        player::{
            Shown, device_button, is_awaited, like_button, progress, transport, use_shown, volume,
        },
        state::use_deck,
    },
};

/// The edge of the cover in CSS pixels.
const COVER: u32 = 416;

/// The page.
pub fn now_playing() -> Piece {
    let (told, is_awaited) = (use_shown(), is_awaited());
    let shown = derived(move || match told.get() {
        Shown::Nothing if is_awaited.get() => Shown::Changing,
        told => told,
    });
    let can_be_moved = derived(move || shown.with(|shown| *shown != Shown::Nothing));
    let queue = link(Route::Queue)
        .class("button quiet")
        .with(icon(Icon::Queue))
        .text("Queue");
    let tools = el("div")
        .class("now-tools")
        .with(device_button())
        .with(live(move || can_be_moved.get().then(volume)))
        .with(queue);
    let controls = move || {
        can_be_moved
            .get()
            .then(|| Piece::from(progress()).and(transport()))
    };
    let words = el("div")
        .class("now-words")
        .with(eyebrow(shown))
        .with(live_page_title(move || shown.with(title)))
        .with(live(move || shown.with(about)))
        .with(live(controls))
        .with(tools);
    el("div")
        .class("now")
        .with(live(move || shown.with(cover)))
        .with(words)
        .into()
}

/// Nothing has no picture, and what is not told has a blank one.
fn cover(shown: &Shown) -> Option<El> {
    let images = shown.entry().map(|entry| entry.images.as_slice());
    let is_there = *shown != Shown::Nothing;
    is_there.then(|| large_cover(images.unwrap_or_default(), COVER))
}

fn title(shown: &Shown) -> String {
    match shown.entry() {
        Some(entry) => entry.title.name.clone(),
        None => shown.words().0.to_owned(),
    }
}

fn eyebrow(shown: Var<Shown>) -> El {
    let player = use_deck().player();
    let is_paused = derived(move || {
        let playing = player.now_playing();
        playing.is_some_and(|playing| !playing.state.is_playing)
    });
    let words = move || {
        shown.with(|shown| match shown {
            Shown::Item(_) if is_paused.get() => "Paused",
            Shown::Item(_) => "Playing",
            Shown::Left { .. } => shown.words().0,
            _ => "What plays",
        })
    };
    el("div")
        .class("page-eyebrow")
        .with(el("p").live_text(move || words().to_owned()))
        .with(spotify_mark())
}

fn about(shown: &Shown) -> Piece {
    if let Some(entry) = shown.entry() {
        return about_entry(entry);
    }
    let words = el("p").class("now-from").text(shown.words().1);
    let find = link(Route::Search(Search::default())).class("button primary");
    let find = find.text("Find something to play");
    Piece::from(words).and((*shown == Shown::Nothing).then_some(find))
}

fn about_entry(entry: &Entry) -> Piece {
    let by = el("p")
        .class("now-by")
        .with(entry.is_explicit.then(explicit))
        .with(all_named(&entry.by));
    let from = entry
        .from
        .as_ref()
        .map(|album| el("p").class("now-from").with(named(album)));
    let open = entry
        .open_spotify
        .as_deref()
        .map(|href| open_spotify(href, &entry.title.name));
    let like = match (&entry.uri, entry.obstacle) {
        (Some(uri), None) => Some(like_button(uri)),
        _ => None,
    };
    let ways = el("div").class("now-tools").with(like).with(open);
    Piece::from(by).and(from).and(ways)
}
