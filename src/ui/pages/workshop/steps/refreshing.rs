use super::{answer::answer_of, bench::Bench, exchange::endpoint, message::message};
use crate::{
    oauth::TokenError,
    ui::{
        components::{button, outside},
        dom::{El, Piece, el, live},
    },
    workshop::{Command, Text, steps::Renewed},
};

/// Refreshes a grant of practice, and shows what Spotify makes of it.
pub fn refreshing(bench: Bench) -> Piece {
    let has_token = bench.practice.with_untracked(|practice| {
        practice
            .granted()
            .is_some_and(|granted| granted.tokens.refresh.is_some())
    });
    if !has_token {
        return el("p")
            .class("fine")
            .text("Spotify gave no refresh token, so this grant cannot be refreshed.")
            .into();
    }
    let act = button("Refresh it", move || bench.refresh())
        .live_flag("disabled", move || bench.is_waiting.get());
    let told = move || {
        let renewed = bench.practice.with(|practice| practice.renewed().cloned());
        renewed.map_or_else(String::new, |renewed| said(&renewed).to_owned())
    };
    let exchanged = live(move || {
        let renewed = bench.practice.with(|practice| practice.renewed().cloned());
        renewed.map(|renewed| messages(bench, &renewed))
    });
    pieces_of(act)
        .and(el("p").attr("role", "status").live_text(told))
        .and(exchanged)
}

fn pieces_of(act: El) -> Piece {
    Piece::from(el("h3").text("When the hour is over"))
        .and(
            el("p")
                .text(
                    "The refresh token brings a new access token. Spotify may send a new refresh token \
                     with it; then “the client MUST discard the old refresh token and replace it with \
                     the new refresh token” (",
                )
                .with(outside(
                    "https://www.rfc-editor.org/rfc/rfc6749#section-6",
                    "RFC 6749 §6",
                ))
                .text("). Without one, the old one stays."),
        )
        .and(el("div").class("actions").with(act))
}

fn messages(bench: Bench, renewed: &Renewed) -> Piece {
    let sent = renewed.trace.sent.clone();
    let form = Text::form(&sent);
    let command = move || Some(Command::post(&endpoint(), &sent));
    Piece::from(message(
        bench,
        "POST /api/token",
        move || form.clone(),
        command,
    ))
    .and(answer_of(bench, &renewed.trace))
}

const fn said(renewed: &Renewed) -> &'static str {
    match renewed.rotated {
        Ok(false) => "No new refresh token came: the one there is stays good.",
        Ok(true) => {
            "A new refresh token came, and has replaced the old one, which must be treated as spent."
        }
        Err(TokenError::InvalidGrant) => {
            "Refused: the refresh token is spent, has ended or was revoked."
        }
        Err(_) => "No new token came. The grant stays as it was.",
    }
}
