//! What no source may contain, and what only the files named here may.

#![expect(clippy::expect_used, reason = "a test may fail in this way")]

#[path = "support/source.rs"]
mod source;

use source::{Breach, sources};

/// Where secrets become text: the file, the secret as the code names it, and
/// why it must.
const EXPOSED: &[(&str, &str, &str)] = &[
    (
        "oauth/parameter.rs",
        "secret",
        "the protocol: what is sent as a parameter",
    ),
    (
        "oauth/pkce.rs",
        "verifier",
        "the protocol: the challenge is its hash",
    ),
    ("session/records.rs", "request.state", "the vault"),
    ("session/records.rs", "request.verifier", "the vault"),
    ("session/records.rs", "tokens.access", "the vault"),
    ("session/records.rs", "RefreshToken", "the vault"),
    (
        "session/vault.rs",
        "state",
        "the vault: what is pending is kept by its state",
    ),
    (
        "session/message.rs",
        "tokens.access",
        "handed to a copy of the tab, or to one opened from it, on this origin",
    ),
    ("spotify/client/sending.rs", "token", "the bearer header"),
    (
        "workshop/secrets.rs",
        "secret",
        "the workshop: whoever looks at a sign-in may see its secrets, each when they ask for it",
    ),
    (
        "workshop/secrets.rs",
        "verifier",
        "the workshop: the bytes of the verifier, shown when it is",
    ),
    (
        "player_window/link.rs",
        "key",
        "this tab's storage: the window outlives a reload of the page",
    ),
    (
        "platform/player_window.rs",
        "key",
        "the fragment of the window's address, which no server is sent",
    ),
    (
        "platform/sdk.rs",
        "token",
        "handed to Spotify's SDK, in a page without a session",
    ),
    (
        "player_window/message.rs",
        "access",
        "handed to the player window, on a channel that only it can name",
    ),
];

/// What a line outside its places may not contain: the words, the only files
/// that may, and why nobody else.
const FORBIDDEN: &[(&[&str], &[&str], &str)] = &[
    (&["unsafe"], &[], "nothing here needs it"),
    (
        &["Math.random", "Math::random", "rand::", "fastrand"],
        &[],
        "secrets need getrandom",
    ),
    (
        &["getrandom"],
        &["platform/random.rs"],
        "there is one source of random",
    ),
    (
        &["inner_html", "outer_html", "insert_adjacent_html"],
        &[],
        "text is shown as text",
    ),
    (&["client_secret"], &[], "a public client has no secret"),
    (
        &["Basic "],
        // The expression that puts it together on the listener's own machine.
        &["workshop/code/typescript.rs", "workshop/code/tests.rs"],
        "a public client has no secret",
    ),
    (
        &["ClientSecret", "CLIENT_SECRET"],
        &[
            "workshop/code/mod.rs",
            "workshop/code/curl.rs",
            "workshop/code/python.rs",
            "workshop/code/rust.rs",
            "workshop/code/typescript.rs",
            "workshop/code/tests.rs",
        ],
        "a secret is the name of a variable in code for elsewhere, and nothing else",
    ),
    (
        &[
            "dbg!",
            "eprintln!",
            "console_log",
            "console::log",
            "leptos::logging",
        ],
        &[],
        "no logging",
    ),
    (
        &["println!"],
        // The second is code for elsewhere.
        &["main.rs", "workshop/code/rust.rs"],
        "only to say where to run it instead",
    ),
    (
        &["console::"],
        &["platform/panic.rs"],
        "only to say where it stopped",
    ),
    (
        &["\"script\""],
        &["platform/script.rs"],
        "there is one place that adds a script",
    ),
    (
        &["https://sdk"],
        &["config.rs"],
        "there is one script that is not ours",
    ),
    (
        &["script::add_script"],
        &["platform/sdk.rs"],
        "only the player window loads the SDK",
    ),
    (
        &["open_with_url"],
        &["platform/player_window.rs"],
        "only the player window is opened, and without a way back",
    ),
    (
        &["\"Bearer", "Bearer {"],
        // What follows is code for elsewhere, and reads the token there.
        &[
            "spotify/client/sending.rs",
            "workshop/code/curl.rs",
            "workshop/code/python.rs",
            "workshop/code/tests.rs",
        ],
        "only the client attaches the token",
    ),
];

/// More lines than a file should have.
const LONGEST_FILE: usize = 350;

/// What `expose` stands behind in a line, each time: a secret, or the type of
/// one.
fn exposed(line: &str) -> Vec<&str> {
    line.match_indices("expose")
        .map(|(at, _)| &line[..at])
        .filter(|before| !before.ends_with("fn "))
        .map(|before| last_path(before.trim_end_matches(['.', ':'])))
        .collect()
}

