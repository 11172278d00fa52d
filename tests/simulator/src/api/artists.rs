//! `/artists/{id}` and what artists are heard on (contract 4.1, 5.1).

use http::Method;
use serde_json::Value;
use serde_json::json;

use crate::api::endpoint::Endpoint;
use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::lookup;
use crate::api::paging::LimitRule;
use crate::api::paging::Window;
use crate::api::refusal::Refusal;
use crate::api::shapes;
use crate::catalogue::Group;

/// The endpoints of this file.
pub const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        method: Method::GET,
        path: "/v1/artists/{}",
        scopes: &[],
        parameters: &[],
        answer: artist,
    },
    Endpoint {
        method: Method::GET,
        path: "/v1/artists/{}/albums",
        scopes: &[],
        parameters: &["include_groups", "market", "limit", "offset"],
        answer: albums,
    },
];

/// What new client IDs have lost.
pub const LEGACY: &[Endpoint] = &[Endpoint {
    method: Method::GET,
    path: "/v1/artists/{}/top-tracks",
    scopes: &[],
    parameters: &["market"],
    answer: top_tracks,
}];

fn artist(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let key = lookup::artist(visit)?;
    Ok(shapes::artist(key, &visit.world.catalogue, &visit.call.links).into())
}

fn albums(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let key = lookup::artist(visit)?;
    let groups = groups(visit)?;
    let window = Window::read(visit, LimitRule::tightened(visit.population))?;
    let catalogue = &visit.world.catalogue;
    let albums = catalogue.discography(key, &groups);
    let shown = albums[window.range(albums.len())].iter();
    let items: Vec<Value> = shown
        .map(|(group, album)| {
            let mut shape = shapes::simplified_album(*album, catalogue, &visit.call.links);
            shape["album_group"] = json!(group.name());
            shape
        })
        .collect();
    Ok(window.page(visit, &items, albums.len()).into())
}

fn groups(visit: &Visit<'_>) -> Result<Vec<Group>, Refusal> {
    let Some(list) = visit.call.query.get("include_groups") else {
        return Ok(Group::ALL.to_vec());
    };
    let named = list.split(',').map(|name| Group::named(name.trim()));
    let groups: Option<Vec<Group>> = named.collect();
    groups.ok_or(Refusal::BadRequest("Invalid include_groups"))
}

fn top_tracks(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let key = lookup::artist(visit)?;
    let catalogue = &visit.world.catalogue;
    let tracks: Vec<Value> = catalogue
        .top_tracks_of(key)
        .into_iter()
        .map(|track| shapes::track(track, catalogue, &visit.call.links))
        .collect();
    Ok(json!({"tracks": tracks}).into())
}
