//! Fields that new client IDs do not get (contract 5.2).

use serde_json::Value;

use crate::apps::Population;

/// Cuts from a body, at any depth, what a population does not get. The shapes
/// themselves are written whole.
pub fn cut(population: Population, body: &mut Value) {
    if population == Population::NewDev {
        cut_deep(body);
    }
}

fn cut_deep(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(cut_deep),
        Value::Object(fields) => {
            let kind = fields
                .get("type")
                .and_then(Value::as_str)
                .unwrap_or_default();
            for name in fields_cut(kind) {
                fields.remove(*name);
            }
            fields.values_mut().for_each(cut_deep);
        }
        _ => {}
    }
}

fn fields_cut(kind: &str) -> &'static [&'static str] {
    match kind {
        "track" => &["available_markets", "linked_from", "popularity"],
        "album" => &["album_group", "available_markets", "label", "popularity"],
        "artist" => &["followers", "popularity"],
        "user" => &[
            "country",
            "email",
            "explicit_content",
            "followers",
            "product",
        ],
        // Not among the cuts, but not in the new shapes either (contract 4.6).
        "playlist" => &["followers"],
        "show" | "audiobook" => &["available_markets", "publisher"],
        // Chapters call themselves episodes.
        "episode" => &["available_markets"],
        _ => &[],
    }
}
