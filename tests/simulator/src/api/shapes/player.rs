//! What plays, on what, and what played (contract 4.6, 6.1).

use serde_json::Map;
use serde_json::Value;
use serde_json::json;

use crate::api::shapes::playlist_item;
use crate::api::shapes::whole;
use crate::api::shapes::with;
use crate::calendar;
use crate::catalogue::Catalogue;
use crate::catalogue::Thing;
use crate::host::Links;
use crate::player::Device;
use crate::player::Item;
use crate::player::Played;
use crate::player::Sound;
use crate::player::State;

/// A device.
pub fn device(device: &Device, state: &State) -> Value {
    let is_active = state.active == Some(device.number);
    json!({
        "id": device.id,
        "is_active": is_active,
        "is_private_session": is_active && state.private,
        "is_restricted": device.restricted,
        "name": device.name,
        "supports_volume": device.supports_volume,
        "type": device.kind,
        "volume_percent": device.volume,
    })
}

/// Everything that is told of the player.
pub fn playback_state(
    state: &State,
    active: &Device,
    episodes: bool,
    catalogue: &Catalogue,
    links: &Links,
) -> Value {
    let more = json!({
        "device": device(active, state),
        "repeat_state": state.program.repeat().name(),
        "shuffle_state": state.program.shuffle(),
    });
    with(currently_playing(state, episodes, catalogue, links), more)
}

/// What plays, without the device. An advertisement has no item, an episode
/// has none for clients that do not know episodes, and a private session hides
/// everything.
pub fn currently_playing(
    state: &State,
    episodes: bool,
    catalogue: &Catalogue,
    links: &Links,
) -> Value {
    let current = state.program.current().filter(|_| !state.private);
    let kind = current.map_or("unknown", kind_of);
    let told = current.filter(|_| episodes || kind != "episode");
    let from = state.program.context().filter(|_| !state.private);
    json!({
        "actions": {"disallows": disallows(state)},
        "context": from.map(|uri| context(uri, links)),
        "currently_playing_type": kind,
        "is_playing": state.playing,
        "item": told.and_then(|item| playing(item, catalogue, links)),
        "progress_ms": current.map(|_| state.position().0),
        "timestamp": state.changed_at.0,
    })
}

/// What sounds; none for an advertisement.
pub fn playing(item: Item, catalogue: &Catalogue, links: &Links) -> Option<Value> {
    match item.sound {
        Sound::Thing(thing) => Some(whole(thing, catalogue, links)),
        Sound::Local(file) => Some(playlist_item::local(&file)),
        Sound::Ad => None,
    }
}

/// One play.
pub fn play_history(played: &Played, catalogue: &Catalogue, links: &Links) -> Option<Value> {
    Some(json!({
        "context": played.context.as_deref().map(|uri| context(uri, links)),
        "played_at": with_millis(&calendar::iso(played.at), played.at.0 % 1000),
        "track": playing(played.item, catalogue, links)?,
    }))
}

/// What something is played from.
fn context(uri: &str, links: &Links) -> Value {
    let mut parts = uri.rsplitn(2, ':');
    let id = parts.next().unwrap_or_default();
    let kind = parts.next().and_then(|rest| rest.rsplit(':').next());
    let kind = kind.unwrap_or_default();
    json!({
        "external_urls": {"spotify": format!("https://open.spotify.com/{kind}/{id}")},
        "href": links.api(&format!("/v1/{kind}s/{id}")),
        "type": kind,
        "uri": uri,
    })
}

fn kind_of(item: Item) -> &'static str {
    match item.sound {
        Sound::Thing(Thing::Episode(_) | Thing::Chapter(_)) => "episode",
        Sound::Thing(_) | Sound::Local(_) => "track",
        Sound::Ad => "ad",
    }
}

/// What cannot be done at the moment; what is absent can.
fn disallows(state: &State) -> Value {
    let program = &state.program;
    let is_ad = program
        .current()
        .is_some_and(|item| item.sound == Sound::Ad);
    let restricted = state
        .active_device()
        .is_some_and(|device| device.restricted);
    let stuck = is_ad || restricted;
    let flags = [
        ("pausing", !state.playing || restricted),
        ("resuming", state.playing || restricted),
        ("seeking", stuck),
        ("skipping_next", stuck || !program.has_next()),
        ("skipping_prev", stuck || !program.has_previous()),
        ("toggling_repeat_context", stuck),
        ("toggling_repeat_track", stuck),
        ("toggling_shuffle", stuck),
        ("interrupting_playback", restricted),
        ("transferring_playback", false),
    ];
    let raised = flags.into_iter().filter(|(_, raised)| *raised);
    let raised: Map<String, Value> = raised
        .map(|(name, raised)| (name.to_owned(), Value::Bool(raised)))
        .collect();
    Value::Object(raised)
}

/// An instant to the millisecond, as cursors tell it.
fn with_millis(instant: &str, millis: u64) -> String {
    format!("{}.{millis:03}Z", instant.trim_end_matches('Z'))
}
