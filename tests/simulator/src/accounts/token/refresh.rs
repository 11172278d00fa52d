//! A refresh token for a new access token (contract 2.2).

use crate::accounts::token::outcome::Outcome;
use crate::accounts::token::outcome::TokenError;
use crate::call::Pairs;
use crate::clock::Millis;
use crate::world::World;

/// Refreshes. The answer has no refresh token of its own, unless the switch
/// for legacy rotation is on.
pub fn redeem(
    world: &mut World,
    form: &Pairs,
    client_id: &str,
    now: Millis,
) -> Result<Outcome, TokenError> {
    let token = form.get("refresh_token").filter(|token| !token.is_empty());
    let token = token.ok_or(TokenError::MissingRefreshToken)?;
    let refresh = world
        .grants
        .refresh(token)
        .ok_or(TokenError::InvalidRefreshToken)?
        .clone();
    if refresh.grant.client_id != client_id {
        return Err(TokenError::InvalidRefreshToken);
    }
    if refresh.revoked {
        return Err(TokenError::RefreshTokenRevoked);
    }
    if now.since(refresh.authorized_at) >= Millis::REFRESH_TOKEN_LIFETIME {
        return Err(TokenError::RefreshTokenExpired);
    }
    let access_token = world.issue_access(refresh.grant.clone(), now);
    let refresh_token = world.switches.legacy_rotation.then(|| {
        world.grants.revoke_refresh(token);
        world.issue_refresh(refresh.grant.clone(), refresh.authorized_at)
    });
    Ok(Outcome {
        access_token,
        refresh_token,
        grant: refresh.grant,
    })
}
