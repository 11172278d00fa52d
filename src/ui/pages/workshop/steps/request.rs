use leptos::web_sys::HtmlInputElement;

use super::{
    bench::Bench, client_id::client_id, explained::explained, message::message, scopes::scopes,
};
use crate::{
    oauth::{AUTHORIZATION_ENDPOINT, AuthorizationRequest, ISSUER},
    ui::dom::{El, Piece, el, live},
    workshop::{Command, Text},
};

/// The third step.
pub fn request(bench: Bench) -> Piece {
    let lead = el("p").class("lead").text(
        "All of it goes into an address, so none of it may let anybody in: the challenge is a hash, \
         the client ID is no secret, and the state is good for one answer in this tab.",
    );
    let parameters = live(move || {
        let parameters = bench.request()?.parameters();
        Some(explained(bench, &parameters))
    });
    let text = move || {
        bench
            .request()
            .map_or_else(not_yet, |request| address_of(&request))
    };
    let command = move || {
        let request = bench.request()?;
        Some(Command::authorize(address_of(&request)))
    };
    Piece::from(lead)
        .and(live(move || bench.is_draft().then(|| changes(bench))))
        .and(message(bench, "GET, in the address bar", text, command))
        .and(parameters)
}

/// The whole address.
pub fn address_of(request: &AuthorizationRequest) -> Text {
    let endpoint = format!("{ISSUER}{AUTHORIZATION_ENDPOINT}");
    Text::address(&endpoint, &request.parameters())
}

/// What stands there before it is complete.
pub fn not_yet() -> Text {
    Text::plain("There is no request yet: it needs a verifier and a client ID.")
}

fn changes(bench: Bench) -> El {
    el("div")
        .class("panel changes")
        .with(client_id(bench))
        .with(scopes(bench))
        .with(dialog(bench))
}

fn dialog(bench: Bench) -> El {
    let tick = el("input").attr("type", "checkbox");
    let tick = if bench
        .practice
        .with_untracked(|practice| practice.draft.show_dialog)
    {
        tick.flag("checked")
    } else {
        tick
    };
    let input = tick.of::<HtmlInputElement>();
    let tick = tick.on("change", move |_| {
        let shows = input.as_ref().is_some_and(HtmlInputElement::checked);
        bench.change(|practice| practice.draft.show_dialog = shows);
    });
    let words = el("span").with(el("code").text("show_dialog")).with(
        el("span")
            .class("fine")
            .text("Ask even if you agreed before. Without it, Spotify sends you straight back."),
    );
    el("label").class("check").with(tick).with(words)
}
