//! The session, how the app looks, and what is kept on this device.

mod about;
mod appearance;
mod connection;
mod kept;
mod leaving;
mod permissions;
mod transfer;

use about::about;
use appearance::appearance;
use connection::connection;
use kept::kept;
use leaving::leaving;
use permissions::permissions;
use transfer::transfer;

use crate::ui::{
    components::page_heading,
    dom::{El, Piece, Var, el},
    player,
};

/// The Settings page.
pub fn settings() -> Piece {
    // Counts what was deleted or restored, so that what is kept is shown anew.
    let changes = Var::new(0);
    let column = || el("div").class("settings-column");
    Piece::from(page_heading("This device", "Settings")).and(
        el("div")
            .class("settings")
            .with(
                column()
                    .with(connection())
                    .with(permissions())
                    .with(kept(changes)),
            )
            .with(
                column()
                    .with(appearance())
                    .with(panel("this-browser", "This browser").with(player::this_browser()))
                    .with(transfer(changes))
                    .with(about())
                    .with(leaving()),
            ),
    )
}

fn panel(id: &str, title: &str) -> El {
    el("section")
        .class("panel")
        .attr("aria-labelledby", id)
        .with(el("h2").attr("id", id).attr("tabindex", "-1").text(title))
}
