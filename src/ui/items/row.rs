use super::{Entry, Named, clock_length};
use crate::{
    spotify::SpotifyUri,
    ui::{
        components::{Act, Icon, cover, icon_button, link, open_spotify},
        dom::{El, Piece, el, pieces},
        state::use_deck,
    },
};

/// The edge of a cover in CSS pixels.
const COVER: u32 = 48;

/// A list of rows.
pub fn rows(rows: Vec<El>) -> El {
    el("ol").class("rows").attr("role", "list").with(rows)
}

/// One of them: `mark` stands before it, such as its number.
pub fn row(entry: &Entry, mark: &str, play: Option<Act>) -> El {
    let name = entry.title.name.as_str();
    let main = el("span")
        .class("row-main")
        .with(el("strong").class("row-title").with(named(&entry.title)))
        .with(
            el("span")
                .class("row-artists")
                .with(entry.is_explicit.then(explicit))
                .with(all_named(&entry.by)),
        );
    let length = el("span")
        .class("row-length")
        .with(el("span").class("unseen").text("Length "))
        .text(&clock_length(entry.length));
    let play = play
        .filter(|_| entry.obstacle.is_none())
        .map(|play| icon_button(Icon::Play, &format!("Play {name}"), move || play()));
    let open = entry
        .open_spotify
        .as_deref()
        .map(|href| open_spotify(href, name));
    let row = el("li")
        .class(if entry.obstacle.is_some() {
            "row faint"
        } else {
            "row"
        })
        .with(el("span").class("rank").text(mark))
        .with(cover(&entry.images, COVER))
        .with(main)
        .with(
            el("span")
                .class("row-album")
                .with(entry.from.as_ref().map(named)),
        )
        .with(length)
        .with(el("span").class("row-tools").with(play).with(open));
    let row = match &entry.uri {
        Some(uri) => marked_when_current(row, uri.clone()),
        None => row,
    };
    match entry.obstacle {
        Some(obstacle) => row.attr("title", obstacle.words()),
        None => row,
    }
}

/// Marks what plays, or is paused.
fn marked_when_current(row: El, uri: SpotifyUri) -> El {
    let player = use_deck().player;
    row.live_attr("aria-current", move || {
        player.is_current(&uri).then(|| "true".to_owned())
    })
}

/// A name, and the way to its page if it has one.
pub fn named(named: &Named) -> Piece {
    match &named.page {
        Some(page) => link(page.clone())
            .class("quiet-link")
            .text(&named.name)
            .into(),
        None => named.name.as_str().into(),
    }
}

/// Several names with commas between them.
pub fn all_named(all: &[Named]) -> Piece {
    let mut piece = Piece::NONE;
    for (index, one) in all.iter().enumerate() {
        if index > 0 {
            piece = piece.and(", ");
        }
        piece = piece.and(named(one));
    }
    piece
}

/// The mark of what is explicit (contract 8.1).
pub fn explicit() -> El {
    el("span")
        .class("explicit")
        .attr("title", "Explicit")
        .with(pieces([
            el("span").attr("aria-hidden", "true").text("E").into(),
            el("span").class("unseen").text("Explicit").into(),
        ]))
}
