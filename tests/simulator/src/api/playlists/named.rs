//! What the URIs in a write to a playlist name (contract 4.4, 6.2).

use serde_json::Map;
use serde_json::Value;

use crate::api::body;
use crate::api::endpoint::Visit;
use crate::api::refusal::Refusal;
use crate::catalogue::Thing;
use crate::catalogue::is_base62_id;
use crate::cors;
use crate::playlists::Content;
use crate::playlists::Entry;

/// How many URIs a write takes.
pub const MOST_URIS: usize = 100;

/// The URIs of a write: those of the query win over those of the body.
pub fn uris(visit: &Visit<'_>, body: &Map<String, Value>) -> Result<Option<Vec<String>>, Refusal> {
    match visit.call.query.get("uris") {
        Some(list) => Ok(Some(cors::listed(list).map(str::to_owned).collect())),
        None => body::texts(body, "uris"),
    }
}

/// Entries for URIs, added by the listener now.
pub fn entries(visit: &mut Visit<'_>, uris: &[String]) -> Result<Vec<Entry>, Refusal> {
    check_count(visit, uris.len())?;
    let added_by = visit.listener.id.clone();
    uris.iter()
        .map(|uri| {
            Ok(Entry {
                content: Content::Thing(playable(visit, uri)?),
                added_at: visit.now,
                added_by: Some(added_by.clone()),
            })
        })
        .collect()
}

/// Refuses more than a write takes.
pub fn check_count(visit: &mut Visit<'_>, count: usize) -> Result<(), Refusal> {
    if count > MOST_URIS {
        visit.entry.mark(format!("more than {MOST_URIS} URIs"));
        return Err(Refusal::BadRequest("Too many uris requested"));
    }
    Ok(())
}

/// The track or episode of a URI. Local files cannot be added.
fn playable(visit: &Visit<'_>, uri: &str) -> Result<Thing, Refusal> {
    let parts: Vec<&str> = uri.split(':').collect();
    let ["spotify", "track" | "episode", id] = parts.as_slice() else {
        return Err(Refusal::BadRequest("Unsupported URL / URI."));
    };
    if !is_base62_id(id) {
        return Err(Refusal::BadRequest("Invalid base62 id"));
    }
    let found = visit.world.catalogue.resolve(uri);
    found
        .filter(|thing| matches!(thing, Thing::Track(_) | Thing::Episode(_)))
        .ok_or(Refusal::BadRequest("Payload contains a non-existing ID"))
}
