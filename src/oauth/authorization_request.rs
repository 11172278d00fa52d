use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::{
    ClientId, CodeChallenge, CodeVerifier, Parameter, RedirectUri, ScopeSet, Secret, State,
};
use crate::{
    config,
    ports::{Random, RandomError},
};

/// Everything but the unreserved characters of RFC 3986; a space becomes
/// `%20`, as contract 1.2 asks.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The path of the authorization endpoint at [`ISSUER`].
pub const AUTHORIZATION_ENDPOINT: &str = "/authorize";

/// The one authorization server. Fixed when built: nothing in an address, in
/// storage or in a file can change it, which is the defence against mix-up
/// (security 9, RFC 9700 §4.4.2).
pub const ISSUER: &str = config::ACCOUNTS_ORIGIN;

/// A request to be authorized, with what proves later that it was ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorizationRequest {
    /// The app that asks.
    pub client_id: ClientId,
    /// Where the answer is sent.
    pub redirect_uri: RedirectUri,
    /// What is asked for.
    pub scopes: ScopeSet,
    /// Whether even someone who agreed before is asked, so that another
    /// account can be chosen.
    pub show_dialog: bool,
    /// What the answer will be recognised by.
    pub state: State,
    /// What the challenge is made of.
    pub verifier: CodeVerifier,
}

impl AuthorizationRequest {
    /// A new one, with a verifier and a state of its own (security 4).
    pub fn new(
        client_id: ClientId,
        redirect_uri: RedirectUri,
        scopes: ScopeSet,
        show_dialog: bool,
        random: &dyn Random,
    ) -> Result<Self, RandomError> {
        Ok(Self {
            client_id,
            redirect_uri,
            scopes,
            show_dialog,
            state: State::generate(random)?,
            verifier: CodeVerifier::generate(random)?,
        })
    }

    /// What it says, in the order it is sent in (RFC 6749 §4.1.1, RFC 7636
    /// §4.3, contract 1.2).
    pub fn parameters(&self) -> Vec<Parameter> {
        let challenge = CodeChallenge::of(&self.verifier);
        let mut parameters = vec![
            Parameter::plain("client_id", self.client_id.as_str()),
            Parameter::plain("response_type", "code"),
            Parameter::plain("redirect_uri", self.redirect_uri.as_str()),
            Parameter::secret("state", Secret::State(self.state.clone())),
            Parameter::plain("scope", self.scopes.to_list()),
            Parameter::plain("code_challenge_method", CodeChallenge::METHOD),
            Parameter::plain("code_challenge", challenge.as_str()),
        ];
        if self.scopes.is_empty() {
            // RFC 6749 §3.3 knows no empty list: it is left out.
            parameters.retain(|parameter| parameter.name != "scope");
        }
        if self.show_dialog {
            parameters.push(Parameter::plain("show_dialog", "true"));
        }
        parameters
    }

    /// The address to navigate to so that the listener can consent.
    pub fn url(&self) -> String {
        let parameters = self.parameters();
        let pairs = parameters
            .iter()
            .map(|parameter| (parameter.name, parameter.text()));
        address(&pairs.collect::<Vec<_>>())
    }
}

/// `text` as a value in a query.
pub fn percent_encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

fn address(parameters: &[(&str, &str)]) -> String {
    let query: Vec<_> = parameters
        .iter()
        .map(|(name, value)| format!("{name}={}", percent_encoded(value)))
        .collect();
    format!("{ISSUER}{AUTHORIZATION_ENDPOINT}?{}", query.join("&"))
}
