//! Who calls: a listener through an app, or an app alone, with the token of
//! its client credentials. That one reaches what is open to all.

use http::Method;

use crate::api::endpoint::Endpoint;
use crate::api::market;
use crate::api::refusal::Refusal;
use crate::call::Call;
use crate::grants::Grant;
use crate::listeners::Listener;
use crate::world::World;

/// The listener behind a token; none behind that of an app alone.
pub fn listener(world: &World, grant: &Grant) -> Result<Option<Listener>, Refusal> {
    match &grant.listener {
        None => Ok(None),
        Some(id) => world
            .listener(id)
            .cloned()
            .map(Some)
            .ok_or(Refusal::InvalidToken),
    }
}

/// Refuses what the token is not good for. Of the scopes of public endpoints,
/// which are about where listeners stopped, an app alone needs none.
pub fn check(endpoint: &Endpoint, grant: &Grant) -> Result<(), Refusal> {
    if grant.listener.is_none() {
        return is_public(endpoint).then_some(()).ok_or(Refusal::NoListener);
    }
    let has_all = endpoint.scopes.iter().all(|scope| grant.scopes.has(scope));
    has_all.then_some(()).ok_or(Refusal::InsufficientScope)
}

/// Who stands where a listener would: nobody, in the market that is asked for.
pub fn nobody(call: &Call) -> Listener {
    let market = call
        .query
        .get("market")
        .filter(|code| market::is_country(code));
    Listener::nobody(market.unwrap_or_default())
}

fn is_public(endpoint: &Endpoint) -> bool {
    let is_personal = endpoint.path == "/v1/me" || endpoint.path.starts_with("/v1/me/");
    endpoint.method == Method::GET && !is_personal
}
