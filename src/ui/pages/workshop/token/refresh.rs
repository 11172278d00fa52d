use leptos::task::spawn_local;

use crate::{
    platform,
    session::Renewed,
    spotify::{Error, TokenUnavailable},
    ui::{
        components::button,
        dom::{El, Piece, Var, el, live},
        state::use_deck,
        words::Explanation,
    },
};

#[derive(Clone)]
enum Outcome {
    NotYet,
    Asking,
    Came(Renewed),
    Failed(TokenUnavailable),
}

/// Renews the session's token though it is still good.
pub fn refresh() -> El {
    let deck = use_deck();
    let outcome = Var::new(Outcome::NotYet);
    let renew = move || {
        outcome.set(Outcome::Asking);
        spawn_local(async move {
            outcome.set(match deck.session().renew_now().await {
                Ok(renewed) => Outcome::Came(renewed),
                Err(error) => Outcome::Failed(error),
            });
        });
    };
    let is_asking = move || outcome.with(|outcome| matches!(outcome, Outcome::Asking));
    el("section")
        .class("panel")
        .attr("aria-labelledby", "refresh-now")
        .with(el("h2").attr("id", "refresh-now").text("Renew it now"))
        .with(el("p").text(
            "Sends the refresh token to Spotify’s token endpoint (RFC 6749 §6), as the app does \
             by itself a minute before the hour is over.",
        ))
        .with(button("Refresh now", renew).live_flag("disabled", is_asking))
        .with(
            el("div")
                .class("outcome")
                .attr("role", "status")
                .with(live(move || told(&outcome.get()))),
        )
}

fn told(outcome: &Outcome) -> Piece {
    match outcome {
        Outcome::NotYet => Piece::NONE,
        Outcome::Asking => el("p").text("Asking Spotify…").into(),
        Outcome::Came(renewed) => {
            let until = platform::short_moment(renewed.renew_at);
            let refresh_token = if renewed.with_refresh_token {
                "A new refresh token came with it; the old one is replaced."
            } else {
                "No new refresh token came: the one you have stays good."
            };
            Piece::from(
                el("p")
                    .with(el("strong").class("judged good").text("Renewed. "))
                    .text(&format!(
                        "The new access token is good until about {until}."
                    )),
            )
            .and(el("p").text(refresh_token))
        }
        Outcome::Failed(error) => {
            let explanation = Explanation::of_call(&Error::NoToken(*error));
            Piece::from(el("p").with(el("strong").class("judged bad").text(explanation.title)))
                .and(el("p").text(&explanation.body))
        }
    }
}
