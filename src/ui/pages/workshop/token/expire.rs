use leptos::task::spawn_local;

use super::words;
use crate::{
    oauth::TOKEN_ENDPOINT,
    ports::Millis,
    spotify::{Error, endpoints::me},
    ui::{
        components::button,
        dom::{El, Piece, Var, el, live},
        state::{Deck, use_deck},
        words::Explanation,
    },
    workshop::Exchange,
};

#[derive(Clone)]
enum Outcome {
    NotYet,
    Running,
    Recovered,
    Failed(Error),
}

/// Spoils the session's access token and shows what the app then does.
pub fn expire() -> El {
    let deck = use_deck();
    let log = Var::new(Vec::new());
    let outcome = Var::new(Outcome::NotYet);
    let begin = move || {
        outcome.set(Outcome::Running);
        spawn_local(watch(deck, log, outcome));
    };
    let is_running = move || outcome.with(|outcome| matches!(outcome, Outcome::Running));
    el("section")
        .class("panel")
        .attr("aria-labelledby", "expire-now")
        .with(
            el("h2")
                .attr("id", "expire-now")
                .text("Expire it on purpose"),
        )
        .with(el("p").text(
            "Puts a useless text in the place of the access token, as if it had ended early, and \
             asks Spotify who you are. What passes on the wire is written down as it happens.",
        ))
        .with(button("Expire it and watch", begin).live_flag("disabled", is_running))
        .with(
            el("div")
                .class("outcome")
                .attr("role", "status")
                .with(live(move || log.with(|log| passed(log))))
                .with(live(move || told(&outcome.get(), log))),
        )
}

/// Nothing here is a script: the call is one like any other of the app's, and
/// the log has what the transport saw meanwhile.
async fn watch(deck: Deck, log: Var<Vec<Exchange>>, outcome: Var<Outcome>) {
    let (session, client, witness) = (deck.session(), deck.client(), deck.witness());
    witness.watch(move |exchanges| log.set(exchanges.to_vec()));
    if let Some(spoilt) = session.spoil_access_token() {
        let asked = client.call(me::profile()).await;
        session.put_back(spoilt);
        outcome.set(match asked {
            Ok(_) => Outcome::Recovered,
            Err(error) => Outcome::Failed(error),
        });
    }
    witness.look_away();
}

fn passed(log: &[Exchange]) -> Option<El> {
    let begun = log.first()?.sent_at;
    let rows: Vec<El> = log.iter().map(|exchange| row(exchange, begun)).collect();
    Some(
        el("ol")
            .class("wire-log")
            .attr("role", "list")
            .attr("aria-label", "What passed on the wire")
            .with(rows),
    )
}

fn row(exchange: &Exchange, begun: Millis) -> El {
    let address = exchange.address.trim_start_matches("https://");
    let (tone, status) = match exchange.outcome {
        None => ("", "…".to_owned()),
        Some(Ok(status)) if status < 400 => ("good", status.to_string()),
        Some(Ok(status)) => ("bad", status.to_string()),
        Some(Err(error)) => ("bad", error.to_string()),
    };
    let times = match exchange.outcome {
        None => String::new(),
        Some(_) => words::span(exchange.took),
    };
    el("li")
        .with(
            el("span")
                .class("fine")
                .text(&format!("+{}", words::span(exchange.sent_at - begun))),
        )
        .with(el("code").text(&format!("{} {address}", exchange.method.as_str())))
        .with(el("strong").class(&format!("judged {tone}")).text(&status))
        .with(el("span").class("fine").text(&times))
}

/// Whether this tab asked for a token itself.
fn has_renewed(log: &[Exchange]) -> bool {
    log.iter()
        .any(|exchange| exchange.address.ends_with(TOKEN_ENDPOINT))
}

fn told(outcome: &Outcome, log: Var<Vec<Exchange>>) -> Piece {
    match outcome {
        Outcome::NotYet => Piece::NONE,
        Outcome::Running => el("p").text("Watching…").into(),
        Outcome::Recovered => el("p")
            .with(el("strong").class("judged good").text("Recovered. "))
            .text(&format!(
                "The refusal was answered {}, and the call was sent once more with the new token; \
                 whoever waited for it noticed nothing.",
                if log.with_untracked(|log| has_renewed(log)) {
                    "with a renewal"
                } else {
                    "with a newer token from another tab"
                }
            ))
            .into(),
        Outcome::Failed(error) => {
            let explanation = Explanation::of_call(error);
            Piece::from(el("p").with(el("strong").class("judged bad").text(explanation.title)))
                .and(el("p").text(&explanation.body))
        }
    }
}
