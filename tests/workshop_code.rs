//! Requests as shell code, as a shell reads them.

#![expect(clippy::expect_used, reason = "a test may fail in this way")]

use std::process::{Command, Output};

use cratedigger::{
    oauth::ClientId,
    spotify::endpoints::search,
    workshop::code::{Language, Recipe},
};

/// Stands in for `curl` and says what it was called with, a zero byte after
/// each.
const CURL: &str = "curl() { for word; do printf '%s\\0' \"$word\"; done; }\n";

const CLIENT_ID: &str = "4f1c0a9be27d4d0c8a6f7e35b1902d6c";

fn client_id() -> ClientId {
    ClientId::parse(CLIENT_ID).expect("well-formed")
}

fn run(recipe: &Recipe, variables: &[(&str, &str)]) -> Output {
    Command::new("sh")
        .arg("-c")
        .arg(format!("{CURL}{}", recipe.write(Language::Curl)))
        .env_clear()
        .envs(variables.iter().copied())
        .output()
        .expect("a shell")
}

fn words(recipe: &Recipe, variables: &[(&str, &str)]) -> Vec<String> {
    let output = run(recipe, variables);
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let words = text.split_terminator('\0');
    words.map(str::to_owned).collect()
}

#[test]
fn a_shell_hands_over_what_was_meant() {
    let nasty = "it's \"q\" \\ $HOME `id` ${x}\n\tÅ🎧 {y} # \\'";
    let token = "a\"b $c `d`";
    assert_eq!(
        words(
            &Recipe::exchange(&client_id(), nasty),
            &[
                ("SPOTIFY_AUTHORIZATION_CODE", token),
                ("SPOTIFY_CODE_VERIFIER", "v"),
            ]
        ),
        [
            "--url",
            "https://accounts.spotify.com/api/token",
            "--data-urlencode",
            "grant_type=authorization_code",
            "--data-urlencode",
            &format!("code={token}"),
            "--data-urlencode",
            &format!("redirect_uri={nasty}"),
            "--data-urlencode",
            &format!("client_id={CLIENT_ID}"),
            "--data-urlencode",
            "code_verifier=v",
        ]
    );
    let entries = [("q", nasty), ("type", "album")];
    let call = search::SEARCH.filled(&entries).expect("a call");
    assert_eq!(
        words(&Recipe::read(&call), &[("SPOTIFY_ACCESS_TOKEN", token)]),
        [
            "--url",
            &format!("https://api.spotify.com{}", call.path()),
            "--header",
            &format!("Authorization: Bearer {token}"),
        ]
    );
}

#[test]
fn what_the_environment_lacks_stops_the_shell() {
    let output = run(&Recipe::client_credentials(&client_id()), &[]);
    assert!(!output.status.success() && output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(said.contains("SPOTIFY_CLIENT_SECRET"), "{said}");
}