/// The path that `code` ends with, such as `a.b` or `a.b()`.
fn last_path(code: &str) -> &str {
    let path = code.strip_suffix("()").unwrap_or(code);
    let is_of_a_path = |letter: char| letter.is_alphanumeric() || "_.".contains(letter);
    let start = path.rfind(|letter| !is_of_a_path(letter));
    &code[start.map_or(0, |at| at + 1)..]
}

#[test]
fn secrets_become_text_only_where_it_is_listed() {
    let mut met = Vec::new();
    for source in sources() {
        for (number, line) in source.code() {
            for secret in exposed(line) {
                let entry = EXPOSED
                    .iter()
                    .position(|(file, name, _)| *file == source.path && *name == secret);
                met.extend(entry);
                let breach = source.breach(number, line);
                assert!(entry.is_some(), "not in the list of this test: {breach:?}");
            }
        }
    }
    for (index, (file, name, reason)) in EXPOSED.iter().enumerate() {
        let is_met = met.contains(&index);
        assert!(is_met, "src/{file} no longer exposes {name} ({reason})");
    }
}

#[test]
fn nothing_forbidden_stands_anywhere_but_in_its_place() {
    for (words, places, reason) in FORBIDDEN {
        let breaches: Vec<Breach> = sources()
            .iter()
            .filter(|source| !places.contains(&source.path.as_str()))
            .flat_map(|source| source.lines_with(words))
            .collect();
        assert_eq!(breaches, [], "{reason}");
    }
}

#[test]
fn nothing_gets_a_style_attribute() {
    let breaches: Vec<Breach> = sources()
        .iter()
        .flat_map(|source| source.lines_with(&["attr(\"style\"", "set_attribute(\"style\""]))
        .collect();
    assert_eq!(breaches, [], "the policy blocks these: use `El::style`");
}

#[test]
fn views_are_written_in_one_way() {
    let breaches: Vec<Breach> = sources()
        .iter()
        .flat_map(|source| source.lines_with(&["view!", "#[component]", "IntoView"]))
        .collect();
    assert_eq!(breaches, [], "see `ui/dom`: these make the bundle large");
}

/// The addresses that links get: the file, what stands behind `"href", `, and
/// why that leads nowhere bad.
const LINKS: &[(&str, &str, &str)] = &[
    (
        "ui/components/links.rs",
        "&platform::href(&to))",
        "takes a `Route`",
    ),
    (
        "ui/components/links.rs",
        "move || Some(platform::href(&to())))",
        "takes a `Route`",
    ),
    (
        "ui/components/links.rs",
        "href)",
        "a literal, or what `ExternalUrls::open_spotify` let through",
    ),
    (
        "platform/files.rs",
        "&address)",
        "a file that the browser is to save",
    ),
    ("ui/framed.rs", "&platform::base_path())", "the app itself"),
    (
        "ui/player_window/mod.rs",
        "&platform::base_path())",
        "the app itself",
    ),
    (
        "ui/pages/connect/address_notice.rs",
        "&address)",
        "this page at 127.0.0.1",
    ),
    (
        "ui/pages/settings/about.rs",
        "&licences)",
        "a file of the bundle",
    ),
    ("ui/shell.rs", "\"#page\")", "this page"),
    (
        "ui/shell.rs",
        "\"https://open.spotify.com/\")",
        "Spotify, written out",
    ),
];

#[test]
fn every_address_in_the_app_is_made_by_route() {
    let mut met = Vec::new();
    for source in sources() {
        for (number, line) in source.code() {
            for (at, way) in line.match_indices("\"href\", ") {
                let target = &line[at + way.len()..];
                let entry = LINKS
                    .iter()
                    .position(|(file, start, _)| *file == source.path && target.starts_with(start));
                met.extend(entry);
                let breach = source.breach(number, line);
                assert!(entry.is_some(), "may lead anywhere: {breach:?}");
            }
        }
    }
    for (index, (file, target, _)) in LINKS.iter().enumerate() {
        assert!(met.contains(&index), "src/{file} has no {target} any more");
    }
}

#[test]
fn a_page_in_a_new_tab_knows_nothing_of_this_one() {
    for source in sources() {
        for (at, _) in source.text.match_indices(".attr(\"target\", \"_blank\")") {
            let next = source.text[at..].lines().nth(1).unwrap_or_default();
            assert_eq!(
                next.trim_end_matches(';').trim(),
                ".attr(\"rel\", \"noopener noreferrer\")",
                "src/{}: it stands in the next line",
                source.path
            );
        }
    }
}

#[test]
fn no_file_is_long() {
    for source in sources() {
        let lines = source.text.lines().count();
        let path = source.path;
        assert!(
            lines <= LONGEST_FILE,
            "src/{path} has {lines} lines: it holds two ideas"
        );
    }
}
