//! The listener's answer to the consent page (contract 1.5).

use crate::accounts::authorize;
use crate::accounts::authorize::AuthorizationRequest;
use crate::accounts::page;
use crate::call::Call;
use crate::call::Pairs;
use crate::clock::Millis;
use crate::log::LogEntry;
use crate::reply::Reply;
use crate::world::World;

/// Where the consent page's form goes: `POST` with the query of `/authorize`
/// and the fields `decision` (`agree` or `cancel`) and `account`.
pub const PATH: &str = "/simulator/consent";

/// The form's address for a query of `/authorize`.
pub fn address(query: &Pairs) -> String {
    format!("{PATH}?{}", query.without(&[]))
}

/// Goes back to the app with a code or with `access_denied`.
pub fn answer(world: &mut World, call: &Call, entry: &mut LogEntry, now: Millis) -> Reply {
    let request = match AuthorizationRequest::read(world, &call.query) {
        Ok(request) => request,
        Err(refusal) => return page::refusal(refusal),
    };
    entry.client_id = Some(request.app.client_id.clone());
    let form = Pairs::parse(&call.body);
    if form.get("decision") != Some("agree") {
        return authorize::send_back(&request, ("error", "access_denied"));
    }
    let chosen = form.get("account").and_then(|id| world.listener(id));
    let listener = chosen.map_or_else(|| world.signed_in.clone(), |chosen| chosen.id.clone());
    entry.account = Some(listener.clone());
    world.signed_in.clone_from(&listener);
    world.grants.approve(&request.grant_by(&listener));
    authorize::send_back_with_code(world, &request, &listener, now)
}
