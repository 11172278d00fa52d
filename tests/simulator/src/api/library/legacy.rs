//! Saving and following as it was before 2026: a call for each kind (contract
//! 5.1).

use http::Method;
use http::StatusCode;
use serde_json::Value;

use crate::api::body;
use crate::api::endpoint::Endpoint;
use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::library::target::Target;
use crate::api::library::write;
use crate::api::lookup;
use crate::api::refusal::Refusal;
use crate::cors;
use crate::playlists::is_known;

/// How many ids a call takes.
const MOST_IDS: usize = 50;
const MODIFY: &[&str] = &["user-library-modify"];
const READ: &[&str] = &["user-library-read"];

macro_rules! endpoints {
    ($($method:ident $path:literal $scopes:ident $answer:ident [$($parameter:literal),*];)*) => {
        &[$(Endpoint {
            method: Method::$method,
            path: $path,
            scopes: $scopes,
            parameters: &[$($parameter),*],
            answer: $answer,
        }),*]
    };
}

const FOLLOW: &[&str] = &["user-follow-modify"];
const FOLLOWED: &[&str] = &["user-follow-read"];

/// The endpoints of this file.
pub const ENDPOINTS: &[Endpoint] = endpoints! {
    PUT "/v1/me/tracks" MODIFY save ["ids"];
    PUT "/v1/me/albums" MODIFY save ["ids"];
    PUT "/v1/me/episodes" MODIFY save ["ids"];
    PUT "/v1/me/shows" MODIFY save ["ids"];
    PUT "/v1/me/audiobooks" MODIFY save ["ids"];
    PUT "/v1/me/following" FOLLOW save ["type", "ids"];
    DELETE "/v1/me/tracks" MODIFY remove ["ids"];
    DELETE "/v1/me/albums" MODIFY remove ["ids"];
    DELETE "/v1/me/episodes" MODIFY remove ["ids"];
    DELETE "/v1/me/shows" MODIFY remove ["ids", "market"];
    DELETE "/v1/me/audiobooks" MODIFY remove ["ids"];
    DELETE "/v1/me/following" FOLLOW remove ["type", "ids"];
    GET "/v1/me/tracks/contains" READ contains ["ids"];
    GET "/v1/me/albums/contains" READ contains ["ids"];
    GET "/v1/me/episodes/contains" READ contains ["ids"];
    GET "/v1/me/shows/contains" READ contains ["ids"];
    GET "/v1/me/audiobooks/contains" READ contains ["ids"];
    GET "/v1/me/following/contains" FOLLOWED contains ["type", "ids"];
};

fn save(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    change(visit, true)
}

fn remove(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    change(visit, false)
}

fn change(visit: &mut Visit<'_>, keep: bool) -> Result<Success, Refusal> {
    // What is named first becomes the newest.
    for target in targets(visit)?.iter().rev() {
        write::set(visit, target, keep);
    }
    let status = if visit.segment(2) == "following" {
        StatusCode::NO_CONTENT
    } else {
        StatusCode::OK
    };
    Ok(Success::Empty(status))
}

fn contains(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let answers: Vec<Value> = targets(visit)?
        .iter()
        .map(|target| write::is_kept(visit, target).into())
        .collect();
    Ok(Value::from(answers).into())
}

fn targets(visit: &mut Visit<'_>) -> Result<Vec<Target>, Refusal> {
    let kind = kind(visit)?;
    let ids = ids(visit)?;
    if ids.len() > MOST_IDS {
        visit.entry.mark(format!("more than {MOST_IDS} ids"));
        return Err(Refusal::BadRequest("Too many ids requested"));
    }
    ids.iter().map(|id| target(visit, kind, id)).collect()
}

/// The kind that the path names, or for follows the query.
fn kind(visit: &Visit<'_>) -> Result<&'static str, Refusal> {
    match (visit.segment(2), visit.call.query.get("type")) {
        ("tracks", _) => Ok("track"),
        ("albums", _) => Ok("album"),
        ("episodes", _) => Ok("episode"),
        ("shows", _) => Ok("show"),
        ("audiobooks", _) => Ok("audiobook"),
        (_, Some("artist")) => Ok("artist"),
        (_, Some("user")) => Ok("user"),
        _ => Err(Refusal::BadRequest("Invalid type")),
    }
}

/// The ids of the query, or else of the body: `ids`, a list by itself, or with
/// times, which are not kept.
fn ids(visit: &mut Visit<'_>) -> Result<Vec<String>, Refusal> {
    const MISSING: Refusal = Refusal::BadRequest("Missing required field: ids");
    if let Some(ids) = visit.call.query.get("ids") {
        return Ok(cors::listed(ids).map(str::to_owned).collect());
    }
    if let Ok(Value::Array(ids)) = serde_json::from_slice(&visit.call.body) {
        let ids = ids.iter().map(|id| id.as_str().map(str::to_owned));
        return ids.collect::<Option<_>>().ok_or(MISSING);
    }
    let body = visit.json_body()?;
    if let Some(dated) = body.get("timestamped_ids").and_then(Value::as_array) {
        visit
            .entry
            .mark("times of timestamped_ids are not kept".to_owned());
        let ids = dated
            .iter()
            .map(|item| item["id"].as_str().map(str::to_owned));
        return ids.collect::<Option<_>>().ok_or(MISSING);
    }
    body::texts(&body, "ids")?.ok_or(MISSING)
}

fn target(visit: &Visit<'_>, kind: &str, id: &str) -> Result<Target, Refusal> {
    if kind == "user" {
        let exists = is_known(id) || visit.world.listener(id).is_some();
        let user = exists.then(|| Target::User(id.to_owned()));
        return user.ok_or(Refusal::NotFound);
    }
    let thing = lookup::find(&visit.world.catalogue, id)?;
    let thing = thing.filter(|thing| thing.kind() == kind);
    thing.map(Target::Thing).ok_or(Refusal::NotFound)
}
