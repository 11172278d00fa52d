//! The bearer token of a call (contract 3.1, 3.3).

use http::HeaderValue;
use http::header;

use crate::api::refusal::Refusal;
use crate::call::Call;
use crate::clock::Millis;
use crate::grants::Grant;
use crate::log::LogEntry;
use crate::world::World;

/// What the token of a call stands for.
pub fn grant(world: &World, call: &Call, now: Millis) -> Result<Grant, Refusal> {
    let authorization = call
        .headers
        .get(header::AUTHORIZATION)
        .ok_or(Refusal::MissingToken)?;
    let token = bearer_token(authorization).ok_or(Refusal::MalformedToken)?;
    let access = world
        .grants
        .access(token)
        .filter(|access| now < access.expires_at);
    access
        .map(|access| access.grant.clone())
        .ok_or(Refusal::InvalidToken)
}

/// Writes into the log whose call it is, as far as its token tells.
pub fn attribute(world: &World, call: &Call, entry: &mut LogEntry) {
    let token = call
        .headers
        .get(header::AUTHORIZATION)
        .and_then(bearer_token);
    if let Some(access) = token.and_then(|token| world.grants.access(token)) {
        entry.client_id = Some(access.grant.client_id.clone());
        entry.account.clone_from(&access.grant.listener);
    }
}

fn bearer_token(authorization: &HeaderValue) -> Option<&str> {
    let (scheme, token) = authorization.to_str().ok()?.split_once(' ')?;
    (scheme.eq_ignore_ascii_case("bearer") && !token.trim().is_empty()).then(|| token.trim())
}
