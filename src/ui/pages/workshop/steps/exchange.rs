use super::{bench::Bench, explained::explained, message::message, verifier_field::verifier_field};
use crate::{
    oauth::{CodeVerifier, ISSUER, Parameter, TOKEN_ENDPOINT, exchange_parameters},
    ui::{
        components::{button, focus_soon, primary_button, quiet_button},
        dom::{El, Piece, Var, derived, el, live},
    },
    workshop::{
        Command, Text,
        steps::{EXAMPLE_VERIFIER, Practice},
    },
};

/// The sixth step.
pub fn exchange(bench: Bench) -> Piece {
    let lead = el("p").class("lead").text(
        "The code is exchanged by a request of the page itself, which no address bar shows. It carries \
         the verifier: Spotify hashes it and compares. There is no client secret in it, and none \
         is needed.",
    );
    let parameters = move || sent(bench);
    let table = live(move || Some(explained(bench, &parameters()?)));
    let text = move || match parameters() {
        Some(parameters) => Text::form(&parameters),
        None => Text::plain("What was written is not a verifier yet."),
    };
    let command = move || Some(Command::post(&endpoint(), &parameters()?));
    Piece::from(lead)
        .and(message(bench, "POST /api/token", text, command))
        .and(table)
        .and(live(move || bench.is_practice().then(|| tries(bench))))
}

/// The address that codes are exchanged at.
pub fn endpoint() -> String {
    format!("{ISSUER}{TOKEN_ENDPOINT}")
}

/// What was sent; or, in a practice run, what would be.
fn sent(bench: Bench) -> Option<Vec<Parameter>> {
    if bench.is_practice() {
        let callback = bench.practice.with(Practice::to_exchange)?;
        return Some(exchange_parameters(&callback));
    }
    Some(bench.exchange()?.sent)
}

fn tries(bench: Bench) -> Piece {
    let is_again = derived(move || bench.exchange().is_some());
    let label = move || {
        if is_again.get() {
            "Exchange it again"
        } else {
            "Exchange the code"
        }
    };
    let cannot = move || bench.is_waiting.get() || sent(bench).is_none();
    let act = primary_button("", move || bench.exchange_now())
        .live_text(move || label().to_owned())
        .live_flag("disabled", cannot);
    let note = live(move || {
        is_again.get().then(|| {
            el("p").class("fine").text(
                "A code works once. The second time, Spotify’s answer is a lesson and not a mistake.",
            )
        })
    });
    Piece::from(el("div").class("actions").with(act).with(note)).and(another_verifier(bench))
}

fn another_verifier(bench: Bench) -> El {
    // What is no verifier yet is there to be put right.
    let is_wrong = bench
        .practice
        .with_untracked(|practice| practice.instead.as_ref().is_some_and(Result::is_err));
    let is_asked_for = Var::new(false);
    let is_writing = Var::new(is_wrong);
    let put = move |verifier: Option<Result<CodeVerifier, _>>| {
        bench.change(|practice| practice.instead = verifier);
    };
    let field = live(move || {
        is_writing.get().then(|| {
            let (text, takes) = (bench.written().instead, is_asked_for.get_untracked());
            verifier_field(text, takes, move |text| {
                put(Some(CodeVerifier::parse(text)));
            })
        })
    });
    let is_other = derived(move || bench.practice.with(|practice| practice.instead.is_some()));
    let write = button("Write one", move || {
        is_asked_for.set(true);
        is_writing.set_if_new(true);
    });
    let to_focus = write.clone();
    let back = live(move || {
        let to_focus = to_focus.clone();
        is_other.get().then(|| {
            quiet_button("Back to the right one", move || {
                is_writing.set(false);
                bench.written().instead.set(String::new());
                put(None);
                // The button that has the keyboard goes.
                focus_soon(to_focus.clone());
            })
        })
    });
    let note = live(move || {
        is_other.get().then(|| {
            el("p").attr("role", "status").text(
                "The request above now has another verifier than the one whose hash was sent.",
            )
        })
    });
    el("section")
        .class("panel what-if")
        .attr("aria-labelledby", "other-verifier")
        .with(
            el("h3")
                .attr("id", "other-verifier")
                .text("What if the verifier were wrong?"),
        )
        .with(el("p").text(
            "Whoever steals a code has no verifier that fits. Send another one and see what Spotify \
             answers; the code may be used up by that.",
        ))
        .with(
            el("p")
                .class("actions")
                .with(button("The example of the RFC", move || {
                    is_writing.set_if_new(false);
                    bench.written().instead.set(String::new());
                    put(Some(CodeVerifier::parse(EXAMPLE_VERIFIER)));
                }))
                .with(write)
                .with(back),
        )
        .with(field)
        .with(note)
}
