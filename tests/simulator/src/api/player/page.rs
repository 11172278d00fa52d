//! The simulator's own calls, by which the stub of the Web Playback SDK in a
//! page is a device (contract 7). No fault meets them, no limit counts them,
//! and the log is silent about them.
//!
//! | call | body | answer |
//! |---|---|---|
//! | `POST /v1/simulator/devices` | `{"name":…,"volume":0.5}` | `{"device_id":…}` or `{"error":…,"message":…}` |
//! | `GET /v1/simulator/devices/{id}` | | `{"state":…,"name":…,"volume":…,"fate":…}` |
//! | `POST /v1/simulator/devices/{id}` | `{"command":"pause"}` | the same |
//! | `DELETE /v1/simulator/devices/{id}` | | 204 |

use http::Method;
use http::StatusCode;
use serde::Deserialize;
use serde_json::Value;
use serde_json::json;

use crate::api::bearer;
use crate::api::caller;
use crate::api::player;
use crate::api::refusal::Refusal;
use crate::api::shapes;
use crate::call::Call;
use crate::clock::Millis;
use crate::grants::Grant;
use crate::listeners::Listener;
use crate::listeners::Subscription;
use crate::player::COLD_COMMANDS;
use crate::player::Command;
use crate::player::NewDevice;
use crate::player::Steering;
use crate::reply;
use crate::reply::Reply;
use crate::switches::SdkFate;
use crate::world::World;

const PATH: &str = "/v1/simulator/devices";

/// Scopes without which the SDK does not start (contract 7).
const SCOPES: [&str; 3] = ["streaming", "user-read-email", "user-read-private"];

#[derive(Deserialize)]
struct Registration {
    name: String,
    volume: f64,
}

/// What the page itself does with what it plays.
#[derive(Deserialize)]
#[serde(tag = "command", content = "value", rename_all = "snake_case")]
enum Deed {
    Pause,
    Resume,
    Next,
    Previous,
    Seek(u64),
    Volume(f64),
    Name(String),
}

