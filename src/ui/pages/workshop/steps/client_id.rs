use leptos::web_sys::HtmlInputElement;

use super::bench::Bench;
use crate::{
    oauth::ClientId,
    ui::dom::{Piece, Var, el},
};

/// Which app is to ask. It is not remembered: this is practice.
pub fn client_id(bench: Bench) -> Piece {
    let own = bench
        .practice
        .with_untracked(|practice| practice.draft.client_id.clone());
    let is_good = Var::new(own.is_some());
    let field = el("input")
        .attr("id", "practice-client-id")
        .class("field")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .attr("aria-describedby", "practice-client-id-hint")
        .attr("value", own.as_ref().map_or("", ClientId::as_str));
    let input = field.of::<HtmlInputElement>();
    let field = field.on_typed(move || {
        let text = input.as_ref().map(HtmlInputElement::value);
        let parsed = ClientId::parse(&text.unwrap_or_default()).ok();
        is_good.set_if_new(parsed.is_some());
        bench.change(|practice| practice.draft.client_id = parsed);
    });
    let class = move || if is_good.get() { "hint good" } else { "hint" };
    let hint = move || {
        if is_good.get() {
            "Looks right."
        } else {
            "32 characters, from your app’s page in Spotify’s dashboard. Only for this run."
        }
    };
    let label = el("label")
        .class("field-label")
        .attr("for", "practice-client-id")
        .text("Client ID");
    Piece::from(label).and(field).and(
        el("p")
            .attr("id", "practice-client-id-hint")
            .live_attr("class", move || Some(class().to_owned()))
            .live_text(move || hint().to_owned()),
    )
}
