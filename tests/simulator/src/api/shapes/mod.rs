//! The JSON shapes (contract 4.6), each written whole: what a population does
//! not get is cut afterwards.

mod album;
mod artist;
mod image;
mod track;
mod user;

pub use artist::artist;
pub use track::track;
pub use user::private_user;

use serde_json::Value;
use serde_json::json;

use crate::host::Links;

/// Markets that content is available in, where that is told.
const MARKETS: [&str; 8] = ["BR", "DE", "DK", "GB", "JP", "MA", "NO", "US"];

/// The five fields that every object of the catalogue has.
fn identity(kind: &str, id: &str, links: &Links) -> Value {
    json!({
        "external_urls": {"spotify": format!("https://open.spotify.com/{kind}/{id}")},
        "href": links.api(&format!("/v1/{kind}s/{id}")),
        "id": id,
        "type": kind,
        "uri": format!("spotify:{kind}:{id}"),
    })
}

/// An object with the fields of a second one added.
fn with(mut object: Value, fields: Value) -> Value {
    if let (Some(object), Value::Object(fields)) = (object.as_object_mut(), fields) {
        object.extend(fields);
    }
    object
}
