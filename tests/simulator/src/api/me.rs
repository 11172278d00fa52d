//! `GET /me` (contract 4.2).

use http::Method;

use crate::api::endpoint::Endpoint;
use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::refusal::Refusal;
use crate::api::shapes;

/// The endpoints of this file.
pub const ENDPOINTS: &[Endpoint] = &[Endpoint {
    method: Method::GET,
    path: "/v1/me",
    scopes: &[],
    parameters: &[],
    answer: me,
}];

#[expect(clippy::unnecessary_wraps, reason = "the form every endpoint has")]
fn me(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let body = shapes::private_user(&visit.listener, &visit.world.catalogue, &visit.call.links);
    Ok(body.into())
}
