//! The lists of saved things, newest first (contract 4.2).

use serde_json::Value;
use serde_json::json;

use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::paging::LimitRule;
use crate::api::paging::Window;
use crate::api::refusal::Refusal;
use crate::api::shapes;
use crate::calendar;
use crate::catalogue::Thing;
use crate::clock::Millis;
use crate::library::Library;
use crate::library::Saved;

pub fn tracks(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    page(
        visit,
        |library| &library.tracks,
        |whole, at| dated("track", whole, at),
    )
}

pub fn albums(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    page(
        visit,
        |library| &library.albums,
        |whole, at| dated("album", whole, at),
    )
}

pub fn episodes(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    page(
        visit,
        |library| &library.episodes,
        |whole, at| dated("episode", whole, at),
    )
}

pub fn shows(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    page(
        visit,
        |library| &library.shows,
        |whole, at| dated("show", whole, at),
    )
}

/// Audiobooks come without a wrapper.
pub fn audiobooks(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    page(visit, |library| &library.audiobooks, |whole, _| whole)
}

fn page(
    visit: &mut Visit<'_>,
    list: fn(&Library) -> &Saved,
    wrap: fn(Value, Millis) -> Value,
) -> Result<Success, Refusal> {
    let window = Window::read(visit, LimitRule::USUAL)?;
    let world = &mut *visit.world;
    let saved = list(world.library.of(&visit.listener, &world.catalogue));
    let total = saved.len();
    let items: Vec<Value> = saved
        .part(window.range(total))
        .into_iter()
        .map(|(thing, added_at)| wrap(shown(visit, thing), added_at))
        .collect();
    Ok(window.page(visit, &items, total).into())
}

/// A thing as its list carries it: shows and audiobooks without their parts.
fn shown(visit: &Visit<'_>, thing: Thing) -> Value {
    let (catalogue, links) = (&visit.world.catalogue, &visit.call.links);
    match thing {
        Thing::Show(key) => shapes::simplified_show(key, catalogue, links),
        Thing::Audiobook(key) => shapes::simplified_audiobook(key, catalogue, links),
        _ => shapes::whole(thing, catalogue, links),
    }
}

fn dated(kind: &str, whole: Value, added_at: Millis) -> Value {
    let mut item = json!({"added_at": calendar::iso(added_at)});
    item[kind] = whole;
    item
}
