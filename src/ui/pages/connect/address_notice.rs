use crate::ui::{
    components::{Icon, icon},
    dom::{El, Piece, el},
    state::use_deck,
};

/// Says so when this page stands at an address that Spotify refuses as a
/// redirect URI (contract 1.3).
pub fn address_notice() -> Option<El> {
    let redirect_uri = use_deck().redirect_uri();
    if redirect_uri.is_acceptable() {
        return None;
    }
    let remedy = match redirect_uri.at_loopback_literal() {
        Some(address) => Piece::from("Spotify refuses the name localhost. Use the same page at ")
            .and(el("a").attr("href", &address).text(&address))
            .and("."),
        None => "Spotify sends listeners back only to addresses that begin with https://, or with \
                 http://127.0.0.1 on your own machine. Open this page at such an address."
            .into(),
    };
    let words = el("p")
        .with(el("strong").text("Signing in cannot work at this address. "))
        .with(remedy);
    Some(
        el("div")
            .class("notice warn")
            .attr("role", "note")
            .with(icon(Icon::Warning))
            .with(words),
    )
}
