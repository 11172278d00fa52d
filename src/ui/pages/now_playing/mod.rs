//! What plays, large: the view a phone is held up with.

use crate::{
    route::Route,
    ui::{
        components::{Icon, icon, large_cover, link, open_spotify, page_title, spotify_mark},
        dom::{El, Piece, el, live},
        items::{Entry, all_named, explicit, named},
        player::{Shown, device_button, like_button, progress, transport, use_shown, volume},
    },
};

/// The edge of the cover in CSS pixels.
const COVER: u32 = 416;

/// The page.
pub fn now_playing() -> Piece {
    let shown = use_shown();
    live(move || shown.with(page))
}

fn page(shown: &Shown) -> El {
    let words = match shown.entry() {
        Some(entry) => about(entry, shown),
        None => untold(shown),
    };
    let cover = shown.entry().map_or_else(
        || large_cover(&[], COVER),
        |entry| large_cover(&entry.images, COVER),
    );
    let can_be_moved = *shown != Shown::Nothing;
    let queue = link(Route::Queue)
        .class("button quiet")
        .with(icon(Icon::Queue))
        .text("Queue");
    let tools = el("div")
        .class("now-tools")
        .with(device_button())
        .with(can_be_moved.then(volume))
        .with(queue);
    let words = el("div")
        .class("now-words")
        .with(words)
        .with(can_be_moved.then(|| Piece::from(progress()).and(transport())))
        .with(tools);
    el("div").class("now").with(cover).with(words)
}

fn about(entry: &Entry, shown: &Shown) -> Piece {
    let eyebrow = match shown {
        Shown::Left { .. } => shown.words().0,
        _ => "Playing",
    };
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
    head(eyebrow, page_title(&entry.title.name))
        .and(by)
        .and(from)
        .and(ways)
}

fn untold(shown: &Shown) -> Piece {
    let (title, words) = shown.words();
    head("What plays", page_title(title)).and(el("p").class("now-from").text(words))
}

fn head(eyebrow: &str, title: El) -> Piece {
    let eyebrow = el("div")
        .class("page-eyebrow")
        .with(el("p").text(eyebrow))
        .with(spotify_mark());
    Piece::from(eyebrow).and(title)
}
