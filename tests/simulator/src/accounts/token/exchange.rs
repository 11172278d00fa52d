//! A code for tokens (contract 2.1).

use crate::accounts::pkce;
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
    client_id: &str,
    now: Millis,
) -> Result<Outcome, TokenError> {
    let text = form.get("code").ok_or(TokenError::MissingCode)?;
    let code = world
        .grants
        .burn_code(text)
        .ok_or(TokenError::InvalidCode)?;
    check(&code, form, client_id, now)?;
    let access_token = world.issue_access(code.grant.clone(), now);
    // Six months run from the moment the listener agreed.
    let refresh_token = world.issue_refresh(code.grant.clone(), code.issued_at);
    Ok(Outcome {
        access_token,
        refresh_token: Some(refresh_token),
        grant: code.grant,
    })
}

fn check(code: &Code, form: &Pairs, client_id: &str, now: Millis) -> Result<(), TokenError> {
    if code.grant.client_id != client_id {
        return Err(TokenError::InvalidCode);
    }
    if now.since(code.issued_at) >= Millis::CODE_LIFETIME {
        return Err(TokenError::CodeExpired);
    }
    if form.get("redirect_uri") != Some(&code.redirect_uri) {
        return Err(TokenError::InvalidRedirectUri);
    }
    if !pkce::verifies(
        form.get("code_verifier").unwrap_or_default(),
        &code.challenge,
    ) {
        return Err(TokenError::WrongVerifier);
    }
    Ok(())
}
