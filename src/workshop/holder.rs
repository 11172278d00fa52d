use crate::{
    json,
    oauth::AccessToken,
    ports::Response,
    session::Listener,
    spotify::{Error, Refusal, Trial, model},
};

/// Whom a token speaks for, as the answer of `GET /me` shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    /// This listener.
    Listener(Listener),
    /// Nobody: an app by itself, by its client credentials.
    NoListener,
    /// A listener whom the app does not admit: the token is good, and is
    /// refused everywhere (contract 1.1).
    NotAdmitted,
    /// Unknown, expired or broken: Spotify does not say which (contract 3.3).
    NotAccepted,
    /// The answer tells nothing about the token.
    Unclear,
}

impl Holder {
    /// What the answer to `GET /me` shows.
    pub fn shown_by(trial: &Trial) -> Self {
        if trial.response.is_success() {
            return listener(&trial.response).map_or(Self::Unclear, Self::Listener);
        }
        match trial.error {
            Some(Error::Unauthorized) if lacks_a_listener(&trial.response) => Self::NoListener,
            Some(Error::Unauthorized) => Self::NotAccepted,
            Some(Error::Forbidden(Refusal::NotRegistered | Refusal::OwnerWithoutPremium)) => {
                Self::NotAdmitted
            }
            _ => Self::Unclear,
        }
    }
}

fn listener(response: &Response) -> Option<Listener> {
    let user: model::PrivateUser = model::FromJson::from_json(json::read(&response.body)?)?;
    Some(user.into())
}

/// A 401 for a bad token speaks of the token (contract 3.3). One for a token of
/// an app alone asks for a user, or says no more than that it is a refusal: the
/// first was seen in 2026, the second before.
fn lacks_a_listener(response: &Response) -> bool {
    let body = response.body.to_ascii_lowercase();
    let speaks_of_token = body.contains("token");
    !speaks_of_token && (body.contains("user authentication") || body.contains("unauthorized"))
}

/// A text that cannot be a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidToken {
    /// Nothing.
    #[error("nothing to look at")]
    Empty,
    /// A token stands in a header: visible ASCII without spaces.
    #[error("a token has neither spaces nor letters beyond ASCII")]
    Letters,
}

/// The token in what was pasted. Tokens are opaque (contract 2.1), so all that
/// can be said is whether a header can carry it.
pub fn pasted_token(text: &str) -> Result<AccessToken, InvalidToken> {
    match text.trim() {
        "" => Err(InvalidToken::Empty),
        text if text.bytes().all(|byte| byte.is_ascii_graphic()) => {
            Ok(AccessToken::new(text.to_owned()))
        }
        _ => Err(InvalidToken::Letters),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::Millis;

    fn shown(status: u16, body: &str, error: Option<Error>) -> Holder {
        Holder::shown_by(&Trial {
            response: Response {
                status,
                retry_after: None,
                body: body.to_owned(),
            },
            took: Millis::ZERO,
            error,
        })
    }

    #[test]
    fn a_profile_names_the_listener() {
        let body =
            r#"{"id":"ada01","display_name":"Ada","uri":"spotify:user:ada01","type":"user"}"#;
        let Holder::Listener(listener) = shown(200, body, None) else {
            panic!("a listener");
        };
        assert_eq!(listener.name(), "Ada");
        assert_eq!(shown(200, "<html>", None), Holder::Unclear);
    }

    #[test]
    fn a_refusal_that_speaks_of_no_token_is_about_the_listener() {
        let said = |message: &str| format!(r#"{{"error":{{"status":401,"message":"{message}"}}}}"#);
        for (message, holder) in [
            ("Valid user authentication required", Holder::NoListener),
            ("Unauthorized.", Holder::NoListener),
            ("Missing/invalid/expired access token", Holder::NotAccepted),
            ("The access token expired", Holder::NotAccepted),
            ("Invalid access token", Holder::NotAccepted),
            ("No token provided", Holder::NotAccepted),
            ("", Holder::NotAccepted),
        ] {
            let shown = shown(401, &said(message), Some(Error::Unauthorized));
            assert_eq!(shown, holder, "{message}");
        }
    }

    #[test]
    fn what_is_no_answer_about_the_token_is_not_taken_for_one() {
        let refused = |refusal| shown(403, "", Some(Error::Forbidden(refusal)));
        assert_eq!(refused(Refusal::NotRegistered), Holder::NotAdmitted);
        assert_eq!(refused(Refusal::Closed), Holder::Unclear);
        let trouble = shown(502, "", Some(Error::ServerTrouble(502)));
        assert_eq!(trouble, Holder::Unclear);
    }

    #[test]
    fn a_token_is_what_a_header_can_carry() {
        let token = |text| pasted_token(text).map(drop);
        assert_eq!(token(" BQD-x_1.~=\n"), Ok(()));
        assert_eq!(token(" \n"), Err(InvalidToken::Empty));
        for text in ["a b", "a\nb", "tøken", "a\u{7f}"] {
            assert_eq!(token(text), Err(InvalidToken::Letters), "{text:?}");
        }
    }
}
