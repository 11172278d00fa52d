//! What the Web Playback SDK tells its page (contract 7).

use serde_json::Value;
use serde_json::json;

use crate::api::shapes::player::playing;
use crate::catalogue::Catalogue;
use crate::host::Links;
use crate::player::Item;
use crate::player::Repeat;
use crate::player::Sound;
use crate::player::State;

/// How many tracks before and after are told.
const WINDOW: usize = 2;

/// What plays, as the SDK tells it; none when nothing is loaded.
pub fn page_state(state: &State, catalogue: &Catalogue, links: &Links) -> Option<Value> {
    let program = &state.program;
    let current = program.current()?;
    let tracks = |items: Vec<Item>| -> Vec<Value> {
        let items = items.into_iter();
        items.map(|item| track(item, catalogue, links)).collect()
    };
    let mut earlier = program.earlier(WINDOW);
    earlier.reverse();
    let is_ad = current.sound == Sound::Ad;
    Some(json!({
        "context": {"uri": program.context(), "metadata": {}},
        "disallows": {
            "pausing": !state.playing,
            "peeking_next": is_ad,
            "peeking_prev": is_ad,
            "resuming": state.playing,
            "seeking": is_ad,
            "skipping_next": is_ad || !program.has_next(),
            "skipping_prev": is_ad || !program.has_previous(),
        },
        "duration": current.duration.0,
        "paused": !state.playing,
        "position": state.position().0,
        "repeat_mode": match program.repeat() {
            Repeat::Off => 0,
            Repeat::Context => 1,
            Repeat::Track => 2,
        },
        "shuffle": program.shuffle(),
        "timestamp": state.changed_at.0,
        "track_window": {
            "current_track": track(current, catalogue, links),
            "next_tracks": tracks(program.upcoming(WINDOW)),
            "previous_tracks": tracks(earlier),
        },
    }))
}

fn track(item: Item, catalogue: &Catalogue, links: &Links) -> Value {
    let Some(whole) = playing(item, catalogue, links) else {
        return json!({
            "album": {"images": [], "name": "", "uri": null},
            "artists": [],
            "duration_ms": item.duration.0,
            "id": null,
            "is_playable": true,
            "media_type": "audio",
            "name": "Advertisement",
            "type": "ad",
            "uri": "spotify:ad:simulated",
        });
    };
    let of = if whole["album"].is_object() {
        &whole["album"]
    } else {
        &whole["show"]
    };
    let artists = whole["artists"].as_array().map_or_else(
        || vec![json!({"name": of["publisher"], "uri": of["uri"]})],
        |artists| artists.iter().map(name_and_uri).collect(),
    );
    json!({
        "album": {"images": of["images"], "name": of["name"], "uri": of["uri"]},
        "artists": artists,
        "duration_ms": item.duration.0,
        "id": whole["id"],
        "is_playable": true,
        "media_type": "audio",
        "name": whole["name"],
        "type": whole["type"],
        "uri": whole["uri"],
    })
}

fn name_and_uri(artist: &Value) -> Value {
    json!({"name": artist["name"], "uri": artist["uri"]})
}
