//! What each call says on the wire, and that descriptions and calls agree.

mod commands;
mod descriptions;
mod playlists;
mod reads;

use serde_json::Value;

use crate::spotify::{Call, SpotifyUri};

const ID: &str = "4iV5W9uYEdYUVa79Axb7Rh";

fn id<T: TryFrom<String>>(text: &str) -> T {
    T::try_from(text.to_owned()).ok().expect("an id")
}

fn track() -> SpotifyUri {
    id(&format!("spotify:track:{ID}"))
}

/// The path and the JSON body of `call`, with `x` for the long id.
fn wire<T>(call: &Call<T>) -> (String, Option<Value>) {
    let request = call.plan.request("", String::new());
    let short = |text: String| text.replace(ID, "x");
    let body = request
        .body
        .map(|body| serde_json::from_str(&short(body)).expect("JSON"));
    assert_eq!(
        body.is_some(),
        request.headers.len() == 2,
        "a type goes with a body only"
    );
    (short(request.url), body)
}
