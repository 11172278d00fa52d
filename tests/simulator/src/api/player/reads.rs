//! What plays where, and what comes next (contract 4.5).

use http::Method;
use http::StatusCode;
use serde_json::Value;
use serde_json::json;

use crate::api::endpoint::Endpoint;
use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::player;
use crate::api::refusal::Refusal;
use crate::api::shapes;
use crate::cors;

/// How many entries of the queue are told.
const QUEUE_LENGTH: usize = 20;

/// The endpoints of this file.
pub const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        method: Method::GET,
        path: "/v1/me/player",
        scopes: &["user-read-playback-state"],
        parameters: &["market", "additional_types"],
        answer: state,
    },
    Endpoint {
        method: Method::GET,
        path: "/v1/me/player/currently-playing",
        scopes: &["user-read-currently-playing"],
        parameters: &["market", "additional_types"],
        answer: currently_playing,
    },
    Endpoint {
        method: Method::GET,
        path: "/v1/me/player/devices",
        scopes: &["user-read-playback-state"],
        parameters: &[],
        answer: devices,
    },
    Endpoint {
        method: Method::GET,
        path: "/v1/me/player/queue",
        scopes: &["user-read-currently-playing", "user-read-playback-state"],
        parameters: &[],
        answer: queue,
    },
];

fn state(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let episodes = takes_episodes(visit)?;
    let state = player::of(visit.world, &visit.listener, visit.now)
        .shown()
        .clone();
    let Some(device) = state.active_device() else {
        return Ok(Success::Empty(StatusCode::NO_CONTENT));
    };
    let (catalogue, links) = (&visit.world.catalogue, &visit.call.links);
    Ok(shapes::playback_state(&state, device, episodes, catalogue, links).into())
}

fn currently_playing(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let episodes = takes_episodes(visit)?;
    let state = player::of(visit.world, &visit.listener, visit.now)
        .shown()
        .clone();
    if state.active.is_none() || state.program.current().is_none() {
        return Ok(Success::Empty(StatusCode::NO_CONTENT));
    }
    let (catalogue, links) = (&visit.world.catalogue, &visit.call.links);
    Ok(shapes::currently_playing(&state, episodes, catalogue, links).into())
}

#[expect(clippy::unnecessary_wraps, reason = "the form every endpoint has")]
fn devices(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let state = player::of(visit.world, &visit.listener, visit.now).shown();
    let awake = state.devices.iter().filter(|device| !device.asleep);
    let devices: Vec<Value> = awake.map(|device| shapes::device(device, state)).collect();
    Ok(json!({"devices": devices}).into())
}

#[expect(clippy::unnecessary_wraps, reason = "the form every endpoint has")]
fn queue(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let state = player::of(visit.world, &visit.listener, visit.now)
        .shown()
        .clone();
    let (catalogue, links) = (&visit.world.catalogue, &visit.call.links);
    let told = state.active.is_some() && !state.private;
    let current = state.program.current().filter(|_| told);
    let length = if told { QUEUE_LENGTH } else { 0 };
    let upcoming = state.program.upcoming(length).into_iter();
    let queue: Vec<Value> = upcoming
        .filter_map(|item| shapes::playing(item, catalogue, links))
        .collect();
    let body = json!({
        "currently_playing": current.and_then(|item| shapes::playing(item, catalogue, links)),
        "queue": queue,
    });
    Ok(body.into())
}

/// Whether the client says that it knows episodes. Without that it is told of
/// none (contract 6.2).
fn takes_episodes(visit: &Visit<'_>) -> Result<bool, Refusal> {
    let types = visit.call.query.get("additional_types").unwrap_or_default();
    let mut episodes = false;
    for kind in cors::listed(types) {
        match kind {
            "episode" => episodes = true,
            "track" => {}
            _ => return Err(Refusal::BadRequest("Invalid additional_types")),
        }
    }
    Ok(episodes)
}
