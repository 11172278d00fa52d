//! The session, and what is kept on this device.

mod connection;
mod leaving;
mod this_browser;

use connection::connection;
use leaving::leaving;
use this_browser::this_browser;

use crate::ui::{
    components::page_heading,
    dom::{Piece, el},
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
