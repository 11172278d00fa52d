//! The ways to be authorized, side by side.

mod cards;
mod requests;
mod your_app;

use super::{
    client_id::client_id_field,
    code_tabs::code_tabs,
    field::{Hint, labelled, text_field},
    slip::{copy_button, slip, written_once},
};
use cards::cards;
use requests::{app_alone, with_secret, without_secret};
use your_app::{YourApp, your_app};

use crate::ui::{
    components::{Icon, icon},
    dom::{El, Piece, el},
};

/// This part of the workshop.
pub fn ways() -> Piece {
    let app = YourApp::new();
    let lead = el("p").class("lead").text(
        "Spotify hands out access tokens in three ways. They differ in who has to agree, and in \
         whether a secret is needed: what runs in a browser cannot keep one.",
    );
    Piece::from(lead)
        .and(cards())
        .and(no_secret())
        .and(your_app(app))
        .and(without_secret(app))
        .and(with_secret(app))
        .and(app_alone(app))
}

fn no_secret() -> El {
    let words = el("p")
        .with(el("strong").text("There is no field for a secret here, and there never will be. "))
        .text(
            "A client secret speaks for your app to everybody, until you replace it. Whatever is \
             typed into a page can be read by its scripts, by extensions of the browser, and by \
             whoever put the page there; this page is no exception. Keep the secret on your \
             server, in its environment: the code below reads it there.",
        );
    el("div")
        .class("notice warn")
        .attr("role", "note")
        .with(icon(Icon::Warning))
        .with(words)
}