/// Whether a path is one of these calls.
pub fn is_of_a_page(path: &str) -> bool {
    path.strip_prefix(PATH)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Answers one of these calls.
pub fn answer(world: &mut World, call: &Call, now: Millis) -> Reply {
    let id = call.path.strip_prefix(PATH).unwrap_or_default();
    let id = id.trim_start_matches('/');
    let answered = match (&call.method, id) {
        (&Method::POST, "") => register(world, call, now),
        (&Method::GET, id) => look(world, call, id, now),
        (&Method::POST, id) => act(world, call, id, now),
        (&Method::DELETE, id) => leave(world, call, id, now),
        _ => Err(Refusal::MethodNotAllowed),
    };
    answered.unwrap_or_else(Refusal::reply)
}

fn register(world: &mut World, call: &Call, now: Millis) -> Result<Reply, Refusal> {
    let wanted: Registration = read(call)?;
    let fate = world.switches.sdk;
    let refused = |message| Ok(failed(SdkFate::AuthenticationError, message));
    let Ok((grant, listener)) = who(world, call, now) else {
        return refused("Authentication failed");
    };
    if fate == SdkFate::InitializationError {
        return Ok(failed(fate, "Failed to initialize player"));
    }
    if fate == SdkFate::AuthenticationError {
        return refused("Authentication failed");
    }
    if !SCOPES.iter().all(|scope| grant.scopes.has(scope)) {
        return refused("Invalid token scopes.");
    }
    if listener.subscription == Subscription::Free || fate == SdkFate::AccountError {
        let message = "This functionality is restricted to premium users only";
        return Ok(failed(SdkFate::AccountError, message));
    }
    if fate == SdkFate::NeverReady {
        return Ok(reply::json(StatusCode::OK, &json!({"device_id": null})));
    }
    let id = add(world, &listener, wanted, now);
    Ok(reply::json(StatusCode::OK, &json!({"device_id": id})))
}

fn add(
    world: &mut World,
    listener: &Listener,
    wanted: Registration,
    now: Millis,
) -> Option<String> {
    let host_time = world.clock.host_time(now);
    let cold = if world.switches.slow_wake {
        COLD_COMMANDS
    } else {
        0
    };
    let player = player::of(world, listener, now);
    let new = NewDevice::called(wanted.name, "Computer", percent(wanted.volume));
    let number = player.add_device(&listener.id, new);
    player.change(|state| {
        let device = state.device(number)?;
        device.page_seen_at = Some(host_time);
        device.cold = cold;
        device.id.clone()
    })
}

fn look(world: &mut World, call: &Call, id: &str, now: Millis) -> Result<Reply, Refusal> {
    let (_, listener) = who(world, call, now)?;
    let number = seen(world, &listener, id, now)?;
    tell(world, call, &listener, number, now)
}

fn act(world: &mut World, call: &Call, id: &str, now: Millis) -> Result<Reply, Refusal> {
    let (_, listener) = who(world, call, now)?;
    let number = seen(world, &listener, id, now)?;
    let player = player::of(world, &listener, now);
    let command = match read(call)? {
        Deed::Pause => Command::Pause,
        Deed::Resume => Command::Resume,
        Deed::Next => Command::Steer(Steering::Next),
        Deed::Previous => Command::Steer(Steering::Previous),
        Deed::Seek(position) => Command::Steer(Steering::Seek(Millis(position))),
        Deed::Volume(volume) => Command::Volume(percent(volume)),
        Deed::Name(name) => {
            player.change(|state| {
                if let Some(device) = state.device(number) {
                    device.name = name;
                }
            });
            return tell(world, call, &listener, number, now);
        }
    };
    let plays_here = player.state().active == Some(number);
    if plays_here || matches!(command, Command::Volume(_)) {
        // What the page cannot do just now it leaves undone.
        let _ = player.obey(Some(id), command, now, Millis(0));
    }
    tell(world, call, &listener, number, now)
}

fn leave(world: &mut World, call: &Call, id: &str, now: Millis) -> Result<Reply, Refusal> {
    let (_, listener) = who(world, call, now)?;
    let number = seen(world, &listener, id, now)?;
    player::of(world, &listener, now).remove_device(number);
    Ok(reply::empty(StatusCode::NO_CONTENT))
}

/// The device of a page that is still there, which has now been heard of.
fn seen(world: &mut World, listener: &Listener, id: &str, now: Millis) -> Result<u32, Refusal> {
    let host_time = world.clock.host_time(now);
    let player = player::of(world, listener, now);
    let devices = &mut player.state().devices.iter();
    let number = devices
        .find(|device| device.id.as_deref() == Some(id) && device.page_seen_at.is_some())
        .map(|device| device.number)
        .ok_or(Refusal::NotFound)?;
    player.hear_of(number, host_time);
    Ok(number)
}

fn tell(
    world: &mut World,
    call: &Call,
    listener: &Listener,
    number: u32,
    now: Millis,
) -> Result<Reply, Refusal> {
    let fate = world.switches.sdk;
    let state = player::of(world, listener, now).state().clone();
    let device = state.devices.iter().find(|device| device.number == number);
    let device = device.ok_or(Refusal::NotFound)?;
    let plays_here = state.active == Some(number);
    let (catalogue, links) = (&world.catalogue, &call.links);
    let told = plays_here.then(|| shapes::page_state(&state, catalogue, links));
    let body = json!({
        "state": told.flatten(),
        "name": device.name,
        "volume": f64::from(device.volume) / 100.0,
        "fate": fate,
    });
    Ok(reply::json(StatusCode::OK, &body))
}

fn who(world: &World, call: &Call, now: Millis) -> Result<(Grant, Listener), Refusal> {
    let grant = bearer::grant(world, call, now)?;
    let listener = caller::listener(world, &grant)?.ok_or(Refusal::InvalidToken)?;
    Ok((grant, listener))
}

fn read<T: for<'a> Deserialize<'a>>(call: &Call) -> Result<T, Refusal> {
    serde_json::from_slice(&call.body).map_err(|_| Refusal::BadRequest("Error parsing JSON."))
}

fn failed(fate: SdkFate, message: &str) -> Reply {
    let body: Value = json!({"error": fate, "message": message});
    reply::json(StatusCode::OK, &body)
}

/// A volume from 0 to 1 in per cent.
fn percent(volume: f64) -> u8 {
    let whole = (0..=100u8).rev();
    let volume = volume.clamp(0.0, 1.0) * 100.0;
    let mut below = whole.skip_while(|percent| f64::from(*percent) > volume + 0.5);
    below.next().unwrap_or_default()
}
