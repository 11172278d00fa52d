//! Nulls and gaps where the contract warns of them (contract 6.2). What it
//! says is always there, as names, types and URIs, stays.

use std::collections::HashMap;

use serde_json::Map;
use serde_json::Value;
use serde_json::json;

/// What an object may lack.
#[derive(Clone, Copy, Debug)]
enum Gap {
    /// Nothing: some objects are whole.
    None,
    Missing(&'static str),
    Null(&'static str),
    EmptyList(&'static str),
    /// A release date that tells nothing.
    NoDate,
    /// How many things a playlist holds is not told.
    NoTotal,
}

/// What the objects of a kind lack: the first the first, the second the
/// second, and so on, round and round.
fn gaps(kind: &str) -> &'static [Gap] {
    match kind {
        "artist" => &[
            Gap::Missing("images"),
            Gap::Missing("genres"),
            Gap::EmptyList("images"),
            Gap::EmptyList("genres"),
            Gap::None,
        ],
        "album" => &[
            Gap::Null("release_date"),
            Gap::NoDate,
            Gap::EmptyList("images"),
            Gap::Missing("genres"),
            Gap::None,
        ],
        "track" => &[
            Gap::Missing("external_ids"),
            Gap::Missing("is_playable"),
            Gap::Missing("preview_url"),
            Gap::None,
        ],
        "show" => &[
            Gap::Null("is_externally_hosted"),
            Gap::EmptyList("images"),
            Gap::None,
        ],
        "episode" => &[
            Gap::Missing("resume_point"),
            Gap::Missing("audio_preview_url"),
            Gap::EmptyList("images"),
            Gap::NoDate,
            Gap::None,
        ],
        "audiobook" => &[Gap::Missing("edition"), Gap::EmptyList("images"), Gap::None],
        "playlist" => &[
            Gap::Null("images"),
            Gap::Null("public"),
            Gap::NoTotal,
            Gap::Null("description"),
            Gap::None,
        ],
        "user" => &[Gap::Null("display_name")],
        _ => &[Gap::None],
    }
}

/// Takes from a body what may be null or missing: from some objects this,
/// from some that, always the same for the same body.
pub fn sprinkle(body: &mut Value) {
    let mut met = HashMap::new();
    walk("", body, &mut met);
}

/// How many objects of each kind were met so far.
type Met = HashMap<String, usize>;

fn walk(name: &str, value: &mut Value, met: &mut Met) {
    match value {
        Value::Array(list) => {
            if name == "items" {
                punch(list);
            }
            for item in list {
                walk("", item, met);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields.iter_mut() {
                walk(name, field, met);
            }
            thin_page(fields);
            thin_player(fields);
            thin(fields, met);
        }
        _ => {}
    }
}

/// Puts a null in place of every fifth playlist, show or episode of a page.
fn punch(items: &mut [Value]) {
    for item in items.iter_mut().skip(3).step_by(5) {
        if matches!(kind_of(item), "playlist" | "show" | "episode") {
            *item = Value::Null;
        }
    }
}

fn kind_of(value: &Value) -> &str {
    value["type"].as_str().unwrap_or_default()
}

fn thin(fields: &mut Map<String, Value>, met: &mut Met) {
    let Some(Value::String(kind)) = fields.get("type") else {
        return;
    };
    let gaps = gaps(kind);
    let nth = met.entry(kind.clone()).or_default();
    let gap = gaps[*nth % gaps.len()];
    *nth += 1;
    match gap {
        Gap::None => {}
        Gap::Missing(name) => {
            fields.remove(name);
        }
        Gap::Null(name) => set_field(fields, name, Value::Null),
        Gap::EmptyList(name) => set_field(fields, name, json!([])),
        Gap::NoDate => set_field(fields, "release_date", json!("0000")),
        Gap::NoTotal => {
            for name in ["items", "tracks"] {
                if let Some(Value::Object(contents)) = fields.get_mut(name) {
                    set_field(contents, "total", Value::Null);
                }
            }
        }
    }
}

/// Later pages may not tell how long the whole list is (contract 3.6).
fn thin_page(fields: &mut Map<String, Value>) {
    let is_later = fields
        .get("offset")
        .and_then(Value::as_u64)
        .is_some_and(|offset| offset > 0);
    if is_later && fields.contains_key("items") {
        set_field(fields, "total", Value::Null);
    }
}

/// The oddities of devices (contract 6.1).
fn thin_player(fields: &mut Map<String, Value>) {
    set_field(fields, "volume_percent", Value::Null);
    if fields.remove("shuffle_state").is_some() {
        fields.insert("smart_shuffle".to_owned(), json!(false));
    }
}

fn set_field(fields: &mut Map<String, Value>, name: &str, value: Value) {
    if let Some(field) = fields.get_mut(name) {
        *field = value;
    }
}
