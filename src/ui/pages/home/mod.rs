//! The page a listener comes in by.

mod greeting;
mod now;
mod playlists;
mod plays;
mod search_field;
mod ways;

use greeting::greeting;
use now::now;
use playlists::playlists;
use plays::{last_played, played_from, use_plays};
use search_field::search_field;
use ways::ways;

use crate::ui::{
    components::page_heading,
    dom::{Piece, el, pieces},
};

/// The page. Besides what the player reads for itself it takes two calls, and
/// none when it is come back to.
pub fn home() -> Piece {
    let plays = use_plays();
    let mine = playlists::use_playlists();
    let beginning = el("div")
        .class("home-begin")
        .with(search_field())
        .with(el("div").class("home-pair").with(now()).with(ways()));
    pieces([
        page_heading("Your crate", &greeting()).into(),
        beginning.into(),
        played_from(plays, mine),
        playlists(mine).into(),
        last_played(plays).into(),
    ])
}
