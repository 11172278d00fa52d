//! A request as code that makes it: in four languages, for the machine of
//! whoever learns from it. Secrets stand in it only by the name of the variable
//! of the environment that holds them there, for the types have no room for
//! anything else.

mod curl;
mod python;
mod quoting;
mod rust;
mod typescript;

pub(super) use curl::{Word, curl};

use crate::{
    config,
    oauth::{ClientId, ISSUER, TOKEN_ENDPOINT},
    ports::Method,
    spotify::Call,
};

/// A language that requests are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// `curl`, from a shell.
    Curl,
    /// Python, with `requests`.
    Python,
    /// Rust, with `reqwest`.
    Rust,
    /// TypeScript, with `fetch`, outside a browser.
    TypeScript,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Curl, Self::Python, Self::Rust, Self::TypeScript];

    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Curl => "curl",
            Self::Python => "Python",
            Self::Rust => "Rust",
            Self::TypeScript => "TypeScript",
        }
    }

    /// What is needed to run it.
    pub const fn needs(self) -> &'static str {
        match self {
            Self::Curl => "Any POSIX shell.",
            Self::Python => "Python 3 with requests: pip install requests",
            Self::Rust => {
                "In Cargo.toml: reqwest = { version = \"0.12\", features = [\"blocking\"] }"
            }
            Self::TypeScript => {
                "Save it as request.mts; Node 22.18 or later runs it, and so do Deno and Bun."
            }
        }
    }
}

/// What is read from the environment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variable {
    /// An access token.
    AccessToken,
    /// A refresh token.
    RefreshToken,
    /// An authorization code.
    Code,
    /// The verifier that belongs to it (RFC 7636 §4.1).
    CodeVerifier,
    /// The secret of the client.
    ClientSecret,
}

impl Variable {
    /// Its name in the environment.
    pub const fn name(self) -> &'static str {
        match self {
            Self::AccessToken => "SPOTIFY_ACCESS_TOKEN",
            Self::RefreshToken => "SPOTIFY_REFRESH_TOKEN",
            Self::Code => "SPOTIFY_AUTHORIZATION_CODE",
            Self::CodeVerifier => "SPOTIFY_CODE_VERIFIER",
            Self::ClientSecret => "SPOTIFY_CLIENT_SECRET",
        }
    }
}

/// A value of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// This text, which is no secret.
    Text(String),
    /// What the environment says.
    Variable(Variable),
}

impl Value {
    /// As a language writes it.
    fn written(&self, text: fn(&str) -> String, variable: fn(Variable) -> String) -> String {
        match self {
            Self::Text(own) => text(own),
            Self::Variable(own) => variable(*own),
        }
    }
}

/// What libraries call their function of that method.
const fn called(method: Method) -> &'static str {
    match method {
        Method::Get => "get",
        Method::Post => "post",
        Method::Put => "put",
        Method::Delete => "delete",
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Variable> for Value {
    fn from(variable: Variable) -> Self {
        Self::Variable(variable)
    }
}

/// Who asks, and how that is proven.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// Nothing is proven by a header.
    None,
    /// By an access token (RFC 6750 §2.1).
    AccessToken,
    /// By the client's secret (RFC 6749 §2.3.1).
    Secret(ClientId),
}

/// A request that code is written for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipe {
    method: Method,
    url: String,
    proof: Proof,
    form: Vec<(&'static str, Value)>,
}

impl Recipe {
    /// A read of the Web API.
    pub fn read(call: &Call<()>) -> Self {
        Self {
            method: Method::Get,
            url: format!("{}{}", config::API_ORIGIN, call.path()),
            proof: Proof::AccessToken,
            form: Vec::new(),
        }
    }

    /// A token request of a client that has a secret, or of one that has none.
    fn token(proof: Proof, form: Vec<(&'static str, Value)>) -> Self {
        Self {
            method: Method::Post,
            url: format!("{ISSUER}{TOKEN_ENDPOINT}"),
            proof,
            form,
        }
    }

    /// Exchanges a code with its verifier, as this app does (RFC 7636 §4.5).
    pub fn exchange(client_id: &ClientId, redirect_uri: &str) -> Self {
        Self::token(
            Proof::None,
            vec![
                ("grant_type", "authorization_code".into()),
                ("code", Variable::Code.into()),
                ("redirect_uri", redirect_uri.into()),
                ("client_id", client_id.as_str().into()),
                ("code_verifier", Variable::CodeVerifier.into()),
            ],
        )
    }

    /// Renews a token without a secret, as this app does (RFC 6749 §6).
    pub fn refresh(client_id: &ClientId) -> Self {
        Self::token(
            Proof::None,
            vec![
                ("grant_type", "refresh_token".into()),
                ("refresh_token", Variable::RefreshToken.into()),
                ("client_id", client_id.as_str().into()),
            ],
        )
    }

    /// Exchanges a code with the secret (RFC 6749 §4.1.3).
    pub fn exchange_with_secret(client_id: &ClientId, redirect_uri: &str) -> Self {
        Self::token(
            Proof::Secret(client_id.clone()),
            vec![
                ("grant_type", "authorization_code".into()),
                ("code", Variable::Code.into()),
                ("redirect_uri", redirect_uri.into()),
            ],
        )
    }

    /// Renews a token with the secret (RFC 6749 §6).
    pub fn refresh_with_secret(client_id: &ClientId) -> Self {
        Self::token(
            Proof::Secret(client_id.clone()),
            vec![
                ("grant_type", "refresh_token".into()),
                ("refresh_token", Variable::RefreshToken.into()),
            ],
        )
    }

    /// Asks for a token for the app alone (RFC 6749 §4.4.2).
    pub fn client_credentials(client_id: &ClientId) -> Self {
        Self::token(
            Proof::Secret(client_id.clone()),
            vec![("grant_type", "client_credentials".into())],
        )
    }

    /// The code that makes it.
    pub fn write(&self, language: Language) -> String {
        match language {
            Language::Curl => curl::write(self),
            Language::Python => python::write(self),
            Language::Rust => rust::write(self),
            Language::TypeScript => typescript::write(self),
        }
    }

    /// What has to be in the environment.
    pub fn variables(&self) -> Vec<Variable> {
        let of_proof = match self.proof {
            Proof::None => None,
            Proof::AccessToken => Some(Variable::AccessToken),
            Proof::Secret(_) => Some(Variable::ClientSecret),
        };
        let of_form = self.form.iter().filter_map(|(_, value)| match value {
            Value::Text(_) => None,
            Value::Variable(variable) => Some(*variable),
        });
        of_proof.into_iter().chain(of_form).collect()
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
