use leptos::task::spawn_local;

use crate::{
    platform,
    session::{Renewed, TokenOrigin},
    spotify::{Error, TokenUnavailable},
    ui::{
        components::button,
        dom::{El, Piece, Var, el, live},
        state::{Deck, use_deck},
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
        .with(el("p").live_text(move || how(deck).to_owned()))
        .with(button("Refresh now", renew).live_flag("disabled", is_asking))
        .with(
            el("div")
                .class("outcome")
                .attr("role", "status")
                .with(live(move || told(&outcome.get()))),
        )
}

fn how(deck: Deck) -> &'static str {
    // The signal says that something changed; the grant tells what.
    deck.session_state();
    if deck
        .session()
        .grant()
        .is_some_and(|grant| grant.is_borrowed)
    {
        "This tab lives on another tab’s session and has no refresh token. It asks that tab, which \
         sends its own to Spotify’s token endpoint (RFC 6749 §6) and passes the new access token on."
    } else {
        "Sends the refresh token to Spotify’s token endpoint (RFC 6749 §6), as the app does by \
         itself a minute before the hour is over. Of a tab and its copies, one does so for all."
    }
}

fn told(outcome: &Outcome) -> Piece {
    match outcome {
        Outcome::NotYet => Piece::NONE,
        Outcome::Asking => el("p").text("Asking Spotify…").into(),
        Outcome::Came(renewed) => {
            let until = platform::short_moment(renewed.renew_at);
            let refresh_token = match renewed.from {
                TokenOrigin::Spotify {
                    with_refresh_token: true,
                } => "A new refresh token came with it; the old one is replaced.",
                TokenOrigin::Spotify {
                    with_refresh_token: false,
                } => "No new refresh token came: the one you have stays good.",
                TokenOrigin::Copy => {
                    "It came from another tab of this session. The refresh token here is left as it \
                     is, and may be spent: that tab has the one in use."
                }
                TokenOrigin::Lender => {
                    "It came from the tab that this one lives on, which keeps the refresh token to \
                     itself."
                }
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
