use crate::ui::dom::{El, el};

/// One way, in the same words as the others.
struct Way {
    name: &'static str,
    place: &'static str,
    facts: [(&'static str, &'static str); 5],
    source: &'static str,
}

static WAYS: [Way; 3] = [
    Way {
        name: "Authorization code with PKCE",
        place: "Here",
        facts: [
            (
                "Needs",
                "A client ID, and a fresh verifier for each attempt.",
            ),
            ("Speaks for", "A listener who agreed."),
            ("Gives", "An access token and a refresh token."),
            (
                "Lasts",
                "An hour at a time, six months in all; then the listener agrees again.",
            ),
            (
                "Belongs",
                "In browsers, phones and programs on a desk: wherever a secret could be read.",
            ),
        ],
        source: "RFC 7636 · RFC 6749 §4.1",
    },
    Way {
        name: "Authorization code with a secret",
        place: "Server only",
        facts: [
            ("Needs", "A client ID and the client secret."),
            ("Speaks for", "A listener who agreed."),
            ("Gives", "An access token and a refresh token."),
            (
                "Lasts",
                "An hour at a time, six months in all; then the listener agrees again.",
            ),
            (
                "Belongs",
                "On a server that keeps the secret and the tokens to itself.",
            ),
        ],
        source: "RFC 6749 §4.1",
    },
    Way {
        name: "Client credentials",
        place: "Server only",
        facts: [
            ("Needs", "A client ID and the client secret."),
            (
                "Speaks for",
                "The app alone: there is no listener behind it.",
            ),
            ("Gives", "An access token; no refresh token."),
            ("Lasts", "An hour; then the server asks for another."),
            (
                "Belongs",
                "On a server that reads what is open to all: the catalogue and search.",
            ),
        ],
        source: "RFC 6749 §4.4",
    },
];

/// The three ways side by side.
pub fn cards() -> El {
    el("div").class("ways").with(WAYS.each_ref().map(card))
}

fn card(way: &Way) -> El {
    let facts = way.facts.map(|(term, words)| {
        el("div")
            .with(el("dt").text(term))
            .with(el("dd").text(words))
    });
    el("section")
        .class("panel way")
        .with(el("p").class("way-place").text(way.place))
        .with(el("h2").text(way.name))
        .with(el("dl").with(facts))
        .with(el("p").class("fine").text(way.source))
}
