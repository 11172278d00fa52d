//! Fields of JSON bodies.

use serde_json::Map;
use serde_json::Value;

use crate::api::endpoint::Visit;
use crate::api::refusal::Refusal;

/// Marks fields that are ignored.
pub fn mark_unknown(visit: &mut Visit<'_>, body: &Map<String, Value>, known: &[&str]) {
    for name in body.keys().filter(|name| !known.contains(&name.as_str())) {
        visit
            .entry
            .mark(format!("unknown field {name} in the body"));
    }
}

/// A truth value; null is as if absent.
pub fn flag(body: &Map<String, Value>, name: &str) -> Result<Option<bool>, Refusal> {
    match body.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Bool(flag)) => Ok(Some(*flag)),
        Some(_) => Err(Refusal::BadRequest("Error parsing JSON.")),
    }
}

/// A count or a place, never negative.
pub fn number(body: &Map<String, Value>, name: &str) -> Result<Option<usize>, Refusal> {
    match body.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => value
            .as_u64()
            .and_then(|number| usize::try_from(number).ok())
            .map(Some)
            .ok_or(Refusal::BadRequest("Error parsing JSON.")),
    }
}

/// A list of texts.
pub fn texts(body: &Map<String, Value>, name: &str) -> Result<Option<Vec<String>>, Refusal> {
    let Some(value) = body.get(name) else {
        return Ok(None);
    };
    let list = value.as_array().and_then(|list| {
        let texts = list.iter().map(|text| text.as_str().map(str::to_owned));
        texts.collect::<Option<Vec<String>>>()
    });
    list.map(Some)
        .ok_or(Refusal::BadRequest("Error parsing JSON."))
}
