//! `PUT /playlists/{id}`: name, description and who sees it (contract 4.4).

use http::StatusCode;
use serde_json::Map;
use serde_json::Value;

use crate::api::body;
use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::playlists::access;
use crate::api::refusal::Refusal;

/// What can be told of a playlist.
pub const FIELDS: &[&str] = &["name", "public", "collaborative", "description"];
/// A playlist needs a name.
pub const NO_NAME: Refusal = Refusal::BadRequest("Missing required field: name");
/// What many may change is not shown on a profile.
pub const PUBLIC_AND_COLLABORATIVE: Refusal =
    Refusal::BadRequest("A collaborative playlist cannot be public");

/// Changes what is named and leaves the rest.
pub fn change(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let playlist = access::owned(visit)?;
    let id = playlist.id.clone();
    let (was_public, was_collaborative) = (playlist.public, playlist.collaborative);
    let body = visit.json_body()?;
    let name = name(&body)?;
    let description = description(&body, playlist.description.clone())?;
    let public = body::flag(&body, "public")?.or(was_public);
    let collaborative = body::flag(&body, "collaborative")?.unwrap_or(was_collaborative);
    if collaborative && public == Some(true) {
        return Err(PUBLIC_AND_COLLABORATIVE);
    }
    access::needs_modify(visit, public, collaborative)?;
    body::mark_unknown(visit, &body, FIELDS);
    if let Some(playlist) = visit.world.playlists.find_mut(&id) {
        playlist.public = public;
        playlist.collaborative = collaborative;
        playlist.name = name.unwrap_or_else(|| playlist.name.clone());
        playlist.description = description;
        playlist.edited();
    }
    Ok(Success::Empty(StatusCode::OK))
}

/// The name in a body, which is never empty.
pub fn name(body: &Map<String, Value>) -> Result<Option<String>, Refusal> {
    match body.get("name") {
        None => Ok(None),
        Some(Value::String(name)) if !name.trim().is_empty() => Ok(Some(name.clone())),
        Some(_) => Err(NO_NAME),
    }
}

/// The description in a body, as the HTML it is given out in, or else the one
/// from before. It has one line (contract 6.2).
pub fn description(
    body: &Map<String, Value>,
    before: Option<String>,
) -> Result<Option<String>, Refusal> {
    match body.get("description") {
        None => Ok(before),
        Some(Value::Null) => Ok(None),
        Some(Value::String(text)) if !text.contains(['\n', '\r']) => Ok(Some(escaped(text))),
        Some(_) => Err(Refusal::BadRequest("Invalid description")),
    }
}

fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#x27;"),
            '/' => html.push_str("&#x2F;"),
            _ => html.push(letter),
        }
    }
    html
}
