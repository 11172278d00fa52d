//! Writes to what is in a playlist (contract 4.4, 6.2).

use serde_json::Map;
use serde_json::Value;
use serde_json::json;

use crate::api::body;
use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::playlists::access;
use crate::api::playlists::named;
use crate::api::refusal::Refusal;
use crate::catalogue::Thing;
use crate::playlists;
use crate::playlists::Entry;
use crate::playlists::MOST_ENTRIES;
use crate::playlists::Move;

const OUT_OF_BOUNDS: Refusal = Refusal::BadRequest("Index out of bounds.");

/// `POST`: adds at a place, or at the end.
pub fn add(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let id = access::changeable(visit)?.id.clone();
    let body = addition(visit)?;
    body::mark_unknown(visit, &body, &["uris", "position"]);
    let uris = named::uris(visit, &body)?;
    let uris = uris.ok_or(Refusal::BadRequest("Missing required field: uris"))?;
    if uris.is_empty() {
        return Err(Refusal::BadRequest("No uris provided"));
    }
    let place = place(visit, &body)?;
    let new = named::entries(visit, &uris)?;
    let snapshot = edit(visit, &id, |list| {
        if list.len() + new.len() > MOST_ENTRIES {
            return Err(Refusal::BadRequest("Playlist size limit reached"));
        }
        playlists::insert(list, place, new).map_err(|_| OUT_OF_BOUNDS)
    })?;
    Ok(Success::Created(snapshot))
}

/// The body of a call that adds. It may be the list of URIs by itself, as the
/// API once had it and some clients still do.
fn addition(visit: &mut Visit<'_>) -> Result<Map<String, Value>, Refusal> {
    match serde_json::from_slice(&visit.call.body) {
        Ok(uris @ Value::Array(_)) => {
            visit.entry.mark("a list without a name".to_owned());
            Ok(Map::from_iter([("uris".to_owned(), uris)]))
        }
        _ => visit.json_body(),
    }
}

/// `PUT`: either replaces everything or moves a range.
pub fn replace_or_reorder(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let playlist = access::changeable(visit)?;
    let id = playlist.id.clone();
    let body = visit.json_body()?;
    check_snapshot(visit, &id, &body)?;
    let moves = ["range_start", "insert_before", "range_length"];
    body::mark_unknown(
        visit,
        &body,
        &[&moves[..], &["uris", "snapshot_id"]].concat(),
    );
    let is_move = moves.iter().any(|name| body.contains_key(*name));
    match (named::uris(visit, &body)?, is_move) {
        (Some(_), true) => Err(Refusal::BadRequest(
            "Items cannot be replaced and reordered in one call",
        )),
        (Some(uris), false) => replace(visit, &id, &uris),
        (None, true) => reorder(visit, &id, &body),
        (None, false) => Err(Refusal::BadRequest("Missing required field: uris")),
    }
}

/// `DELETE`: removes every occurrence of each URI. The old path calls the list
/// `tracks`.
pub fn remove(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let id = access::changeable(visit)?.id.clone();
    let body = visit.json_body()?;
    let (list, missing) = if visit.segment(3) == "tracks" {
        ("tracks", "Missing required field: tracks")
    } else {
        ("items", "Missing required field: items")
    };
    body::mark_unknown(visit, &body, &[list, "snapshot_id"]);
    check_snapshot(visit, &id, &body)?;
    let list = body.get(list).and_then(Value::as_array);
    let list = list.ok_or(Refusal::BadRequest(missing))?;
    named::check_count(visit, list.len())?;
    let mut unwanted: Vec<(&str, Option<Thing>)> = Vec::with_capacity(list.len());
    for item in list {
        if item.get("positions").is_some() {
            visit.entry.mark("positions are ignored".to_owned());
        }
        let uri = item.get("uri").and_then(Value::as_str);
        let uri = uri.ok_or(Refusal::BadRequest("Missing required field: uri"))?;
        if !uri.starts_with("spotify:") {
            return Err(Refusal::BadRequest("Unsupported URL / URI."));
        }
        unwanted.push((uri, visit.world.catalogue.resolve(uri)));
    }
    let snapshot = edit(visit, &id, |entries| {
        let is_unwanted = |entry: &Entry| {
            let mut named = unwanted.iter();
            named.any(|(uri, thing)| entry.content.is_named(uri, *thing))
        };
        entries.retain(|entry| !is_unwanted(entry));
        Ok(())
    })?;
    Ok(snapshot.into())
}

fn replace(visit: &mut Visit<'_>, id: &str, uris: &[String]) -> Result<Success, Refusal> {
    let new = named::entries(visit, uris)?;
    let snapshot = edit(visit, id, |list| {
        *list = new;
        Ok(())
    })?;
    Ok(snapshot.into())
}

fn reorder(visit: &mut Visit<'_>, id: &str, body: &Map<String, Value>) -> Result<Success, Refusal> {
    let order = Move {
        range_start: body::number(body, "range_start")?
            .ok_or(Refusal::BadRequest("Missing required field: range_start"))?,
        insert_before: body::number(body, "insert_before")?
            .ok_or(Refusal::BadRequest("Missing required field: insert_before"))?,
        range_length: body::number(body, "range_length")?.unwrap_or(1),
    };
    if order.range_length == 0 {
        return Err(OUT_OF_BOUNDS);
    }
    if order.is_idle() {
        visit
            .entry
            .mark("a range is moved to where it is".to_owned());
    }
    let snapshot = edit(visit, id, |list| {
        playlists::reorder(list, order).map_err(|_| OUT_OF_BOUNDS)
    })?;
    Ok(snapshot.into())
}

fn edit(
    visit: &mut Visit<'_>,
    id: &str,
    change: impl FnOnce(&mut Vec<Entry>) -> Result<(), Refusal>,
) -> Result<Value, Refusal> {
    let world = &mut *visit.world;
    let playlist = world.playlists.find_mut(id).ok_or(Refusal::NotFound)?;
    let snapshot = playlist.edit(&world.catalogue, change)?;
    Ok(json!({"snapshot_id": snapshot}))
}

/// The version a change was made for. It may be an old one, and the change is
/// then made to the newest all the same; but it must have been one.
fn check_snapshot(visit: &Visit<'_>, id: &str, body: &Map<String, Value>) -> Result<(), Refusal> {
    let snapshot = match body.get("snapshot_id") {
        None | Some(Value::Null) => return Ok(()),
        Some(snapshot) => snapshot.as_str().unwrap_or_default(),
    };
    let playlist = visit.world.playlists.find(id);
    let known = playlist.is_some_and(|playlist| playlist.has_been_at(snapshot));
    known
        .then_some(())
        .ok_or(Refusal::BadRequest("Invalid snapshot id"))
}

fn place(visit: &Visit<'_>, body: &Map<String, Value>) -> Result<Option<usize>, Refusal> {
    match visit.call.query.get("position") {
        None => body::number(body, "position"),
        Some(text) => text
            .parse()
            .map(Some)
            .map_err(|_| Refusal::BadRequest("Invalid position")),
    }
}
