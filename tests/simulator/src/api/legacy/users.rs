//! `/users/{id}` and `/markets`.

use http::Method;
use serde_json::json;

use crate::api::endpoint::Endpoint;
use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::refusal::Refusal;
use crate::api::shapes;
use crate::catalogue::MARKETS;
use crate::playlists;

/// The endpoints of this file.
pub const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        method: Method::GET,
        path: "/v1/users/{}",
        scopes: &[],
        parameters: &[],
        answer: user,
    },
    Endpoint {
        method: Method::GET,
        path: "/v1/markets",
        scopes: &[],
        parameters: &[],
        answer: markets,
    },
];

fn user(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let (world, links) = (&visit.world, &visit.call.links);
    let id = visit.free_segment(2);
    if let Some(listener) = world.listener(&id) {
        return Ok(shapes::public_user(listener, &world.catalogue, links).into());
    }
    if playlists::is_known(&id) {
        return Ok(shapes::stranger(&id, links).into());
    }
    Err(Refusal::NotFound)
}

#[expect(clippy::unnecessary_wraps, reason = "the form every endpoint has")]
fn markets(_visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    Ok(json!({"markets": MARKETS}).into())
}
