use crate::{
    oauth::{Parameter, Value},
    ui::dom::{El, el},
    workshop::Revealed,
};

use super::bench::Bench;
use crate::workshop::Text;

/// The parameters of a message, each with what it is for.
pub fn explained(bench: Bench, parameters: &[Parameter]) -> El {
    let revealed = bench.revealed.get();
    let rows = parameters.iter().map(|parameter| row(parameter, &revealed));
    el("dl").class("parameters").with(rows.collect::<Vec<_>>())
}

fn row(parameter: &Parameter, revealed: &Revealed) -> El {
    let value = Text::default().and_value(parameter, str::to_owned);
    let spans = value.shown(revealed);
    let text: String = spans.into_iter().map(|span| span.text).collect();
    let class = match parameter.value {
        Value::Secret(_) => "secret",
        Value::Plain(_) => "",
    };
    let text = if text.is_empty() { "—" } else { &text };
    el("div")
        .with(el("dt").with(el("code").text(parameter.name)))
        .with(el("dd").with(el("code").class(class).text(text)))
        .with(el("dd").class("fine").text(why(parameter.name)))
}

/// What a parameter is for.
fn why(name: &str) -> &'static str {
    match name {
        "client_id" => "Which app asks. It is no secret.",
        "response_type" => "A code, which is worth nothing without the verifier.",
        "redirect_uri" => "Where Spotify sends you back to, letter by letter as it is registered.",
        "state" => "Comes back as it is: so this tab knows the answer for its own.",
        "scope" => "What the app may do. Ask for the least.",
        "code_challenge_method" => {
            "SHA-256. The other method there is, plain, would send the verifier itself."
        }
        "code_challenge" => "The hash of the verifier.",
        "show_dialog" => "Asks even someone who agreed before. Spotify’s own, in no RFC.",
        "grant_type" => "What is handed in: a code.",
        "code" => "From the callback. It works once, for some ten minutes.",
        "code_verifier" => "Spotify hashes it, and compares that with the challenge it was given.",
        "access_token" => "Opens the Web API, for whoever holds it.",
        "token_type" => "Whoever bears it may use it: nothing else is asked.",
        "expires_in" => "For how many seconds.",
        "refresh_token" => {
            "Brings new access tokens, for six months from your consent. The one to guard best."
        }
        "error" => "What kind of refusal it is.",
        "error_description" => "Spotify’s own words.",
        _ => "",
    }
}
