use super::{AuthorizationCode, State};

/// Why an authorization ended without a code (RFC 6749 §4.1.2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AuthorizationError {
    /// The listener said no.
    #[error("access_denied")]
    AccessDenied,
    /// Spotify had trouble; trying again may help.
    #[error("server_error or temporarily_unavailable")]
    ServerTrouble,
    /// Any other code. Its text is not kept: it comes from the address, so
    /// anyone may have written it.
    #[error("an error code of another kind")]
    Other,
}

impl AuthorizationError {
    fn from_code(code: &str) -> Self {
        match code {
            "access_denied" => Self::AccessDenied,
            "server_error" | "temporarily_unavailable" => Self::ServerTrouble,
            _ => Self::Other,
        }
    }
}

/// What the response says came of the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The listener agreed.
    Code(AuthorizationCode),
    /// There is no code.
    Error(AuthorizationError),
}

/// A well-formed authorization response that nobody has verified yet: anyone
/// can make a link that looks like one. Only
/// [`PendingAuthorization::validate`](super::PendingAuthorization::validate)
/// turns it into something that can be exchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorizationResponse {
    pub(super) state: State,
    pub(super) issuer: Option<String>,
    pub(super) outcome: Outcome,
}

/// Why an address that looks like an authorization response is not one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MalformedResponse {
    /// A parameter stands there twice (RFC 6749 §3.1).
    #[error("a parameter occurs twice")]
    DuplicateParameter,
    /// No `state`.
    #[error("no state")]
    MissingState,
    /// Neither a code nor an error, or both.
    #[error("neither or both of code and error")]
    NoSingleOutcome,
    /// A token in the address: the implicit grant, which we never ask for.
    #[error("a token in the address")]
    TokenInAddress,
}

/// The parameters of an authorization response, and those of the implicit
/// grant, which must never be believed.
const PARAMETERS: [&str; 9] = [
    "code",
    "state",
    "error",
    "error_description",
    "error_uri",
    "iss",
    "access_token",
    "id_token",
    "refresh_token",
];

impl AuthorizationResponse {
    /// Reads the query and the fragment of the address the app was opened at,
    /// without their `?` and `#`. `None` when they have nothing of an
    /// authorization response.
    pub fn read(query: &str, fragment: &str) -> Option<Result<Self, MalformedResponse>> {
        let parameters: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes())
            .into_owned()
            .filter(|(name, _)| PARAMETERS.contains(&name.as_str()))
            .collect();
        let token_in_fragment = form_urlencoded::parse(fragment.as_bytes())
            .any(|(name, _)| name == "access_token" || name == "id_token");
        if parameters.is_empty() && !token_in_fragment {
            return None;
        }
        Some(Self::judge(&parameters, token_in_fragment))
    }

    /// Whether an address has anything of an authorization response in it, and
    /// must be cleaned before anything else happens (security 12).
    pub fn is_in(query: &str, fragment: &str) -> bool {
        Self::read(query, fragment).is_some()
    }

    /// The state it brings back.
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// The same with another state.
    #[must_use]
    pub fn with_state(self, state: State) -> Self {
        Self { state, ..self }
    }

    /// Who says they sent it, if it says so (RFC 9207).
    pub fn issuer(&self) -> Option<&str> {
        self.issuer.as_deref()
    }

    /// What came of the request.
    pub const fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    fn judge(
        parameters: &[(String, String)],
        token_in_fragment: bool,
    ) -> Result<Self, MalformedResponse> {
        let all = |name: &'static str| {
            parameters
                .iter()
                .filter(move |(key, _)| key == name)
                .map(|(_, value)| value.clone())
        };
        let only = |name| match (all(name).next(), all(name).nth(1)) {
            (_, Some(_)) => Err(MalformedResponse::DuplicateParameter),
            (first, None) => Ok(first.filter(|value| !value.is_empty())),
        };
        let token_in_query = ["access_token", "id_token", "refresh_token"]
            .into_iter()
            .any(|name| all(name).next().is_some());
        if token_in_fragment || token_in_query {
            return Err(MalformedResponse::TokenInAddress);
        }
        for name in PARAMETERS {
            only(name)?;
        }
        let state = only("state")?.ok_or(MalformedResponse::MissingState)?;
        let outcome = match (only("code")?, only("error")?) {
            (Some(code), None) => Outcome::Code(AuthorizationCode::new(code)),
            (None, Some(error)) => Outcome::Error(AuthorizationError::from_code(&error)),
            _ => return Err(MalformedResponse::NoSingleOutcome),
        };
        Ok(Self {
            state: State::new(state),
            issuer: only("iss")?,
            outcome,
        })
    }

    /// Every state the address claims to answer, even if it is malformed: a
    /// request that was answered in any way is over (security 13).
    pub fn claimed_states(query: &str) -> Vec<State> {
        form_urlencoded::parse(query.as_bytes())
            .filter(|(name, _)| name == "state")
            .map(|(_, value)| State::new(value.into_owned()))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Option<Result<Outcome, MalformedResponse>> {
        AuthorizationResponse::read(query, "").map(|read| read.map(|response| response.outcome))
    }

    #[test]
    fn an_ordinary_address_is_no_response() {
        for query in ["", "range=1-year", "utm_source=x", "codec=1", "q=code%3D1"] {
            assert_eq!(read(query), None, "{query}");
        }
        assert_eq!(AuthorizationResponse::read("", "main"), None);
    }

    #[test]
    fn a_code_or_an_error_is_read() {
        let code = Outcome::Code(AuthorizationCode::new("a b".to_owned()));
        assert_eq!(read("code=a+b&state=s&x=1"), Some(Ok(code)));
        for (text, error) in [
            ("access_denied", AuthorizationError::AccessDenied),
            ("server_error", AuthorizationError::ServerTrouble),
            ("temporarily_unavailable", AuthorizationError::ServerTrouble),
            ("<script>", AuthorizationError::Other),
        ] {
            let query = format!("error={text}&state=s&error_description=no");
            assert_eq!(read(&query), Some(Ok(Outcome::Error(error))));
        }
    }

    #[test]
    fn anything_odd_is_malformed() {
        use MalformedResponse::{
            DuplicateParameter, MissingState, NoSingleOutcome, TokenInAddress,
        };
        for (query, fault) in [
            ("code=a&code=b&state=s", DuplicateParameter),
            ("code=a&state=s&state=s", DuplicateParameter),
            ("error=a&error=b&state=s", DuplicateParameter),
            ("code=a&state=s&iss=a&iss=b", DuplicateParameter),
            (
                "code=a&state=s&error_description=&error_description=",
                DuplicateParameter,
            ),
            ("code=a", MissingState),
            ("code=a&state=", MissingState),
            ("error=access_denied", MissingState),
            ("state=s", NoSingleOutcome),
            ("code=&state=s", NoSingleOutcome),
            ("code=a&error=access_denied&state=s", NoSingleOutcome),
            ("access_token=t&state=s", TokenInAddress),
            ("code=a&state=s&id_token=t", TokenInAddress),
        ] {
            assert_eq!(read(query), Some(Err(fault)), "{query}");
        }
        assert_eq!(
            AuthorizationResponse::read("", "access_token=t&token_type=Bearer"),
            Some(Err(TokenInAddress))
        );
    }
}
