//! Following playlists as it was before 2026 (contract 5.1).

use http::StatusCode;
use serde_json::Value;

use crate::api::body;
use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::playlists::access;
use crate::api::refusal::Refusal;
use crate::cors;

/// `PUT /playlists/{id}/followers`.
pub fn follow(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let id = access::known(visit, visit.segment(2))?.id.clone();
    let body = visit.json_body()?;
    let public = body::flag(&body, "public")?.unwrap_or(true);
    access::needs_modify(visit, Some(public), false)?;
    visit.world.playlists.follow(&visit.listener.id, &id);
    Ok(Success::Empty(StatusCode::OK))
}

/// `DELETE /playlists/{id}/followers`.
pub fn unfollow(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let playlist = access::known(visit, visit.segment(2))?;
    access::needs_modify(visit, playlist.public, false)?;
    let id = playlist.id.clone();
    visit.world.playlists.unfollow(&visit.listener.id, &id);
    Ok(Success::Empty(StatusCode::OK))
}

/// `GET /playlists/{id}/followers/contains`: for each user, or for the
/// listener when none is named.
pub fn contains(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let id = access::readable(visit)?.id.clone();
    let users = visit.call.query.get("ids");
    let users = users.unwrap_or(&visit.listener.id);
    let answers: Vec<Value> = cors::listed(users)
        .map(|user| visit.world.playlists.is_followed(user, &id).into())
        .collect();
    Ok(Value::from(answers).into())
}
