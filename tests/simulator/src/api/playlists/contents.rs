//! A playlist with what is in it.

use serde_json::Value;
use serde_json::json;

use crate::api::endpoint::Visit;
use crate::api::paging::LimitRule;
use crate::api::paging::first_page_of;
use crate::api::shapes;
use crate::api::shapes::Frame;
use crate::apps::Population;
use crate::cors;
use crate::playlists::Playlist;

/// How many entries a playlist brings with it for older client IDs.
const OLD_FIRST_PAGE: usize = 100;

/// What the shapes of playlists need to know.
pub fn frame<'a>(visit: &'a Visit<'_>) -> Frame<'a> {
    Frame {
        catalogue: &visit.world.catalogue,
        listeners: &visit.world.listeners,
        links: &visit.call.links,
        population: visit.population,
    }
}

/// A whole playlist, with the first page of its entries if they are shown.
pub fn playlist(
    visit: &Visit<'_>,
    playlist: &Playlist,
    shown: bool,
    knows_episodes: bool,
) -> Value {
    let frame = frame(visit);
    let mut whole = shapes::playlist_without_contents(playlist, frame);
    let followers = visit.world.playlists.followers_of(playlist);
    whole["followers"] = json!({"href": null, "total": followers});
    if !shown {
        return whole;
    }
    let limit = match frame.population {
        Population::NewDev => LimitRule::USUAL.max,
        Population::OldDev | Population::Extended => OLD_FIRST_PAGE,
    };
    let entries = playlist.contents.entries(frame.catalogue);
    let items: Vec<Value> = entries
        .iter()
        .take(limit)
        .map(|entry| shapes::playlist_item(entry, knows_episodes, frame))
        .collect();
    for name in shapes::contents_names(frame.population) {
        let path = format!("/v1/playlists/{}/{name}", playlist.id);
        whole[*name] = first_page_of(limit, frame.links, &path, &items, entries.len());
    }
    whole
}

/// Whether the client says that it knows episodes (contract 6.2).
pub fn knows_episodes(visit: &mut Visit<'_>) -> bool {
    let query = &visit.call.query;
    let types = query.get("additional_types").unwrap_or_default();
    for unknown in cors::listed(types).filter(|kind| !matches!(*kind, "track" | "episode")) {
        visit.entry.mark(format!("no additional type {unknown}"));
    }
    cors::lists(types, "episode")
}
