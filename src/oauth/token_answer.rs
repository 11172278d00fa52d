use serde_json::Value;

use super::{AccessToken, Parameter, RefreshToken, Secret};
use crate::{
    json,
    ports::{Response, TransportError},
};

/// An answer of the token endpoint field by field, to be looked at. What is
/// believed of it is a [`TokenSet`](super::TokenSet), read elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenAnswer {
    /// An object in JSON: its members that RFC 6749 §5 describes, in that
    /// order.
    Fields {
        /// The HTTP status.
        status: u16,
        /// The members.
        members: Vec<Parameter>,
    },
    /// Something else.
    Unreadable {
        /// The HTTP status.
        status: u16,
    },
    /// No answer.
    None(TransportError),
}

/// The members of RFC 6749 §5.1 and §5.2.
const MEMBERS: [&str; 7] = [
    "access_token",
    "token_type",
    "expires_in",
    "refresh_token",
    "scope",
    "error",
    "error_description",
];

impl TokenAnswer {
    /// Reads the answer to a request that sent `sent`.
    pub fn read(answer: &Result<Response, TransportError>, sent: &[Parameter]) -> Self {
        let response = match answer {
            Ok(response) => response,
            Err(error) => return Self::None(*error),
        };
        let status = response.status;
        let Some(Value::Object(body)) = json::read(&response.body) else {
            return Self::Unreadable { status };
        };
        let members = MEMBERS.into_iter().filter_map(|name| {
            let text = written(body.get(name)?);
            Some(match name {
                "access_token" => Parameter::secret(name, Secret::Access(AccessToken::new(text))),
                "refresh_token" => {
                    Parameter::secret(name, Secret::Refresh(RefreshToken::new(text)))
                }
                _ if repeats(&text, sent) => Parameter::plain(name, "…"),
                _ => Parameter::plain(name, text),
            })
        });
        Self::Fields {
            status,
            members: members.collect(),
        }
    }

    /// The HTTP status, if there was an answer.
    pub const fn status(&self) -> Option<u16> {
        match self {
            Self::Fields { status, .. } | Self::Unreadable { status } => Some(*status),
            Self::None(_) => None,
        }
    }

    /// The member called `name`, if there is one.
    pub fn member(&self, name: &str) -> Option<&Parameter> {
        match self {
            Self::Fields { members, .. } => members.iter().find(|member| member.name == name),
            Self::Unreadable { .. } | Self::None(_) => None,
        }
    }
}

/// A text as it is, anything else as JSON writes it.
fn written(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Whether `text` repeats a secret that was sent: then it is one, too.
fn repeats(text: &str, sent: &[Parameter]) -> bool {
    sent.iter()
        .filter(|parameter| parameter.as_secret().is_some())
        .any(|secret| text.contains(secret.text()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oauth::{ClientId, refresh_parameters};

    fn read(status: u16, body: &str) -> TokenAnswer {
        let client_id = ClientId::parse("4f1c0a9be27d4d0c8a6f7e35b1902d6c").expect("well-formed");
        let sent = refresh_parameters(&client_id, &RefreshToken::new("AQC-old".to_owned()));
        let answer = Ok(Response {
            status,
            retry_after: None,
            body: body.to_owned(),
        });
        TokenAnswer::read(&answer, &sent)
    }

    #[test]
    fn tokens_are_secrets_and_the_rest_is_not() {
        let answer = read(
            200,
            r#"{"scope":"streaming","expires_in":3600,"access_token":"BQ","odd":1,
                "refresh_token":"AQ","token_type":"Bearer"}"#,
        );
        let TokenAnswer::Fields { status, members } = &answer else {
            panic!("{answer:?}");
        };
        let access = Secret::Access(AccessToken::new("BQ".to_owned()));
        let refresh = Secret::Refresh(RefreshToken::new("AQ".to_owned()));
        assert_eq!(
            (*status, &members[..]),
            (
                200,
                &[
                    Parameter::secret("access_token", access),
                    Parameter::plain("token_type", "Bearer"),
                    Parameter::plain("expires_in", "3600"),
                    Parameter::secret("refresh_token", refresh),
                    Parameter::plain("scope", "streaming"),
                ][..]
            )
        );
        assert!(!format!("{answer:?}").contains("BQ"));
    }

    #[test]
    fn a_refusal_is_told_in_spotify_s_words_unless_they_repeat_a_secret() {
        let described = |words: &str| {
            let answer = read(
                400,
                &format!(r#"{{"error":"invalid_grant","error_description":"{words}"}}"#),
            );
            answer.member("error_description").cloned()
        };
        let told = |words: &str| Some(Parameter::plain("error_description", words));
        assert_eq!(
            described("code_verifier was incorrect"),
            told("code_verifier was incorrect")
        );
        assert_eq!(described("AQC-old is no more"), told("…"));
    }

    #[test]
    fn what_is_no_object_is_unreadable() {
        assert_eq!(read(503, "<html>"), TokenAnswer::Unreadable { status: 503 });
        assert_eq!(read(200, "[]"), TokenAnswer::Unreadable { status: 200 });
    }
}
