//! OAuth 2.0 with PKCE as a public client speaks it (RFC 6749, RFC 7636,
//! RFC 10017), for Spotify's one authorization server. Nothing here does I/O:
//! requests are values to be sent, answers are values to be judged.

mod authorization_request;
mod authorization_response;
mod client_id;
mod pending;
mod pkce;
mod redirect_uri;
mod scope;
mod secret;
mod token_request;
mod token_response;

pub use authorization_request::{AUTHORIZATION_ENDPOINT, ISSUER, authorization_url};
pub use authorization_response::{
    AuthorizationError, AuthorizationResponse, MalformedResponse, Outcome,
};
pub use client_id::{ClientId, ClientIdError};
pub use pending::{
    AuthorizationFailure, PENDING_LIFETIME, PendingAuthorization, TabNonce, ValidatedCallback,
};
pub use pkce::CodeChallenge;
pub use redirect_uri::RedirectUri;
pub use scope::{Scope, ScopeSet};
pub(crate) use secret::random_text;
pub use secret::{AccessToken, AuthorizationCode, CodeVerifier, RefreshToken, State};
pub use token_request::{TOKEN_ENDPOINT, exchange_request, refresh_request};
pub use token_response::{TokenError, TokenSet, read_exchange, read_refresh};
