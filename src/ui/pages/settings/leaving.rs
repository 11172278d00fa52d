use leptos::web_sys::HtmlInputElement;

use super::panel;
use crate::{
    session::Forget,
    ui::{
        components::{outside, primary_button},
        dom::{El, el},
        state::use_deck,
    },
};

/// Signing out, and what that does and does not do.
pub fn leaving() -> El {
    let deck = use_deck();
    let tick = el("input").attr("type", "checkbox");
    let box_ = tick.of::<HtmlInputElement>();
    let sign_out = move || {
        let forgets = box_.as_ref().is_some_and(HtmlInputElement::checked);
        deck.sign_out(if forgets {
            Forget::Device
        } else {
            Forget::Session
        });
    };
    let withdraw = el("p")
        .text("Spotify itself remembers that you agreed. To withdraw that, remove the app under ")
        .with(outside(
            "https://www.spotify.com/account/apps/",
            "Manage apps",
        ))
        .text(" in your Spotify account.");
    panel("leaving", "Sign out")
        .with(el("p").text(
            "Forgets the session and everything read with it, in every tab that shares it. Your \
             client ID stays on this device, so that coming back takes one click.",
        ))
        .with(withdraw)
        .with(
            el("label")
                .class("check")
                .with(tick)
                .text("Forget the client ID and preferences too"),
        )
        .with(primary_button("Sign out", sign_out))
}
