use super::{bench::Bench, explained::explained, message::message, refreshing::refreshing};
use crate::{
    config::API_ORIGIN,
    oauth::{ScopeSet, TokenAnswer, Value},
    ports::TransportError,
    session::ExchangeTrace,
    ui::{
        components::{primary_button, quiet_button},
        dom::{El, Piece, derived, el, live},
    },
    workshop::{
        Command, Text,
        steps::{Practice, Step},
    },
};

/// The last step.
pub fn answer(bench: Bench) -> Piece {
    let lead = live(move || {
        let exchange = bench.exchange()?;
        let words = told(&exchange.answer, bench.has_tokens());
        Some(el("p").class("lead").text(words))
    });
    let shown = live(move || {
        let exchange = bench.exchange()?;
        Some(
            answer_of(bench, &exchange)
                .and(each_of(bench, exchange.answer.clone()))
                .and(unlike(bench, &exchange.answer)),
        )
    });
    let is_granted = derived(move || {
        bench.is_practice() && bench.practice.with(|practice| practice.granted().is_some())
    });
    let next = live(move || is_granted.get().then(|| granted(bench)));
    lead.and(shown).and(next)
}

/// An answer of the token endpoint.
pub fn answer_of(bench: Bench, exchange: &ExchangeTrace) -> Piece {
    let status = exchange.answer.status();
    let took = exchange.took.0;
    let title = match status {
        Some(status) => format!("Answer: {status}, {took} ms"),
        None => format!("No answer after {took} ms"),
    };
    let members = match &exchange.answer {
        TokenAnswer::Fields { members, .. } => members.clone(),
        TokenAnswer::Unreadable { .. } | TokenAnswer::None(_) => {
            return el("p").text(&title).into();
        }
    };
    let token = members
        .iter()
        .find(|member| member.name == "access_token")
        .and_then(|member| member.as_secret().cloned());
    let text = Text::json(&members);
    let command = move || {
        let token = token.as_ref()?;
        Some(Command::call(&format!("{API_ORIGIN}/v1/me"), token))
    };
    message(bench, &title, move || text.clone(), command).into()
}

/// What each member of an answer is.
fn each_of(bench: Bench, answer: TokenAnswer) -> Piece {
    live(move || match &answer {
        TokenAnswer::Fields { members, .. } => Some(explained(bench, members)),
        TokenAnswer::Unreadable { .. } | TokenAnswer::None(_) => None,
    })
}

/// What was asked for and not granted.
fn unlike(bench: Bench, answer: &TokenAnswer) -> Option<El> {
    let Value::Plain(granted) = &answer.member("scope")?.value else {
        return None;
    };
    let asked = bench.request()?.scopes;
    let missing = asked.without(ScopeSet::parse(granted));
    (!missing.is_empty()).then(|| {
        el("p")
            .class("notice")
            .text("Asked for and not granted: ")
            .with(el("code").text(&missing.to_list()))
    })
}

/// What an answer means.
fn told(answer: &TokenAnswer, has_tokens: bool) -> &'static str {
    let says = |name: &str, words: &str| {
        answer
            .member(name)
            .is_some_and(|member| match &member.value {
                Value::Plain(text) => text.contains(words),
                Value::Secret(_) => false,
            })
    };
    match answer {
        TokenAnswer::Fields { .. } if has_tokens => {
            "Spotify hashed the verifier, found the challenge it had been given, and issued tokens for \
             what you granted."
        }
        TokenAnswer::Fields { status: 200, .. } => {
            "Spotify answered with success, and with no token that can be used: trouble at Spotify, \
             most likely."
        }
        _ if says("error_description", "verifier") => {
            "Refused: the verifier that was sent does not hash to the challenge that was. Whoever \
             steals a code, and has no verifier, gets exactly this."
        }
        _ if says("error_description", "expired") => {
            "Refused: the code is older than Spotify honours. A new run makes a new one."
        }
        _ if says("error_description", "authorization code") => {
            "Refused: Spotify knows no such code any more. A code works once; whoever has copied one \
             from a log or a history comes too late."
        }
        _ if says("error", "invalid_grant") => "Refused: what was handed in is not good any more.",
        TokenAnswer::Fields { .. } => {
            "Refused, for another reason than the code: Spotify’s own words are below."
        }
        TokenAnswer::Unreadable { .. } => {
            "Something answered that does not speak the protocol: trouble at Spotify, most likely. \
             Trying again later may help."
        }
        TokenAnswer::None(TransportError::Offline) => "This device is offline: nothing was sent.",
        TokenAnswer::None(_) => {
            "No answer came that this page may read: trouble at Spotify, a lost network, or a content \
             blocker."
        }
    }
}

fn granted(bench: Bench) -> El {
    let throw_away = move || {
        bench.change(Practice::let_go);
        bench.lead_to(Step::Exchange);
    };
    let is_waiting = move || bench.is_waiting.get();
    let choose = primary_button("Use this grant for the session", move || bench.use_grant());
    el("section")
        .class("panel what-if")
        .attr("aria-labelledby", "granted")
        .with(el("h3").attr("id", "granted").text("This grant is yours to try"))
        .with(el("p").text(
            "It is in the memory of this page only. Leave the page and it is gone; your session, if \
             you have one, knows nothing of it.",
        ))
        .with(
            el("div")
                .class("actions")
                .with(choose.live_flag("disabled", is_waiting))
                .with(quiet_button("Throw it away", throw_away).live_flag("disabled", is_waiting)),
        )
        .with(refreshing(bench))
}
