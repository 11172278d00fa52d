//! The session, and what is kept on this device.

mod connection;
mod leaving;

use connection::connection;
use leaving::leaving;

use crate::ui::{
    components::page_heading,
    dom::{El, Piece, el},
    player,
};

/// The Settings page.
pub fn settings() -> Piece {
    Piece::from(page_heading("This device", "Settings")).and(
        el("div")
            .class("settings")
            .with(connection())
            .with(this_browser())
            .with(leaving()),
    )
}

fn this_browser() -> El {
    el("section")
        .class("panel")
        .attr("aria-labelledby", "this-browser")
        .with(el("h2").attr("id", "this-browser").text("This browser"))
        .with(player::this_browser())
}
