//! What tells a device to do something (contract 4.5). All of it needs
//! Premium.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use http::Method;
use http::StatusCode;
use serde_json::Value;
use sha2::Digest;
use sha2::Sha256;

use crate::api::body;
use crate::api::endpoint::Endpoint;
use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::player;
use crate::api::player::play;
use crate::api::refusal::Refusal;
use crate::clock::Millis;
use crate::listeners::Subscription;
use crate::player::Command;
use crate::player::Objection;
use crate::player::Repeat;
use crate::player::Steering;
use crate::switches::PlayerSuccess;

const SCOPES: &[&str] = &["user-modify-playback-state"];
const DEVICE: &[&str] = &["device_id"];

type Answer = fn(&mut Visit<'_>) -> Result<Success, Refusal>;

const fn endpoint(
    method: Method,
    path: &'static str,
    parameters: &'static [&'static str],
    answer: Answer,
) -> Endpoint {
    Endpoint {
        method,
        path,
        scopes: SCOPES,
        parameters,
        answer,
    }
}

/// The endpoints of this file.
pub const ENDPOINTS: &[Endpoint] = &[
    endpoint(Method::PUT, "/v1/me/player", &[], transfer),
    endpoint(Method::PUT, "/v1/me/player/play", DEVICE, play),
    endpoint(Method::PUT, "/v1/me/player/pause", DEVICE, pause),
    endpoint(Method::POST, "/v1/me/player/next", DEVICE, next),
    endpoint(Method::POST, "/v1/me/player/previous", DEVICE, previous),
    endpoint(
        Method::PUT,
        "/v1/me/player/seek",
        &["position_ms", "device_id"],
        seek,
    ),
    endpoint(
        Method::PUT,
        "/v1/me/player/repeat",
        &["state", "device_id"],
        repeat,
    ),
    endpoint(
        Method::PUT,
        "/v1/me/player/shuffle",
        &["state", "device_id"],
        shuffle,
    ),
    endpoint(
        Method::PUT,
        "/v1/me/player/volume",
        &["volume_percent", "device_id"],
        volume,
    ),
    endpoint(
        Method::POST,
        "/v1/me/player/queue",
        &["uri", "device_id"],
        enqueue,
    ),
];

fn transfer(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    needs_premium(visit)?;
    let body = visit.json_body()?;
    body::mark_unknown(visit, &body, &["device_ids", "play"]);
    let ids = body.get("device_ids").and_then(Value::as_array);
    let ids = ids.ok_or(Refusal::BadRequest("Missing required field: device_ids"))?;
    let [id] = ids.as_slice() else {
        return Err(Refusal::BadRequest("Exactly one device id must be given"));
    };
    let id = id
        .as_str()
        .ok_or(Refusal::BadRequest("Invalid device id"))?;
    let play = body::flag(&body, "play")?.unwrap_or_default();
    tell(visit, Some(id), Command::Transfer { play })
}

fn play(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    needs_premium(visit)?;
    // A stop in an episode is kept whenever the player is looked at.
    player::of(visit.world, &visit.listener, visit.now);
    let command = play::command(visit)?;
    obey(visit, command)
}

fn pause(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    needs_premium(visit)?;
    obey(visit, Command::Pause)
}

fn next(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    needs_premium(visit)?;
    obey(visit, Command::Steer(Steering::Next))
}

fn previous(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    needs_premium(visit)?;
    obey(visit, Command::Steer(Steering::Previous))
}

fn seek(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    needs_premium(visit)?;
    let position = required(visit, "position_ms")?.parse();
    let position = position.map_err(|_| Refusal::BadRequest("Invalid position_ms"))?;
    obey(visit, Command::Steer(Steering::Seek(Millis(position))))
}

fn repeat(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    needs_premium(visit)?;
    let repeat = match required(visit, "state")? {
        "off" => Repeat::Off,
        "track" => Repeat::Track,
        "context" => Repeat::Context,
        _ => return Err(Refusal::BadRequest("Invalid state")),
    };
    obey(visit, Command::Steer(Steering::Repeat(repeat)))
}

fn shuffle(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    needs_premium(visit)?;
    let on = required(visit, "state")?.parse();
    let on = on.map_err(|_| Refusal::BadRequest("Invalid state"))?;
    obey(visit, Command::Steer(Steering::Shuffle(on)))
}

fn volume(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    needs_premium(visit)?;
    let percent: Option<u8> = required(visit, "volume_percent")?.parse().ok();
    let percent = percent.filter(|percent| *percent <= 100);
    let percent = percent.ok_or(Refusal::BadRequest("Invalid volume_percent"))?;
    obey(visit, Command::Volume(percent))
}

fn enqueue(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    needs_premium(visit)?;
    let item = play::item(visit, required(visit, "uri")?)?;
    obey(visit, Command::Steer(Steering::Enqueue(item)))
}

fn needs_premium(visit: &Visit<'_>) -> Result<(), Refusal> {
    match visit.listener.subscription {
        Subscription::Premium => Ok(()),
        Subscription::Free => Err(Objection::PremiumRequired.into()),
    }
}

fn required<'a>(visit: &Visit<'a>, name: &str) -> Result<&'a str, Refusal> {
    let value = visit.call.query.get(name);
    value.ok_or(Refusal::BadRequest("Required parameter missing"))
}

/// Tells the device of the query, or else the active one.
fn obey(visit: &mut Visit<'_>, command: Command) -> Result<Success, Refusal> {
    let device_id = visit.call.query.get("device_id");
    tell(visit, device_id.filter(|id| !id.is_empty()), command)
}

fn tell(
    visit: &mut Visit<'_>,
    device_id: Option<&str>,
    command: Command,
) -> Result<Success, Refusal> {
    let lag = visit.world.switches.lag_ms;
    let player = player::of(visit.world, &visit.listener, visit.now);
    player.obey(device_id, command, visit.now, lag)?;
    Ok(match visit.world.switches.player_success {
        PlayerSuccess::NoContent => Success::Empty(StatusCode::NO_CONTENT),
        PlayerSuccess::Accepted => Success::Empty(StatusCode::ACCEPTED),
        PlayerSuccess::Text => Success::Text(babble(visit)),
    })
}

/// A text that says nothing and is no JSON (contract 6.1).
fn babble(visit: &Visit<'_>) -> String {
    let digest = Sha256::new()
        .chain_update(visit.now.0.to_be_bytes())
        .chain_update(&visit.call.path)
        .finalize();
    BASE64_URL_SAFE_NO_PAD.encode(digest)
}
