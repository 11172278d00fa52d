use super::{
    quoting::{Escapes, double, shell},
    *,
};
use crate::spotify::endpoints::search;

const NASTY: &str = "it's \"q\" \\ $HOME `id` ${x}\n\tÅ🎧 {y} #";

fn client_id() -> ClientId {
    ClientId::parse("4f1c0a9be27d4d0c8a6f7e35b1902d6c").expect("well-formed")
}

fn recipes() -> Vec<Recipe> {
    let entries = [("q", "a'b\"$c"), ("type", "album")];
    let call = search::SEARCH.filled(&entries).expect("a call");
    vec![
        Recipe::read(&call),
        Recipe::exchange(&client_id(), NASTY),
        Recipe::refresh(&client_id()),
        Recipe::exchange_with_secret(&client_id(), NASTY),
        Recipe::refresh_with_secret(&client_id()),
        Recipe::client_credentials(&client_id()),
    ]
}

#[test]
fn texts_are_written_so_that_they_are_read_again() {
    assert_eq!(shell("it's $x"), r"'it'\''s $x'");
    assert_eq!(shell(""), "''");
    assert_eq!(shell("https://x.test/a=b"), "https://x.test/a=b");
    assert_eq!(
        double(NASTY, Escapes::Braces),
        r#""it's \"q\" \\ $HOME `id` ${x}\n\tÅ🎧 {y} #""#
    );
    let unseen = "\u{7f}\u{202e}\u{2028}\r\u{0}";
    assert_eq!(
        double(unseen, Escapes::Braces),
        r#""\u{7f}\u{202e}\u{2028}\r\u{0}""#
    );
    assert_eq!(
        double(unseen, Escapes::Fixed),
        r#""\u007f\u202e\u2028\r\u0000""#
    );
}

#[test]
fn every_variable_is_read_from_the_environment_and_from_nowhere_else() {
    for recipe in recipes() {
        for language in Language::ALL {
            let code = recipe.write(language);
            for variable in recipe.variables() {
                let name = variable.name();
                let way = match language {
                    Language::Curl => format!("${{{name}:?}}\""),
                    Language::Python => format!("os.environ[\"{name}\"]"),
                    Language::Rust => format!("env::var(\"{name}\")?"),
                    Language::TypeScript => format!("setting(\"{name}\")"),
                };
                assert_eq!(code.matches(name).count(), 1, "{code}");
                assert!(code.contains(&way), "{code}");
            }
        }
    }
}

#[test]
fn only_what_has_a_secret_asks_for_one() {
    let of_secret = |recipe: &Recipe| recipe.variables().contains(&Variable::ClientSecret);
    let with: Vec<_> = recipes().iter().map(of_secret).collect();
    assert_eq!(with, [false, false, false, true, true, true]);
}

#[test]
fn a_read_in_each_language() {
    let url = "https://api.spotify.com/v1/search?q=a%27b%22%24c&type=album";
    let code = |language| recipes()[0].write(language);
    assert_eq!(
        code(Language::Curl),
        format!(
            "curl --url '{url}' \\\n  \
             --header \"Authorization: Bearer ${{SPOTIFY_ACCESS_TOKEN:?}}\""
        )
    );
    assert_eq!(
        code(Language::Python),
        format!(
            "import os\n\nimport requests\n\nanswer = requests.get(\n    \"{url}\",\n    \
             headers={{\"Authorization\": \"Bearer \" + os.environ[\"SPOTIFY_ACCESS_TOKEN\"]}},\n    \
             timeout=20,\n)\nprint(answer.status_code)\nprint(answer.content.decode())\n"
        )
    );
    assert!(code(Language::Rust).contains(&format!(
        "        .get(\"{url}\")\n        .bearer_auth(env::var(\"SPOTIFY_ACCESS_TOKEN\")?)\n        \
         .send()?;\n"
    )));
    assert!(code(Language::TypeScript).contains(&format!(
        "const answer = await fetch(\"{url}\", {{\n  \
         headers: {{ Authorization: `Bearer ${{setting(\"SPOTIFY_ACCESS_TOKEN\")}}` }},\n}});\n"
    )));
}

#[test]
fn a_secret_stands_behind_the_client_id() {
    let code = |language| recipes()[5].write(language);
    assert!(code(Language::Curl).contains(
        "--user \"4f1c0a9be27d4d0c8a6f7e35b1902d6c:${SPOTIFY_CLIENT_SECRET:?}\" \\\n  \
         --data-urlencode grant_type=client_credentials"
    ));
    assert!(code(Language::Python).contains(
        "auth=(\"4f1c0a9be27d4d0c8a6f7e35b1902d6c\", os.environ[\"SPOTIFY_CLIENT_SECRET\"])"
    ));
    assert!(code(Language::TypeScript).contains(
        "`Basic ${btoa(\"4f1c0a9be27d4d0c8a6f7e35b1902d6c:\" + setting(\"SPOTIFY_CLIENT_SECRET\"))}`"
    ));
}
