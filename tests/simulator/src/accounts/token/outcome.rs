//! What the token endpoint says (contract 2.1, 2.3).

use http::StatusCode;
use http::header;
use serde_json::json;

use crate::clock::Millis;
use crate::grants::Grant;
use crate::reply;
use crate::reply::Reply;

/// Tokens.
#[derive(Debug)]
pub struct Outcome {
    pub access_token: String,
    pub refresh_token: Option<String>,
    pub grant: Grant,
}

/// Why there are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenError {
    InvalidCode,
    CodeExpired,
    WrongVerifier,
    InvalidRedirectUri,
    InvalidRefreshToken,
    RefreshTokenRevoked,
    RefreshTokenExpired,
    InvalidClient,
    InvalidClientSecret,
    NoClientCredentials,
    MissingCode,
    MissingRefreshToken,
    MissingGrantType,
    UnsupportedGrantType,
}

impl Outcome {
    /// 200 with the tokens; the refresh token is left out when it stays, and
    /// the scopes where nobody agreed to any.
    pub fn reply(&self) -> Reply {
        let mut body = json!({
            "access_token": self.access_token,
            "token_type": "Bearer",
            "expires_in": Millis::ACCESS_TOKEN_LIFETIME.to_secs_ceil(),
        });
        if self.grant.listener.is_some() {
            body["scope"] = json!(self.grant.scopes.to_string());
        }
        if let Some(token) = &self.refresh_token {
            body["refresh_token"] = json!(token);
        }
        let mut reply = reply::json(StatusCode::OK, &body);
        reply::set(&mut reply, header::CACHE_CONTROL, "no-store");
        reply
    }
}

impl TokenError {
    /// 400 with the words of contract 2.3.
    pub fn reply(self) -> Reply {
        let (error, description) = self.words();
        let mut body = json!({"error": error});
        if let Some(description) = description {
            body["error_description"] = json!(description);
        }
        reply::json(StatusCode::BAD_REQUEST, &body)
    }

    fn words(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::InvalidCode => ("invalid_grant", Some("Invalid authorization code")),
            Self::CodeExpired => ("invalid_grant", Some("Authorization code expired")),
            Self::WrongVerifier => ("invalid_grant", Some("code_verifier was incorrect")),
            Self::InvalidRedirectUri => ("invalid_grant", Some("Invalid redirect URI")),
            Self::InvalidRefreshToken => ("invalid_grant", Some("Invalid refresh token")),
            Self::RefreshTokenRevoked => ("invalid_grant", Some("Refresh token revoked")),
            Self::RefreshTokenExpired => ("invalid_grant", Some("Refresh token expired")),
            Self::InvalidClient => ("invalid_client", Some("Invalid client")),
            Self::InvalidClientSecret => ("invalid_client", Some("Invalid client secret")),
            Self::NoClientCredentials => ("invalid_client", None),
            Self::MissingCode => ("invalid_request", Some("code must be supplied")),
            Self::MissingRefreshToken => {
                ("invalid_request", Some("refresh_token must be supplied"))
            }
            Self::MissingGrantType => (
                "unsupported_grant_type",
                Some("grant_type parameter is missing"),
            ),
            Self::UnsupportedGrantType => (
                "unsupported_grant_type",
                Some("grant_type must be client_credentials, authorization_code or refresh_token"),
            ),
        }
    }
}
