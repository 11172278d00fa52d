//! Looking up many at once with `ids`; what is not found is null.

use http::Method;
use serde_json::Value;
use serde_json::json;

use crate::api::endpoint::Endpoint;
use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::lookup;
use crate::api::refusal::Refusal;
use crate::api::shapes;
use crate::catalogue::Thing;

/// The endpoints of this file.
pub const ENDPOINTS: &[Endpoint] = &[
    endpoint("/v1/albums", &[], albums),
    endpoint("/v1/artists", &[], artists),
    endpoint("/v1/tracks", &[], tracks),
    endpoint("/v1/shows", &[], shows),
    endpoint("/v1/episodes", &["user-read-playback-position"], episodes),
    endpoint("/v1/audiobooks", &[], audiobooks),
    endpoint("/v1/chapters", &[], chapters),
];

const fn endpoint(
    path: &'static str,
    scopes: &'static [&'static str],
    answer: fn(&mut Visit<'_>) -> Result<Success, Refusal>,
) -> Endpoint {
    Endpoint {
        method: Method::GET,
        path,
        scopes,
        parameters: &["ids", "market"],
        answer,
    }
}

fn albums(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    all(visit, "albums", 20, |_, thing| {
        matches!(thing, Thing::Album(_))
    })
}

fn artists(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    all(visit, "artists", 50, |_, thing| {
        matches!(thing, Thing::Artist(_))
    })
}

fn tracks(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    all(visit, "tracks", 50, |_, thing| {
        matches!(thing, Thing::Track(_))
    })
}

fn shows(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    all(visit, "shows", 50, |_, thing| {
        matches!(thing, Thing::Show(_))
    })
}

fn episodes(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    all(visit, "episodes", 50, |_, thing| {
        matches!(thing, Thing::Episode(_))
    })
}

fn audiobooks(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    all(visit, "audiobooks", 50, |visit, thing| {
        matches!(thing, Thing::Audiobook(_)) && lookup::sells_audiobooks(visit)
    })
}

fn chapters(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    all(visit, "chapters", 50, |visit, thing| {
        matches!(thing, Thing::Chapter(_)) && lookup::sells_audiobooks(visit)
    })
}

fn all(
    visit: &mut Visit<'_>,
    name: &str,
    at_most: usize,
    fits: fn(&Visit<'_>, Thing) -> bool,
) -> Result<Success, Refusal> {
    let ids = ids(visit, at_most)?;
    let catalogue = &visit.world.catalogue;
    let mut items = Vec::with_capacity(ids.len());
    for id in ids {
        let found = lookup::find(catalogue, id)?.filter(|thing| fits(visit, *thing));
        let shape = found.map(|thing| whole(visit, thing));
        items.push(json!(shape));
    }
    Ok(json!({name: items}).into())
}

/// As one alone would be; but many shows come without their episodes.
fn whole(visit: &Visit<'_>, thing: Thing) -> Value {
    let catalogue = &visit.world.catalogue;
    match thing {
        Thing::Show(key) => shapes::simplified_show(key, catalogue, &visit.call.links),
        other => shapes::whole(other, catalogue, &visit.call.links),
    }
}

/// The list in `ids`.
pub fn ids<'a>(visit: &'a Visit<'_>, at_most: usize) -> Result<Vec<&'a str>, Refusal> {
    let list = visit.call.query.get("ids").unwrap_or_default();
    let ids: Vec<&str> = list.split(',').map(str::trim).collect();
    if list.is_empty() {
        Err(Refusal::BadRequest("No ids provided"))
    } else if ids.len() > at_most {
        Err(Refusal::BadRequest("Too many ids requested"))
    } else {
        Ok(ids)
    }
}
