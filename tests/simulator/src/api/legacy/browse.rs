//! What Spotify's editors sort: new releases and categories.

use http::Method;
use serde_json::Value;
use serde_json::json;

use crate::api::endpoint::Endpoint;
use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::paging::LimitRule;
use crate::api::paging::Window;
use crate::api::refusal::Refusal;
use crate::api::shapes;
use crate::calendar;
use crate::catalogue::AlbumKey;
use crate::catalogue::Picture;
use crate::host::Links;

/// How many records count as new.
const NEW: usize = 30;

/// Ids and names, in the editors' order.
const CATEGORIES: [(&str, &str); 12] = [
    ("toplists", "Top Lists"),
    ("pop", "Pop"),
    ("rock", "Rock"),
    ("workout", "Workout"),
    ("jazz", "Jazz"),
    ("dance-electronic", "Dance/Electronic"),
    ("indie", "Indie"),
    ("mood", "Mood"),
    ("folk-acoustic", "Folk & Acoustic"),
    ("focus", "Focus"),
    ("classical", "Classical"),
    ("travel", "Travel"),
];

/// The endpoints of this file.
pub const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        method: Method::GET,
        path: "/v1/browse/new-releases",
        scopes: &[],
        parameters: &["country", "limit", "offset"],
        answer: new_releases,
    },
    Endpoint {
        method: Method::GET,
        path: "/v1/browse/categories",
        scopes: &[],
        parameters: &["country", "locale", "limit", "offset"],
        answer: categories,
    },
    Endpoint {
        method: Method::GET,
        path: "/v1/browse/categories/{}",
        scopes: &[],
        parameters: &["country", "locale"],
        answer: category,
    },
];

fn new_releases(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let window = Window::read(visit, LimitRule::USUAL)?;
    let catalogue = &visit.world.catalogue;
    let albums = new_albums(visit);
    let items: Vec<Value> = albums[window.range(albums.len())]
        .iter()
        .map(|album| shapes::simplified_album(*album, catalogue, &visit.call.links))
        .collect();
    Ok(json!({"albums": window.page(visit, &items, albums.len())}).into())
}

/// The records that count as new today.
pub fn new_albums(visit: &Visit<'_>) -> Vec<AlbumKey> {
    let today = calendar::iso(visit.now);
    let today = today.get(..10).unwrap_or_default();
    visit.world.catalogue.newest_albums(today, NEW)
}

fn categories(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let window = Window::read(visit, LimitRule::USUAL)?;
    let items: Vec<Value> = window
        .range(CATEGORIES.len())
        .map(|place| shape(visit, place))
        .collect();
    Ok(json!({"categories": window.page(visit, &items, CATEGORIES.len())}).into())
}

fn category(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    Ok(shape(visit, named(visit)?).into())
}

/// The place of the category of `/v1/browse/categories/{}`.
pub fn named(visit: &Visit<'_>) -> Result<usize, Refusal> {
    let id = visit.segment(3);
    let place = CATEGORIES.iter().position(|(known, _)| *known == id);
    place.ok_or(Refusal::NotFound)
}

/// What a category is called.
pub fn name(place: usize) -> &'static str {
    CATEGORIES[place % CATEGORIES.len()].1
}

fn shape(visit: &Visit<'_>, place: usize) -> Value {
    let (id, name) = CATEGORIES[place % CATEGORIES.len()];
    let links = &visit.call.links;
    json!({
        "href": links.api(&format!("/v1/browse/categories/{id}")),
        "icons": [icon(visit, place, links)],
        "id": id,
        "name": name,
    })
}

fn icon(visit: &Visit<'_>, place: usize, links: &Links) -> Value {
    let portrait = Picture::Portrait(u16::try_from(9000 + place).unwrap_or(u16::MAX));
    let id = visit.world.catalogue.ids().image(portrait, 274);
    json!({"url": links.image(&id), "height": 274, "width": 274})
}
