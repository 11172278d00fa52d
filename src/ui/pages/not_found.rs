use crate::{
    route::Route,
    ui::{
        components::{link, page_heading},
        dom::{Piece, el, pieces},
    },
};

/// For an address that is none of ours.
pub fn not_found() -> Piece {
    pieces([
        page_heading("Nothing here", "No such page").into(),
        el("p")
            .class("lead")
            .text("There is no page of Cratedigger at this address.")
            .into(),
        el("p")
            .with(link(Route::Home).class("button").text("To your crate"))
            .into(),
    ])
}
