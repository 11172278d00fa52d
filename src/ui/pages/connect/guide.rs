use crate::ui::{
    components::{copy_field, outside},
    dom::{El, Piece, el},
    state::use_deck,
};

/// What must be right at Spotify beforehand: mistakes in it end on Spotify's
/// own page and are never reported back (contract 1.2).
pub fn guide(is_back: impl Fn() -> bool + 'static) -> El {
    let deck = use_deck();
    let redirect_uri = deck.redirect_uri();
    // Whoever has been here before needs it only when something went wrong.
    let is_first_time = deck.session().device().remembered_client_id().is_none();
    let own = redirect_uri.as_str();
    let to_register = redirect_uri
        .at_loopback_literal()
        .unwrap_or_else(|| own.to_owned());
    let steps = el("ol")
        .class("guide")
        .with(make_an_app())
        .with(redirect_uri_step(to_register))
        .with(step(
            "Tick Web API",
            " where it asks which APIs you plan to use, and Web Playback SDK too if you want to \
             play in this browser. Save.",
        ))
        .with(step(
            "List who may use it",
            " under User Management: up to five people, by name and by the e-mail of their Spotify \
             account.",
        ))
        .with(step(
            "Copy the client ID",
            " from the app’s page into the field above. Leave the client secret where it is: nothing \
             here ever asks for it.",
        ));
    el("details")
        .class("first-time")
        .live_flag("open", move || is_first_time || is_back())
        .with(el("summary").text("The first time"))
        .with(steps)
}

fn step(title: &str, words: &str) -> El {
    el("li").with(el("strong").text(title)).text(words)
}

fn make_an_app() -> El {
    step("Make an app", " in ")
        .with(outside(
            "https://developer.spotify.com/dashboard",
            "Spotify’s dashboard",
        ))
        .text(". Its owner needs Premium. Any name will do that does not begin with “Spot”.")
}

fn redirect_uri_step(to_register: String) -> El {
    let is_loopback = to_register.starts_with("http://127.0.0.1");
    let fine = if is_loopback {
        el("p")
            .class("fine")
            .text(
                "It must say 127.0.0.1: Spotify refuses localhost. Registered without the port, it \
                 fits every port.",
            )
            .into()
    } else {
        Piece::NONE
    };
    step("Add this redirect URI", ", exactly, under “Redirect URIs”:")
        .with(copy_field(to_register, "Copy the redirect URI"))
        .with(fine)
}
