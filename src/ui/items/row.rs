use std::rc::Rc;

use super::{Entry, Named, clock_length, entry::Obstacle};
use crate::{
    spotify::SpotifyUri,
    ui::{
        components::{Act, Icon, cover, icon_button, link, open_spotify},
        dom::{El, Piece, el, pieces},
        menu::{Subject, with_menu},
        state::use_deck,
    },
};

/// The edge of a cover in CSS pixels.
const COVER: u32 = 48;

/// A list of rows.
pub fn rows(rows: Vec<El>) -> El {
    el("ol").class("rows").attr("role", "list").with(rows)
}

/// Something that can be played, as a row shows it.
#[derive(Clone)]
pub struct Row {
    /// What it is.
    pub entry: Entry,
    /// What stands before it, such as its number.
    pub mark: String,
    /// Plays it, and what comes after it.
    pub play: Option<Act>,
    /// Whether its cover is shown: not where all have the same.
    pub has_cover: bool,
    /// When it was added to the list, where that is of interest.
    pub added: Option<String>,
}

/// One row: `mark` stands before it, such as its number.
pub fn row(entry: &Entry, mark: &str, play: Option<Act>) -> El {
    let row = Row {
        entry: entry.clone(),
        mark: mark.to_owned(),
        play,
        has_cover: true,
        added: None,
    };
    row.write()
}

impl Row {
    /// Writes it.
    pub fn write(self) -> El {
        let entry = &self.entry;
        let name = entry.title.name.as_str();
        let play = self.play.filter(|_| entry.obstacle.is_none());
        let main = el("span")
            .class("row-main")
            .with(el("strong").class("row-title").with(named(&entry.title)))
            .with(
                el("span")
                    .class("row-artists")
                    .with(entry.is_explicit.then(explicit))
                    .with(entry.obstacle.map(|obstacle| why_not(obstacle, &entry.by)))
                    .with(all_named(&entry.by)),
            );
        let length = el("span")
            .class("row-length")
            .with(el("span").class("unseen").text("Length "))
            .text(&clock_length(entry.length));
        let mut class = "row".to_owned();
        if entry.obstacle.is_some() {
            class.push_str(" faint");
        }
        if !self.has_cover {
            class.push_str(" bare");
        }
        if self.added.is_some() {
            class.push_str(" dated");
        }
        let album = el("span")
            .class("row-album")
            .with(entry.from.as_ref().map(named));
        let added = self
            .added
            .as_deref()
            .map(|added| el("span").class("row-added").text(added));
        let row = el("li")
            .class(&class)
            .with(el("span").class("rank").text(&self.mark))
            .with(self.has_cover.then(|| cover(&entry.images, COVER)))
            .with(main)
            .with(self.has_cover.then_some(album))
            .with(added)
            .with(length);
        let row = match &entry.uri {
            Some(uri) => marked_when_current(row, uri.clone()),
            None => row,
        };
        let row = match entry.obstacle {
            Some(obstacle) => row.attr("title", obstacle.words()),
            None => row,
        };
        let tools = tools(name, play.as_ref());
        let subject = Subject {
            play,
            entry: self.entry.clone(),
        };
        finished(row, tools, subject)
    }
}

/// What stands at the end of a row: to play it, its menu, its page at Spotify.
/// The menu opens by a right click on the row as well.
pub fn finished(row: El, tools: El, subject: Subject) -> El {
    let open = subject
        .entry
        .open_spotify
        .as_deref()
        .map(|href| open_spotify(href, &subject.entry.title.name));
    with_menu(row, tools, Rc::new(subject), open)
}

/// The place for what a row can do, with what plays it.
pub fn tools(name: &str, play: Option<&Act>) -> El {
    let play = play.cloned().map(|play| {
        icon_button(Icon::Play, &format!("Play {name}"), move || play()).class("icon-button play")
    });
    el("span").class("row-tools").with(play)
}

/// Why it cannot be played, before whose it is: there it is never cut off.
fn why_not(obstacle: Obstacle, by: &[Named]) -> El {
    let dot = if by.is_empty() { "" } else { " · " };
    el("span").text(obstacle.label()).text(dot)
}

/// Marks what plays, or is paused.
pub fn marked_when_current(row: El, uri: SpotifyUri) -> El {
    let player = use_deck().player();
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
