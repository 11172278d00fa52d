//! Every secret that went in or out, so that tests can search for leaks.

use serde::Serialize;

/// Every secret string seen or issued since the last reset.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Secrets {
    /// Authorization codes issued.
    pub codes: Vec<String>,
    /// Access tokens issued.
    pub access_tokens: Vec<String>,
    /// Refresh tokens issued.
    pub refresh_tokens: Vec<String>,
    /// PKCE verifiers seen at the token endpoint.
    pub verifiers: Vec<String>,
    /// Values of `state` seen at `/authorize`.
    pub states: Vec<String>,
}

impl Secrets {
    /// Adds a secret that came in, once.
    pub(crate) fn saw(list: &mut Vec<String>, secret: &str) {
        if !list.iter().any(|known| known == secret) {
            list.push(secret.to_owned());
        }
    }

    /// A text with every known secret replaced.
    pub(crate) fn redact(&self, text: &str) -> String {
        let lists = [
            &self.codes,
            &self.access_tokens,
            &self.refresh_tokens,
            &self.verifiers,
            &self.states,
        ];
        let known = lists
            .into_iter()
            .flatten()
            .filter(|secret| secret.len() >= 8);
        known.fold(text.to_owned(), |text, secret| {
            text.replace(secret, "[secret]")
        })
    }
}
