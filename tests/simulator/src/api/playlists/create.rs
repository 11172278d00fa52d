//! `POST /me/playlists` (contract 4.4, 6.2).

use serde_json::Map;
use serde_json::Value;

use crate::api::body;
use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::playlists::access;
use crate::api::playlists::contents;
use crate::api::playlists::details;
use crate::api::refusal::Refusal;
use crate::playlists::Contents;
use crate::playlists::MOST_PLAYLISTS;
use crate::playlists::Playlist;

/// `POST /me/playlists`.
pub fn create(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let body = visit.json_body()?;
    body::mark_unknown(visit, &body, details::FIELDS);
    let playlist = order(visit, &body)?;
    let kept = visit.world.playlists.roster(&visit.listener.id);
    if kept.len() >= MOST_PLAYLISTS {
        return Err(Refusal::BadRequest("Playlist limit reached"));
    }
    let id = visit.world.playlists.add(|id| Playlist { id, ..playlist });
    visit.world.playlists.follow(&visit.listener.id, &id);
    let made = visit.world.playlists.find(&id).ok_or(Refusal::NotFound)?;
    let whole = contents::playlist(visit, made, true, false);
    Ok(Success::Created(whole))
}

/// `POST /users/{id}/playlists`, for the listener alone.
pub fn create_for_user(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    if visit.free_segment(2) == visit.listener.id {
        create(visit)
    } else {
        Err(Refusal::Forbidden)
    }
}

/// The playlist that is asked for, without an id yet.
fn order(visit: &Visit<'_>, body: &Map<String, Value>) -> Result<Playlist, Refusal> {
    let name = details::name(body)?.ok_or(details::NO_NAME)?;
    let asked_public = body::flag(body, "public")?.unwrap_or(true);
    let collaborative = body::flag(body, "collaborative")?.unwrap_or(false);
    if collaborative && asked_public {
        return Err(details::PUBLIC_AND_COLLABORATIVE);
    }
    access::needs_modify(visit, Some(asked_public), collaborative)?;
    let switches = &visit.world.switches;
    let owner = &visit.listener.id;
    Ok(Playlist {
        public: Some(asked_public || switches.public_false_ignored),
        collaborative,
        description: details::description(body, Some(String::new()))?,
        readable_from: visit.now.plus(switches.new_playlist_lag_ms),
        ..Playlist::new(String::new(), owner, &name, Contents::empty())
    })
}
