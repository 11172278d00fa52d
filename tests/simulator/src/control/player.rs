//! Commands that play things and change devices, as if a listener did so on
//! the device itself. What they change shows at once.

use serde::Deserialize;
use serde_json::Value;
use serde_json::json;

use crate::api;
use crate::api::Source;
use crate::catalogue::Thing;
use crate::clock::Millis;
use crate::control::CommandError;
use crate::control::commands::read;
use crate::listeners::Listener;
use crate::player::COLD_COMMANDS;
use crate::player::Device;
use crate::player::Item;
use crate::player::NewDevice;
use crate::player::Start;
use crate::player::State;
use crate::playlists::LocalFile;
use crate::simulator::Simulator;
use crate::simulator::Unknown;
use crate::world::World;

/// What to play. All is optional; it is done in the order of the fields. On the
/// first device where none is active. With nothing in it, only the answer is of
/// use.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct PlayerOrder {
    account: Option<String>,
    /// Id or name of the device that becomes the active one.
    device: Option<String>,
    /// URI of an album, an artist, a playlist, a show, a track or an episode;
    /// or `ad`, `local` or `episode` for any of these.
    play: Option<String>,
    /// Which item of it, from 0.
    position: Option<usize>,
    position_ms: Option<u64>,
    playing: Option<bool>,
    private: Option<bool>,
    /// Makes no device active.
    quiet: bool,
}

/// What becomes of devices, each by id or name.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct DeviceOrder {
    account: Option<String>,
    add: Option<NewDevice>,
    remove: Option<String>,
    sleep: Option<String>,
    wake: Option<String>,
    restrict: Option<String>,
    release: Option<String>,
}

/// Carries out an order to play.
pub fn direct(
    simulator: &mut Simulator,
    body: &[u8],
    host_time: Millis,
) -> Result<Value, CommandError> {
    let order: PlayerOrder = read(body)?;
    let now = simulator.now(host_time);
    let world = &mut simulator.world;
    let who = who(world, order.account.as_deref())?;
    let start = order
        .play
        .as_deref()
        .map(|what| start(world, &who, what, &order));
    let start = start.transpose()?.flatten();
    let player = api::player_of(world, &who, now);
    player.change(|state| {
        let device = order.device.as_deref();
        let number = device.map(|device| number(state, device)).transpose()?;
        let begins = order.play.is_some() || order.playing == Some(true);
        state.active = number.or(state.active).or(begins.then_some(1));
        match order.play.as_deref() {
            Some("ad") => state.cut_in(Item::AD),
            Some("local") => state.cut_in(Item::local(LocalFile::ALL[0])),
            _ => {}
        }
        if let Some(start) = start {
            state.begin_with(start);
        }
        if let Some(position) = order.position_ms {
            state.move_to(Millis(position));
        }
        state.playing = order.playing.unwrap_or(state.playing);
        state.private = order.private.unwrap_or(state.private);
        if order.quiet {
            state.go_quiet();
        }
        Ok::<_, Unknown>(())
    })?;
    Ok(tell(world, &who, now))
}

/// Carries out an order to devices.
pub fn change_devices(
    simulator: &mut Simulator,
    body: &[u8],
    host_time: Millis,
) -> Result<Value, CommandError> {
    let order: DeviceOrder = read(body)?;
    let now = simulator.now(host_time);
    let world = &mut simulator.world;
    let who = who(world, order.account.as_deref())?;
    let cold = if world.switches.slow_wake {
        COLD_COMMANDS
    } else {
        0
    };
    let player = api::player_of(world, &who, now);
    if let Some(new) = order.add {
        player.add_device(&who.id, new);
    }
    if let Some(device) = order.remove {
        let number = number(player.state(), &device)?;
        player.remove_device(number);
    }
    player.change(|state| {
        if let Some(device) = order.sleep {
            let number = number(state, &device)?;
            state.put_to_sleep(number);
        }
        change(state, order.wake, |device| {
            device.asleep = false;
            device.cold = cold;
        })?;
        change(state, order.restrict, |device| device.restricted = true)?;
        change(state, order.release, |device| device.restricted = false)
    })?;
    Ok(tell(world, &who, now))
}

fn change(
    state: &mut State,
    device: Option<String>,
    change: impl FnOnce(&mut Device),
) -> Result<(), Unknown> {
    if let Some(device) = device {
        let number = number(state, &device)?;
        state.device(number).map(change);
    }
    Ok(())
}

fn who(world: &World, account: Option<&str>) -> Result<Listener, Unknown> {
    let account = account.unwrap_or(&world.signed_in);
    world.listener(account).cloned().ok_or(Unknown::Account)
}

/// The number of the device with an id or a name.
fn number(state: &State, device: &str) -> Result<u32, Unknown> {
    let is_it = |known: &&Device| known.id.as_deref() == Some(device) || known.name == device;
    let known = state.devices.iter().find(is_it);
    known.map(|known| known.number).ok_or(Unknown::Device)
}

/// What is to be played from now on; none for what only cuts in.
fn start(
    world: &World,
    who: &Listener,
    what: &str,
    order: &PlayerOrder,
) -> Result<Option<Start>, Unknown> {
    let catalogue = &world.catalogue;
    let loose = match what {
        "ad" | "local" => return Ok(None),
        "episode" => catalogue.some_episode(0).map(Thing::Episode),
        uri => catalogue.resolve(uri),
    };
    let alone = loose.and_then(|thing| Item::of(thing, catalogue));
    let (context, items) = if let Some(item) = alone {
        (None, vec![item])
    } else {
        let source = Source::find(world, who, what).map_err(|_| Unknown::Thing)?;
        (Some(source.uri.clone()), source.items())
    };
    let first = order.position.unwrap_or_default();
    if first >= items.len() {
        return Err(Unknown::Thing);
    }
    Ok(Some(Start {
        context,
        items,
        first: Some(first),
        position: None,
    }))
}

/// How things stand now.
fn tell(world: &mut World, who: &Listener, now: Millis) -> Value {
    let state = api::player_of(world, who, now).state();
    let devices: Vec<Value> = state
        .devices
        .iter()
        .map(|device| {
            json!({
                "id": device.id,
                "name": device.name,
                "active": state.active == Some(device.number),
                "asleep": device.asleep,
                "restricted": device.restricted,
            })
        })
        .collect();
    json!({
        "devices": devices,
        "playing": state.playing,
        "private": state.private,
        "context": state.program.context(),
        "position_ms": state.position(),
    })
}
