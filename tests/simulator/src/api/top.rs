//! `GET /me/top/tracks` and `/me/top/artists` (contract 4.2).

use http::Method;
use serde_json::Value;

use crate::api::endpoint::Endpoint;
use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::paging::LimitRule;
use crate::api::paging::Window;
use crate::api::refusal::Refusal;
use crate::api::shapes;
use crate::catalogue::TimeRange;

const PARAMETERS: &[&str] = &["time_range", "limit", "offset"];
const SCOPES: &[&str] = &["user-top-read"];

/// The endpoints of this file.
pub const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        method: Method::GET,
        path: "/v1/me/top/tracks",
        scopes: SCOPES,
        parameters: PARAMETERS,
        answer: tracks,
    },
    Endpoint {
        method: Method::GET,
        path: "/v1/me/top/artists",
        scopes: SCOPES,
        parameters: PARAMETERS,
        answer: artists,
    },
];

fn tracks(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let time_range = time_range(visit)?;
    let window = Window::read(visit, LimitRule::USUAL)?;
    let catalogue = &visit.world.catalogue;
    let top = catalogue.top_tracks(visit.listener.taste, time_range);
    let shown = top[window.range(top.len())].iter();
    let items: Vec<Value> = shown
        .map(|id| shapes::track(*id, catalogue, &visit.call.links))
        .collect();
    Ok(window.page(visit, &items, top.len()).into())
}

fn artists(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let time_range = time_range(visit)?;
    let window = Window::read(visit, LimitRule::USUAL)?;
    let catalogue = &visit.world.catalogue;
    let top = catalogue.top_artists(visit.listener.taste, time_range);
    let shown = top[window.range(top.len())].iter();
    let items: Vec<Value> = shown
        .map(|id| shapes::artist(*id, catalogue, &visit.call.links))
        .collect();
    Ok(window.page(visit, &items, top.len()).into())
}

fn time_range(visit: &Visit<'_>) -> Result<TimeRange, Refusal> {
    match visit.call.query.get("time_range") {
        Some("short_term") => Ok(TimeRange::Short),
        Some("medium_term") | None => Ok(TimeRange::Medium),
        Some("long_term") => Ok(TimeRange::Long),
        Some(_) => Err(Refusal::BadRequest("Invalid time range")),
    }
}
