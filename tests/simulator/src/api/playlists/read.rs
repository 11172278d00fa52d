//! `GET /playlists/{id}` and what is in it.

use serde_json::Value;

use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::paging::LimitRule;
use crate::api::paging::Window;
use crate::api::playlists::access;
use crate::api::playlists::contents;
use crate::api::refusal::Refusal;
use crate::api::shapes;
use crate::apps::Population;

/// A playlist: with what is in it if the listener may see that.
pub fn playlist(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let knows_episodes = contents::knows_episodes(visit);
    let playlist = access::readable(visit)?;
    let shown = access::shows_contents(visit, playlist);
    let body = contents::playlist(visit, playlist, shown, knows_episodes);
    Ok(body.into())
}

/// A page of what is in a playlist.
pub fn items(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let knows_episodes = contents::knows_episodes(visit);
    access::readable(visit)?;
    let window = Window::read(visit, limits(visit))?;
    let playlist = access::readable(visit)?;
    if !access::shows_contents(visit, playlist) {
        return Err(Refusal::Forbidden);
    }
    let frame = contents::frame(visit);
    let total = playlist.contents.total();
    let entries = &playlist.contents.entries(frame.catalogue)[window.range(total)];
    let items: Vec<Value> = entries
        .iter()
        .map(|entry| shapes::playlist_item(entry, knows_episodes, frame))
        .collect();
    Ok(window.page(visit, &items, total).into())
}

/// Older client IDs get pages of 100 (contract 5.5), at the old path even
/// unasked.
fn limits(visit: &Visit<'_>) -> LimitRule {
    match (visit.population, visit.segment(3)) {
        (Population::NewDev, _) => LimitRule::USUAL,
        (_, "tracks") => LimitRule {
            default: 100,
            max: 100,
        },
        _ => LimitRule {
            max: 100,
            ..LimitRule::USUAL
        },
    }
}
