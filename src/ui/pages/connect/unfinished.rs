use crate::ui::dom::{El, el};

/// What Spotify's own page says, and what it means (contract 1.2).
const SAID: [(&str, &str); 4] = [
    (
        "INVALID_CLIENT: Invalid redirect URI",
        "The redirect URI of step 2 is not registered, or differs by a letter, a port or a slash.",
    ),
    (
        "INVALID_CLIENT: Invalid client",
        "The client ID above is not the one of your app.",
    ),
    ("Illegal scope", "This passes: try again in a few minutes."),
    (
        "… nothing of the kind",
        "You may have pressed Back, or be signed in to Spotify with another account: “Use another \
         account” lets you choose.",
    ),
];

/// For those who come back from Spotify's page with no answer.
pub fn unfinished(is_open: bool) -> El {
    let said = SAID.map(|(said, meaning)| [el("dt").text(said), el("dd").text(meaning)]);
    let details = el("details")
        .class("unfinished")
        .with(el("summary").text("Came back without finishing?"))
        .with(el("p").text(
            "Spotify shows some mistakes on its own page and never tells this one. If it said …",
        ))
        .with(el("dl").with(said));
    if is_open {
        details.flag("open")
    } else {
        details
    }
}
