//! A code for tokens (contract 2.1).

use crate::accounts::pkce;
use crate::accounts::token::client::Client;
use crate::accounts::token::outcome::Outcome;
use crate::accounts::token::outcome::TokenError;
use crate::call::Pairs;
use crate::clock::Millis;
use crate::grants::Code;
use crate::world::World;

/// Redeems a code. It is burnt by the first attempt, whatever comes of it.
pub fn redeem(
    world: &mut World,
    form: &Pairs,
    client: &Client,
    now: Millis,
) -> Result<Outcome, TokenError> {
    let text = form.get("code").ok_or(TokenError::MissingCode)?;
    let code = world
        .grants
        .burn_code(text)
        .ok_or(TokenError::InvalidCode)?;
    check(&code, form, client, now)?;
    let access_token = world.issue_access(code.grant.clone(), now);
    // Six months run from the moment the listener agreed.
    let refresh_token = world.issue_refresh(code.grant.clone(), code.issued_at);
    Ok(Outcome {
        access_token,
        refresh_token: Some(refresh_token),
        grant: code.grant,
    })
}

fn check(code: &Code, form: &Pairs, client: &Client, now: Millis) -> Result<(), TokenError> {
    if code.grant.client_id != client.id {
        return Err(TokenError::InvalidCode);
    }
    if now.since(code.issued_at) >= Millis::CODE_LIFETIME {
        return Err(TokenError::CodeExpired);
    }
    if form.get("redirect_uri") != Some(&code.redirect_uri) {
        return Err(TokenError::InvalidRedirectUri);
    }
    let verifier = form.get("code_verifier").unwrap_or_default();
    match &code.challenge {
        Some(challenge) if pkce::verifies(verifier, challenge) => Ok(()),
        Some(_) => Err(TokenError::WrongVerifier),
        None if client.showed_secret => Ok(()),
        None => Err(TokenError::NoClientCredentials),
    }
}
