//! Where the listener stopped, told of every episode and chapter to those who
//! have the scope for it (contract 1.4, 4.6).

use serde_json::Map;
use serde_json::Value;
use serde_json::json;

use crate::catalogue::Catalogue;
use crate::listeners::Listener;
use crate::stops::Stops;

/// Adds `resume_point` to every episode in a body, at any depth.
pub fn add(stops: &Stops, catalogue: &Catalogue, listener: &Listener, value: &mut Value) {
    match value {
        Value::Array(items) => {
            for item in items {
                add(stops, catalogue, listener, item);
            }
        }
        Value::Object(fields) => {
            add_to_one(stops, catalogue, listener, fields);
            for field in fields.values_mut() {
                add(stops, catalogue, listener, field);
            }
        }
        _ => {}
    }
}

fn add_to_one(
    stops: &Stops,
    catalogue: &Catalogue,
    listener: &Listener,
    fields: &mut Map<String, Value>,
) {
    if fields.get("type").and_then(Value::as_str) != Some("episode") {
        return;
    }
    // An episode in the guise of a track has a duration but no description.
    let id = fields.get("id").and_then(Value::as_str);
    let known = id.and_then(|id| catalogue.find(id));
    if let Some(thing) = known.filter(|_| fields.contains_key("description")) {
        let stop = stops.of(catalogue, listener, thing);
        fields.insert(
            "resume_point".to_owned(),
            json!({"fully_played": stop.fully_played, "resume_position_ms": stop.position.0}),
        );
    }
}
