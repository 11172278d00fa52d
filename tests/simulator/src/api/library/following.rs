//! `GET /me/following`: a page that goes on after an artist (contract 3.6,
//! 4.2).

use serde_json::Value;
use serde_json::json;

use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::lookup;
use crate::api::paging::LimitRule;
use crate::api::paging::Window;
use crate::api::refusal::Refusal;
use crate::api::shapes;
use crate::catalogue::Thing;

/// The artists the listener follows.
pub fn artists(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    if visit.call.query.get("type") != Some("artist") {
        return Err(Refusal::BadRequest("Invalid type"));
    }
    let limit = Window::read(visit, LimitRule::USUAL)?.limit();
    let after = visit.call.query.get("after");
    let after = after.filter(|after| !after.is_empty());
    let after = match after {
        Some(id) => lookup::find(&visit.world.catalogue, id)?,
        None => None,
    };
    let world = &mut *visit.world;
    let followed = &world.library.of(&visit.listener, &world.catalogue).artists;
    let start = after.and_then(|artist| followed.place(artist));
    let start = start.map_or(0, |place| place + 1);
    let total = followed.len();
    let end = total.min(start + limit);
    let shown: Vec<Thing> = followed
        .part(start..end)
        .into_iter()
        .map(|(thing, _)| thing)
        .collect();
    let last = shown.last().filter(|_| end < total);
    let last = last.map(|thing| visit.world.catalogue.ids().of(*thing));
    let items: Vec<Value> = shown
        .iter()
        .map(|thing| shapes::whole(*thing, &visit.world.catalogue, &visit.call.links))
        .collect();
    let link = |after: Option<&str>| {
        let after = after.map(|id| format!("&after={id}")).unwrap_or_default();
        let path = format!("/v1/me/following?type=artist&limit={limit}{after}");
        visit.call.links.api(&path)
    };
    Ok(json!({"artists": {
        "cursors": {"after": last},
        "href": link(visit.call.query.get("after")),
        "items": items,
        "limit": limit,
        "next": last.as_deref().map(|id| link(Some(id))),
        "total": total,
    }})
    .into())
}
