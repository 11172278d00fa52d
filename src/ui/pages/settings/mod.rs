//! The session, and what is kept on this device.

mod connection;
mod leaving;

use connection::connection;
use leaving::leaving;

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
            .with(leaving()),
    )
}
