use super::{bench::Bench, message::message, verifier_field::verifier_field};
use crate::{
    oauth::Secret,
    ui::{
        components::{button, quiet_button},
        dom::{Piece, Var, el, live},
    },
    workshop::{Command, Reveal, Text, octets_of, steps::Origin},
};

/// What makes one in a shell.
const IN_A_SHELL: Command = Command::Fixed("openssl rand -base64 32 | tr '+/' '-_' | tr -d '='");

/// The first step.
pub fn verifier(bench: Bench) -> Piece {
    let lead = el("p").class("lead").text(
        "Thirty-two bytes from this browser’s random source, written in 43 letters that an address \
         can carry. Nobody but this tab knows them; whoever exchanges the code later has to show \
         them.",
    );
    let octets = live(move || {
        let octets = octets_of(&bench.verifier()?, &bench.revealed.get())?;
        let text = match octets {
            Reveal::Hidden(text) | Reveal::Shown(text) => text,
        };
        Some(
            el("p")
                .class("octets")
                .text("In hexadecimal: ")
                .with(el("code").text(&text)),
        )
    });
    Piece::from(lead)
        .and(shown_verifier(bench, true))
        .and(octets)
        .and(live(move || bench.is_draft().then(|| choices(bench))))
}

/// The verifier as it stands.
pub fn shown_verifier(bench: Bench, is_made_here: bool) -> Piece {
    let text = move || match bench.verifier() {
        Some(verifier) => Text::default().and_secret(&Secret::Verifier(verifier)),
        None => Text::plain("not a verifier yet"),
    };
    let command = move || is_made_here.then_some(IN_A_SHELL);
    message(bench, "code_verifier", text, command).into()
}

/// Other verifiers to try.
pub fn choices(bench: Bench) -> Piece {
    // What is no verifier yet is there to be put right.
    let is_wrong = bench
        .practice
        .with_untracked(|practice| practice.draft.verifier.is_err());
    let is_asked_for = Var::new(false);
    let is_writing = Var::new(is_wrong);
    let take = move |act: &dyn Fn()| {
        is_writing.set_if_new(false);
        bench.written().verifier.set(String::new());
        act();
    };
    let buttons = el("p")
        .class("actions")
        .with(button("New random bytes", move || take(&|| bench.draw())))
        .with(button("The example of the RFC", move || {
            take(&|| bench.change(|practice| practice.draft.take_example()));
        }))
        .with(quiet_button("Write your own", move || {
            is_asked_for.set(true);
            is_writing.set_if_new(true);
        }));
    let field = live(move || {
        is_writing.get().then(|| {
            let (text, takes) = (bench.written().verifier, is_asked_for.get_untracked());
            verifier_field(text, takes, move |text| {
                bench.change(|practice| practice.draft.write(text));
            })
        })
    });
    let origin = move || bench.practice.with(|practice| practice.draft.origin);
    let note = el("p")
        .class("fine")
        .live_text(move || said_of(origin()).to_owned());
    Piece::from(note).and(buttons).and(field)
}

const fn said_of(origin: Origin) -> &'static str {
    match origin {
        Origin::Random => "Made just now by this browser; a new one is made for every sign-in.",
        Origin::Example => {
            "This one is printed in RFC 7636, Appendix B. Everybody knows it, so it protects nothing: \
             it is there to compare one’s own work with."
        }
        Origin::Written => "Written by you. What can be guessed protects nothing.",
    }
}
