//! The host of the Web Playback SDK: a stub that plays nothing, but tells a page
//! all that the real one tells (contract 7).

use http::Method;
use http::StatusCode;
use http::header;

use crate::call::Call;
use crate::reply;
use crate::reply::Reply;

const SCRIPT: &str = include_str!("spotify-player.js");
/// Stands in the script for where its calls go.
const PLACE: &str = "{{devices}}";

/// Answers a call to the host.
pub fn answer(call: &Call) -> Reply {
    match (&call.method, call.path.as_str()) {
        (&Method::GET | &Method::HEAD, "/spotify-player.js") => script(call),
        _ => reply::text(StatusCode::NOT_FOUND, "Not found"),
    }
}

fn script(call: &Call) -> Reply {
    let devices = call.links.api("/v1/simulator/devices");
    let script = SCRIPT.replace(PLACE, &devices);
    let mut reply = reply::with_body(StatusCode::OK, "text/javascript; charset=utf-8", script);
    reply::set(&mut reply, header::CACHE_CONTROL, "no-store");
    reply
}
