//! What this is, what it does with data, and its terms (contract 8.2). For
//! everyone: also for those who have not connected yet.

mod terms;

use terms::terms;

use crate::{
    route::Route,
    ui::{
        components::{brand, link, page_heading},
        dom::{El, Piece, el},
        shell::footer,
    },
};

/// The page within the app.
pub fn about() -> Piece {
    Piece::from(page_heading("Cratedigger", "About, privacy and terms")).and(terms())
}

/// The page by itself.
pub fn about_alone() -> El {
    let back = link(Route::Home).text("Back to the way in");
    el("main")
        .class("alone")
        .with(brand())
        .with(about())
        .with(el("p").with(back))
        .with(footer())
}
