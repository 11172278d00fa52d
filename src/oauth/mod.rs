//! OAuth 2.0 with PKCE as a public client speaks it (RFC 6749, RFC 7636,
//! RFC 10017), for Spotify's one authorization server. Nothing here does I/O:
//! requests are values to be sent, answers are values to be judged.

mod authorization_request;
mod authorization_response;
mod check;
mod client_id;
mod parameter;
mod pending;
mod pkce;
mod redirect_uri;
mod scope;
mod secret;
mod token_answer;
mod token_request;
mod token_response;

pub use authorization_request::{
    AUTHORIZATION_ENDPOINT, AuthorizationRequest, ISSUER, percent_encoded,
};
pub use authorization_response::{
    AuthorizationError, AuthorizationResponse, MalformedResponse, Outcome,
};
pub use check::{Check, Verdict};
pub use client_id::{ClientId, ClientIdError};
pub use parameter::{Parameter, Secret, Value};
pub use pending::{
    AuthorizationFailure, PENDING_LIFETIME, PendingAuthorization, Purpose, TabNonce,
    ValidatedCallback,
};
pub use pkce::{CodeChallenge, VerifierError};
pub use redirect_uri::RedirectUri;
pub use scope::{Scope, ScopeSet};
pub(crate) use secret::random_text;
pub use secret::{AccessToken, AuthorizationCode, CodeVerifier, RefreshToken, State};
pub use token_answer::TokenAnswer;
pub use token_request::{
    TOKEN_ENDPOINT, exchange_parameters, exchange_request, refresh_parameters, refresh_request,
};
pub use token_response::{TokenError, TokenSet, read_exchange, read_refresh};
