use super::{
    Revealed, Text,
    code::{Variable, Word, curl},
    secrets::Reveal,
    text::Part,
};
use crate::oauth::{Parameter, Secret};

/// What does the same in a shell. A secret stands there as a variable of the
/// shell, unless somebody asked to see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Without a secret, and without anything of this page's.
    Fixed(&'static str),
    /// What `curl` is called with, in lines.
    Curl(Vec<Vec<Text>>),
}

impl Command {
    /// Asks for an address of the authorization endpoint: what it answers is
    /// where to go next.
    pub fn authorize(address: Text) -> Self {
        Self::Curl(vec![
            ["--silent", "--output", "/dev/null"]
                .map(Text::plain)
                .to_vec(),
            ["--write-out", "%{redirect_url}\\n"]
                .map(Text::plain)
                .to_vec(),
            vec![Text::plain("--url"), address],
        ])
    }

    /// Sends a form.
    pub fn post(address: &str, parameters: &[Parameter]) -> Self {
        let fields = parameters.iter().map(|parameter| {
            let field = Text::plain(format!("{}=", parameter.name));
            let field = field.and_value(parameter, str::to_owned);
            vec![Text::plain("--data-urlencode"), field]
        });
        Self::Curl([url(address)].into_iter().chain(fields).collect())
    }

    /// Calls the Web API as the bearer of a token.
    pub fn call(address: &str, token: &Secret) -> Self {
        let bearer = Text::plain("Authorization: Bearer ").and_secret(token);
        Self::Curl(vec![url(address), vec![Text::plain("--header"), bearer]])
    }

    /// The command as text.
    pub fn written(&self, revealed: &Revealed) -> String {
        match self {
            Self::Fixed(text) => (*text).to_owned(),
            Self::Curl(lines) => {
                let word = |text: &Text| word(text, revealed);
                curl(lines.iter().map(|line| line.iter().map(word).collect()))
            }
        }
    }
}

fn url(address: &str) -> Vec<Text> {
    vec![Text::plain("--url"), Text::plain(address)]
}

fn word(text: &Text, revealed: &Revealed) -> Word {
    let parts = text.0.iter();
    parts.fold(Word::default(), |word, part| match part {
        Part::Plain(text) => word.and(text),
        Part::Secret(secret) => match revealed.show(secret) {
            Reveal::Hidden(_) => word.and_variable(variable(secret)),
            Reveal::Shown(text) => word.and(text),
        },
    })
}

const fn variable(secret: &Secret) -> &'static str {
    match secret {
        Secret::Verifier(_) => Variable::CodeVerifier.name(),
        Secret::State(_) => "SPOTIFY_STATE",
        Secret::Code(_) => Variable::Code.name(),
        Secret::Access(_) => Variable::AccessToken.name(),
        Secret::Refresh(_) => Variable::RefreshToken.name(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oauth::{AccessToken, AuthorizationCode, CodeVerifier, State};

    fn code() -> Secret {
        Secret::Code(AuthorizationCode::new("AQ'x".to_owned()))
    }

    fn parameters() -> [Parameter; 4] {
        let verifier = CodeVerifier::new("v".to_owned());
        [
            Parameter::plain("grant_type", "authorization_code"),
            Parameter::secret("code", code()),
            Parameter::plain("redirect_uri", "http://[::1]:8080/"),
            Parameter::secret("code_verifier", Secret::Verifier(verifier)),
        ]
    }

    #[test]
    fn secrets_are_variables_of_the_shell() {
        let command = Command::post("https://x.test/api/token", &parameters());
        assert_eq!(
            command.written(&Revealed::default()),
            "curl --url https://x.test/api/token \\\n  \
             --data-urlencode grant_type=authorization_code \\\n  \
             --data-urlencode \"code=${SPOTIFY_AUTHORIZATION_CODE:?}\" \\\n  \
             --data-urlencode 'redirect_uri=http://[::1]:8080/' \\\n  \
             --data-urlencode \"code_verifier=${SPOTIFY_CODE_VERIFIER:?}\""
        );
    }

    #[test]
    fn a_secret_that_was_asked_for_is_quoted() {
        let revealed = Revealed::default().toggled(&code());
        let command = Command::post("https://x.test/", &parameters());
        let written = command.written(&revealed);
        assert!(written.contains(" 'code=AQ'\\''x' "), "{written}");
        assert!(written.contains("\"code_verifier=${SPOTIFY_CODE_VERIFIER:?}\""));
    }

    #[test]
    fn an_address_is_quoted_around_its_secrets() {
        let state = Secret::State(State::new("s".to_owned()));
        let parameters = [
            Parameter::plain("scope", "a b"),
            Parameter::secret("state", state),
            Parameter::plain("show_dialog", "true"),
        ];
        let address = Text::address("https://x.test/authorize", &parameters);
        assert_eq!(
            Command::authorize(address).written(&Revealed::default()),
            "curl --silent --output /dev/null \\\n  \
             --write-out '%{redirect_url}\\n' \\\n  \
             --url \"https://x.test/authorize?scope=a%20b&state=${SPOTIFY_STATE:?}&show_dialog=true\""
        );
    }

    #[test]
    fn what_means_something_between_double_quotes_stands_between_others() {
        let parameters = [
            Parameter::plain("q", "x"),
            Parameter::secret("code", code()),
        ];
        let address = Text::address("https://x.test/$HOME", &parameters);
        let written = Command::authorize(address).written(&Revealed::default());
        assert!(
            written.ends_with(
                "--url 'https://x.test/$HOME?q=x&code='\"${SPOTIFY_AUTHORIZATION_CODE:?}\""
            ),
            "{written}"
        );
    }

    #[test]
    fn a_call_bears_its_token() {
        let token = Secret::Access(AccessToken::new("BQ".to_owned()));
        let command = Command::call("https://x.test/v1/me", &token);
        assert_eq!(
            command.written(&Revealed::default()),
            "curl --url https://x.test/v1/me \\\n  \
             --header \"Authorization: Bearer ${SPOTIFY_ACCESS_TOKEN:?}\""
        );
    }
}
