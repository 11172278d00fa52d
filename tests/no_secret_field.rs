//! What the app asks for, all of it: never the secret of a Spotify app.

#![expect(clippy::expect_used, reason = "a test may fail in this way")]

#[path = "support/source.rs"]
mod source;

use source::sources;

/// Every place where something can be typed, pasted or chosen: the file, how
/// many there are, and what is asked for. None of them is a client secret.
const FIELDS: &[(&str, usize, &str)] = &[
    ("ui/items/filter.rs", 1, "which entries of a list"),
    ("ui/pages/connect/client_id_field.rs", 1, "the client ID"),
    ("ui/pages/home/search_field.rs", 1, "what to search for"),
    ("ui/pages/queue/keep.rs", 1, "the name of a playlist"),
    ("ui/pages/search/field.rs", 1, "what to search for"),
    ("ui/pages/settings/appearance.rs", 1, "how it looks"),
    ("ui/pages/settings/leaving.rs", 1, "whether to forget"),
    ("ui/pages/settings/permissions.rs", 1, "which to keep"),
    ("ui/pages/settings/transfer.rs", 1, "a file of settings"),
    ("ui/pages/workshop/client_id.rs", 1, "the client ID"),
    ("ui/pages/workshop/field.rs", 1, "what those below ask for"),
    (
        "ui/pages/workshop/steps/request.rs",
        1,
        "whether to show the dialog",
    ),
    ("ui/pages/workshop/steps/scopes.rs", 1, "which scopes"),
    (
        "ui/pages/workshop/steps/verifier_field.rs",
        1,
        "the verifier of a practice run",
    ),
    ("ui/pages/workshop/token/endpoints.rs", 1, "which endpoints"),
    (
        "ui/pages/workshop/token/fields.rs",
        5,
        "parameters of a read",
    ),
    ("ui/pages/workshop/token/paste.rs", 1, "an access token"),
    ("ui/pages/workshop/ways/your_app.rs", 1, "a redirect URI"),
    ("ui/player/slider.rs", 1, "how loud, and where in a track"),
];

#[test]
fn nobody_is_asked_for_a_secret() {
    let ways_in = [
        "el(\"input\")",
        "el(\"textarea\")",
        ".attr(\"contenteditable",
        "text_field(\"",
        "text_field(&id",
        "text_field(id,",
    ];
    let sources = sources();
    let counted: Vec<(&str, usize)> = sources
        .iter()
        .map(|source| (source.path.as_str(), source.lines_with(&ways_in).len()))
        .filter(|(_, fields)| *fields > 0)
        .collect();
    let listed: Vec<_> = FIELDS
        .iter()
        .map(|(file, fields, _)| (*file, *fields))
        .collect();
    assert_eq!(counted, listed, "what does the new field ask for?");
    let asks = FIELDS.iter().find(|(_, _, what)| what.contains("secret"));
    assert_eq!(asks, None);
    // A password is offered to be kept by the browser, so no field is one.
    let dots = ["\"password\"", "text-security"];
    let hidden: Vec<&str> = sources
        .iter()
        .filter(|source| !source.lines_with(&dots).is_empty())
        .map(|source| source.path.as_str())
        .collect();
    assert_eq!(hidden, ["ui/pages/workshop/token/paste.rs"]);
}
