use super::{
    bench::Bench,
    message::message,
    request::{address_of, not_yet},
};
use crate::{
    oauth::{Parameter, PendingAuthorization, Secret},
    ports::Millis,
    ui::{
        components::{button, primary_button},
        dom::{El, Piece, el, live},
    },
    workshop::{
        Command, Text,
        steps::{Draft, Step},
    },
};

/// The fourth step.
pub fn consent(bench: Bench) -> Piece {
    let lead = el("p").class("lead").text(
        "The browser leaves for Spotify’s own page, where you say yes or no. Before it goes, this tab \
         keeps what it will need when you come back: for ten minutes, and for one answer.",
    );
    let kept = move || {
        let Some(request) = bench.request() else {
            return not_yet();
        };
        let mut kept = vec![
            Parameter::secret("state", Secret::State(request.state)),
            Parameter::secret("verifier", Secret::Verifier(request.verifier)),
        ];
        if bench.is_practice() {
            kept.push(Parameter::plain("practice", "true"));
        }
        Text::json(&kept)
    };
    let way = live(move || {
        if bench.is_draft() {
            Piece::from(leaving(bench))
        } else {
            Piece::from(bench.callback().map(|callback| {
                let left = callback
                    .request
                    .as_ref()
                    .map(PendingAuthorization::created_at);
                there_and_back(left.map(|left| callback.received_at - left))
            }))
        }
    });
    let goal = move || {
        bench
            .request()
            .map_or_else(not_yet, |request| address_of(&request))
    };
    let command = move || Some(Command::authorize(address_of(&bench.request()?)));
    Piece::from(lead)
        .and(message(bench, "Kept in this tab’s storage", kept, || {
            None
        }))
        .and(message(bench, "Where the browser goes", goal, command))
        .and(way)
}

fn there_and_back(away: Option<Millis>) -> El {
    let words = match away {
        Some(away) => format!("You were away for {} seconds.", away.0 / 1000),
        None => "You came back.".to_owned(),
    };
    el("p").text(&words).text(
        " Spotify asked you, or remembered your answer, and sent the browser back to this page.",
    )
}

fn leaving(bench: Bench) -> El {
    let blocked = move || bench.practice.with(|practice| in_the_way(&practice.draft));
    let way = live(move || match blocked() {
        Some((step, words)) => Piece::from(el("p").class("hint bad").text(words))
            .and(button("Go there", move || bench.lead_to(step))),
        None => primary_button("Go to Spotify", move || bench.leave()).into(),
    });
    el("div")
        .with(el("p").text(
            "Some mistakes end on Spotify’s page, and this page is never told: a client ID that \
             Spotify does not know, a redirect URI that is not registered with it, a permission it \
             does not know. Then come back with Back: for ten minutes, what you chose here is filled \
             in again, with a new verifier and state.",
        ))
        .with(el("p").text(
            "The record is marked as practice: what comes back is judged and shown, and nothing is \
             done with it by itself. A session there is stays as it is.",
        ))
        .with(el("div").class("actions").with(way))
}

/// What must be set right before anybody can leave, and where.
fn in_the_way(draft: &Draft) -> Option<(Step, &'static str)> {
    if draft.verifier.is_err() {
        return Some((Step::Verifier, "What was written is not a verifier yet."));
    }
    let is_nameless = draft.client_id.is_none();
    is_nameless.then_some((Step::Request, "No app is named: the client ID is missing."))
}
