//! `/audiobooks/{id}` and `/chapters/{id}`: only in six markets (contract 4.1).

use http::Method;
use serde_json::Value;

use crate::api::endpoint::Endpoint;
use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::lookup;
use crate::api::paging::LimitRule;
use crate::api::paging::Window;
use crate::api::refusal::Refusal;
use crate::api::shapes;

/// The endpoints of this file.
pub const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        method: Method::GET,
        path: "/v1/audiobooks/{}",
        scopes: &[],
        parameters: &["market"],
        answer: audiobook,
    },
    Endpoint {
        method: Method::GET,
        path: "/v1/audiobooks/{}/chapters",
        scopes: &[],
        parameters: &["market", "limit", "offset"],
        answer: chapters,
    },
    Endpoint {
        method: Method::GET,
        path: "/v1/chapters/{}",
        scopes: &[],
        parameters: &["market"],
        answer: chapter,
    },
];

fn audiobook(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let key = lookup::audiobook(visit)?;
    Ok(shapes::audiobook(key, &visit.world.catalogue, &visit.call.links).into())
}

fn chapters(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let key = lookup::audiobook(visit)?;
    let window = Window::read(visit, LimitRule::USUAL)?;
    let catalogue = &visit.world.catalogue;
    let total = catalogue.audiobook(key).total_chapters();
    let items: Vec<Value> = window
        .range(total)
        .filter_map(|place| catalogue.chapter_at(key, place))
        .map(|chapter| shapes::simplified_chapter(chapter, catalogue, &visit.call.links))
        .collect();
    Ok(window.page(visit, &items, total).into())
}

fn chapter(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let key = lookup::chapter(visit)?;
    Ok(shapes::chapter(key, &visit.world.catalogue, &visit.call.links).into())
}
