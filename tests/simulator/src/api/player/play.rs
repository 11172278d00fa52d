//! The body of `PUT /me/player/play` (contract 4.5, 6.1).

use serde_json::Map;
use serde_json::Value;

use crate::api::body;
use crate::api::endpoint::Visit;
use crate::api::player::source::Source;
use crate::api::player::source::playable;
use crate::api::refusal::Refusal;
use crate::clock::Millis;
use crate::player::Command;
use crate::player::Item;
use crate::player::Objection;
use crate::player::Reason;
use crate::player::Start;

const FIELDS: [&str; 4] = ["context_uri", "uris", "offset", "position_ms"];

/// What a body asks for: nothing at all resumes.
pub fn command(visit: &mut Visit<'_>) -> Result<Command, Refusal> {
    if visit.call.body.is_empty() {
        return Ok(Command::Resume);
    }
    let body = visit.json_body()?;
    body::mark_unknown(visit, &body, &FIELDS);
    if body.is_empty() {
        // It has drawn 400s, and yet libraries that work send it.
        visit
            .entry
            .mark("resumed with {} and not with an empty body");
        return Ok(Command::Resume);
    }
    let position = position(&body)?;
    match (body.get("context_uri"), body.get("uris")) {
        (Some(_), Some(_)) => Err(Refusal::BadRequest(
            "Only one of context_uri and uris can be given",
        )),
        (Some(uri), None) => {
            let uri = uri
                .as_str()
                .ok_or(Refusal::BadRequest("Invalid context uri"))?;
            let start = from_context(visit, uri, body.get("offset"))?;
            Ok(Command::Play(placed(visit, start, position)))
        }
        (None, Some(uris)) => {
            let start = from_uris(visit, uris, body.get("offset"))?;
            Ok(Command::Play(placed(visit, start, position)))
        }
        (None, None) => match position {
            Some(position) if !body.contains_key("offset") => Ok(Command::ResumeAt(position)),
            _ => Err(Refusal::BadRequest("Malformed json")),
        },
    }
}

/// The item a URI names, which must be of a kind that can be played by itself.
pub fn item(visit: &Visit<'_>, uri: &str) -> Result<Item, Refusal> {
    if !uri.starts_with("spotify:track:") && !uri.starts_with("spotify:episode:") {
        return Err(Refusal::BadRequest("Invalid track uri"));
    }
    let catalogue = &visit.world.catalogue;
    let thing = catalogue.resolve(uri).ok_or(Refusal::NotFound)?;
    playable(visit.world, &visit.listener, thing).ok_or(UNAVAILABLE)
}

fn position(body: &Map<String, Value>) -> Result<Option<Millis>, Refusal> {
    match body.get("position_ms") {
        None | Some(Value::Null) => Ok(None),
        Some(value) => {
            let position = value.as_u64().map(Millis);
            let position = position.ok_or(Refusal::BadRequest("Invalid position_ms"))?;
            Ok(Some(position))
        }
    }
}

fn from_context(visit: &Visit<'_>, uri: &str, offset: Option<&Value>) -> Result<Start, Refusal> {
    let source = Source::find(visit.world, &visit.listener, uri)?;
    let first = match offset {
        None | Some(Value::Null) => None,
        Some(offset) => {
            source.takes_offset()?;
            let place = match Offset::read(offset)? {
                Offset::Position(position) => source.at_position(position),
                Offset::Uri(uri) => source.at(item(visit, uri)?),
            };
            Some(place.ok_or(NOWHERE)?)
        }
    };
    Ok(Start {
        items: source.items(),
        context: Some(source.uri),
        first,
        position: None,
    })
}

/// Loose tracks. One that does not exist, or not here, is passed over.
fn from_uris(
    visit: &mut Visit<'_>,
    uris: &Value,
    offset: Option<&Value>,
) -> Result<Start, Refusal> {
    let uris = uris.as_array().ok_or(Refusal::BadRequest("Invalid uris"))?;
    if uris.is_empty() {
        return Err(Refusal::BadRequest("No uris provided"));
    }
    let mut items = Vec::with_capacity(uris.len());
    for uri in uris {
        let uri = uri
            .as_str()
            .ok_or(Refusal::BadRequest("Invalid track uri"))?;
        match item(visit, uri) {
            Ok(item) => items.push(item),
            Err(Refusal::NotFound | UNAVAILABLE) => {
                visit.entry.mark(format!("nothing to play: {uri}"));
            }
            Err(refusal) => return Err(refusal),
        }
    }
    if items.is_empty() {
        return Err(UNAVAILABLE);
    }
    let first = match offset {
        None | Some(Value::Null) => None,
        Some(offset) => {
            visit.entry.mark("offset without an album or a playlist");
            let place = match Offset::read(offset)? {
                Offset::Position(position) => Some(position),
                Offset::Uri(uri) => {
                    let wanted = item(visit, uri)?;
                    items.iter().position(|item| *item == wanted)
                }
            };
            Some(place.ok_or(NOWHERE)?)
        }
    };
    Ok(Start {
        context: None,
        items,
        first,
        position: None,
    })
}

const UNAVAILABLE: Refusal = Refusal::Player(Objection::Restricted(Reason::Unknown));
const NOWHERE: Refusal = Refusal::Player(Objection::Restricted(Reason::NoSpecificTrack));

enum Offset<'a> {
    Position(usize),
    Uri(&'a str),
}

impl<'a> Offset<'a> {
    fn read(offset: &'a Value) -> Result<Self, Refusal> {
        let position = offset.get("position").map(|position| {
            let position = position.as_u64().map(usize::try_from);
            position.and_then(Result::ok)
        });
        match (position, offset.get("uri").and_then(Value::as_str)) {
            (Some(Some(position)), None) => Ok(Self::Position(position)),
            (None, Some(uri)) => Ok(Self::Uri(uri)),
            _ => Err(Refusal::BadRequest("Invalid offset")),
        }
    }
}

/// The same start at a position: the one asked for, or else where an episode
/// was left.
fn placed(visit: &Visit<'_>, start: Start, position: Option<Millis>) -> Start {
    let world = &visit.world;
    let first = start.items.get(start.first.unwrap_or_default());
    let left_at = first.and_then(|item| item.resumable()).map(|thing| {
        let stop = world.stops.of(&world.catalogue, &visit.listener, thing);
        stop.position
    });
    Start {
        position: position.or(left_at),
        ..start
    }
}
