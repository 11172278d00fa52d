use serde_json::Value as Json;

use super::{Reveal, Revealed};
use crate::oauth::{Parameter, Secret, Value, percent_encoded};

/// A text with secrets in it, such as an address or a body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub(super) Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Plain(String),
    Secret(Secret),
}

/// A stretch of a text as it may be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// What is shown.
    pub text: String,
    /// Whether it stands for a secret, or is one.
    pub is_secret: bool,
}

impl Text {
    /// A text without secrets.
    pub fn plain(text: impl Into<String>) -> Self {
        Self(vec![Part::Plain(text.into())])
    }

    /// With this behind it.
    #[must_use]
    pub fn and(mut self, text: impl Into<String>) -> Self {
        let text = text.into();
        match self.0.last_mut() {
            Some(Part::Plain(before)) => before.push_str(&text),
            _ => self.0.push(Part::Plain(text)),
        }
        self
    }

    /// With a secret behind it.
    #[must_use]
    pub fn and_secret(mut self, secret: &Secret) -> Self {
        self.0.push(Part::Secret(secret.clone()));
        self
    }

    /// With the value of a parameter behind it, as `write` writes those that
    /// anybody may see.
    #[must_use]
    pub fn and_value(self, parameter: &Parameter, write: impl Fn(&str) -> String) -> Self {
        match &parameter.value {
            Value::Plain(text) => self.and(write(text)),
            Value::Secret(secret) => self.and_secret(secret),
        }
    }

    /// An address with a query.
    pub fn address(base: &str, parameters: &[Parameter]) -> Self {
        Self::plain(base).joined("?", parameters)
    }

    /// A body of a form, a line for each field.
    pub fn form(parameters: &[Parameter]) -> Self {
        Self::default().joined("", parameters)
    }

    fn joined(self, first: &str, parameters: &[Parameter]) -> Self {
        let mut mark = first;
        parameters.iter().fold(self, |text, parameter| {
            let text = text.and(format!("{mark}{}=", parameter.name));
            mark = "&";
            text.and_value(parameter, percent_encoded)
        })
    }

    /// An object in JSON, a line for each member. `expires_in` is
    /// a number, and `practice` true or false.
    pub fn json(members: &[Parameter]) -> Self {
        let last = members.len().saturating_sub(1);
        let body = members
            .iter()
            .enumerate()
            .fold(Self::plain("{\n"), |text, (index, member)| {
                let end = if index == last { "\n" } else { ",\n" };
                let text = text.and(format!("  \"{}\": ", member.name));
                let is_bare = matches!(member.name, "expires_in" | "practice");
                let text = match &member.value {
                    Value::Plain(plain) if is_bare => text.and(plain),
                    Value::Plain(plain) => text.and(Json::from(plain.as_str()).to_string()),
                    Value::Secret(secret) => text.and("\"").and_secret(secret).and("\""),
                };
                text.and(end)
            });
        body.and("}")
    }

    /// The secrets in it, each once.
    pub fn secrets(&self) -> Vec<Secret> {
        let mut found = Vec::new();
        for part in &self.0 {
            if let Part::Secret(secret) = part
                && !found.contains(secret)
            {
                found.push(secret.clone());
            }
        }
        found
    }

    /// What may be shown of it.
    pub fn shown(&self, revealed: &Revealed) -> Vec<Span> {
        let shown = |part: &Part| match part {
            Part::Plain(text) => Span {
                text: text.clone(),
                is_secret: false,
            },
            Part::Secret(secret) => Span {
                text: match revealed.show(secret) {
                    Reveal::Hidden(text) | Reveal::Shown(text) => text,
                },
                is_secret: true,
            },
        };
        self.0.iter().map(shown).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oauth::{AccessToken, State};

    fn told(text: &Text, revealed: &Revealed) -> String {
        let spans = text.shown(revealed);
        spans.into_iter().map(|span| span.text).collect()
    }

    fn state() -> Secret {
        Secret::State(State::new("q7Rk".repeat(10)))
    }

    #[test]
    fn an_address_hides_its_secrets_and_writes_the_rest_as_it_is_sent() {
        let parameters = [
            Parameter::plain("scope", "a b"),
            Parameter::secret("state", state()),
        ];
        let address = Text::address("https://x.test/a", &parameters);
        let hidden = "https://x.test/a?scope=a%20b&state=q7Rk••••••••";
        assert_eq!(told(&address, &Revealed::default()), hidden);
        let revealed = Revealed::default().toggled(&state());
        let shown = format!("https://x.test/a?scope=a%20b&state={}", "q7Rk".repeat(10));
        assert_eq!(told(&address, &revealed), shown);
        assert_eq!(address.secrets(), [state()]);
    }

    #[test]
    fn an_answer_is_written_as_json() {
        let access = Secret::Access(AccessToken::new("BQDa".repeat(10)));
        let members = [
            Parameter::secret("access_token", access),
            Parameter::plain("expires_in", "3600"),
            Parameter::plain("error_description", "no \"such\" \\ code"),
        ];
        assert_eq!(
            told(&Text::json(&members), &Revealed::default()),
            "{\n  \"access_token\": \"BQDa••••••••\",\n  \"expires_in\": 3600,\n  \
             \"error_description\": \"no \\\"such\\\" \\\\ code\"\n}"
        );
    }
}
