use crate::ui::dom::{El, Piece, el};

/// How many rows stand in for a list while it is read.
const ROWS: usize = 10;

/// How many cards do.
const CARDS: usize = 8;

fn bars() -> Piece {
    Piece::from(el("span").class("bar")).and(el("span").class("bar short"))
}

fn spoken(words: &str) -> El {
    el("p").class("unseen").attr("role", "status").text(words)
}

/// Rows to come; `words` say what of.
pub fn rows_waiting(words: &str) -> Piece {
    let rows = [(); ROWS].map(|()| {
        el("li")
            .class("row waiting")
            .with(el("span").class("rank"))
            .with(el("span").class("cover blank"))
            .with(el("span").class("row-main").with(bars()))
    });
    let list = el("ol")
        .class("rows")
        .attr("role", "list")
        .attr("aria-hidden", "true")
        .with(rows);
    Piece::from(list).and(spoken(words))
}

/// Cards to come on such a shelf; `words` say what of.
pub fn cards_waiting(class: &str, words: &str) -> Piece {
    let cards = [(); CARDS].map(|()| {
        el("li")
            .class("card waiting")
            .with(el("span").class("cover large blank"))
            .with(bars())
    });
    let list = el("ol")
        .class(class)
        .attr("role", "list")
        .attr("aria-hidden", "true")
        .with(cards);
    Piece::from(list).and(spoken(words))
}
