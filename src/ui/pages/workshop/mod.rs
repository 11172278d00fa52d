//! How signing in works, and what a token can do.

mod client_id;
mod code_tabs;
mod copying;
mod field;
mod slip;
mod steps;
mod token;
mod ways;

use steps::steps;
use token::token;
use ways::ways;

use crate::{
    route::{Route, WorkshopPart},
    ui::{
        components::{choice_link, page_heading},
        dom::{El, Piece, Var, derived, el, live},
        state::use_deck,
    },
};

/// The workshop. Which part of it is shown stands in the address.
pub fn workshop() -> Piece {
    let place = use_deck().place;
    let part = derived(move || match place.route() {
        Some(Route::Workshop(part)) => part,
        _ => WorkshopPart::default(),
    });
    live(move || {
        let part_now = part.get();
        let heading = page_heading("Workshop", title(part_now)).with(parts(part));
        Piece::from(heading).and(match part_now {
            WorkshopPart::Steps => steps(),
            WorkshopPart::Ways => ways(),
            WorkshopPart::Token => token(),
        })
    })
}

const fn title(part: WorkshopPart) -> &'static str {
    match part {
        WorkshopPart::Steps => "PKCE, step by step",
        WorkshopPart::Ways => "Three ways to authorize",
        WorkshopPart::Token => "Token inspector",
    }
}

fn parts(open: Var<WorkshopPart>) -> El {
    let links = WorkshopPart::ALL.map(|part| {
        choice_link(move || Route::Workshop(part), move || open.get() == part)
            .class("segment")
            .text(match part {
                WorkshopPart::Steps => "Step by step",
                WorkshopPart::Ways => "Three ways",
                WorkshopPart::Token => "Token",
            })
    });
    el("nav")
        .class("segments")
        .attr("aria-label", "Workshop")
        .with(links)
}
