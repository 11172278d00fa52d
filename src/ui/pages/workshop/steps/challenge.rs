use super::{
    bench::Bench,
    message::message,
    verifier::{choices, shown_verifier},
};
use crate::{
    oauth::CodeChallenge,
    ui::{
        components::{Icon, icon},
        dom::{Piece, el, live},
    },
    workshop::{Command, Text, hash_of, steps::EXAMPLE_CHALLENGE},
};

/// What hashes one in a shell.
const IN_A_SHELL: Command = Command::Fixed(
    "printf %s \"${SPOTIFY_CODE_VERIFIER:?}\" | openssl dgst -sha256 -binary | openssl base64 | tr '+/' '-_' | tr -d '='",
);

/// The second step.
pub fn challenge(bench: Bench) -> Piece {
    let lead = el("p").class("lead").text(
        "At first Spotify is given only a hash of the verifier. Nobody can turn it back; but whoever \
         shows the verifier later shows where the hash came from.",
    );
    let hash = move || match bench.verifier() {
        Some(verifier) => Text::plain(hash_of(&verifier)),
        None => Text::plain("—"),
    };
    let challenge = move || {
        bench
            .verifier()
            .map(|verifier| CodeChallenge::of(&verifier))
    };
    let written = move || match challenge() {
        Some(challenge) => Text::plain(challenge.as_str()),
        None => Text::plain("—"),
    };
    let is_example = live(move || {
        let is_printed = challenge().is_some_and(|own| own.as_str() == EXAMPLE_CHALLENGE);
        is_printed.then(|| {
            el("p")
                .class("hint good")
                .with(icon(Icon::Tick))
                .text("The challenge that RFC 7636 prints in Appendix B.")
        })
    });
    Piece::from(lead)
        .and(shown_verifier(bench, false))
        .and(message(bench, "SHA-256, in hexadecimal", hash, || None))
        .and(message(
            bench,
            "code_challenge, in base64url",
            written,
            || Some(IN_A_SHELL),
        ))
        .and(is_example)
        .and(live(move || bench.is_draft().then(|| choices(bench))))
}
