//! `/search` (contract 4.1, 6.2).

use http::Method;
use serde_json::Map;
use serde_json::Value;

use crate::api::endpoint::Endpoint;
use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::legacy;
use crate::api::lookup;
use crate::api::paging::LimitRule;
use crate::api::paging::Window;
use crate::api::refusal::Refusal;
use crate::api::shapes;
use crate::api::shapes::Frame;
use crate::catalogue::Thing;
use crate::playlists::Playlist;
use crate::search::Filter;
use crate::search::Index;
use crate::search::Kind;
use crate::search::Query;

/// How far the pages of a search reach.
const REACH: usize = 1000;

/// The endpoints of this file. Spotify's own links say `query` for `q`, and
/// can be followed.
pub const ENDPOINTS: &[Endpoint] = &[Endpoint {
    method: Method::GET,
    path: "/v1/search",
    scopes: &[],
    parameters: &[
        "q",
        "query",
        "type",
        "market",
        "limit",
        "offset",
        "include_external",
    ],
    answer: search,
}];

fn search(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let asked = &visit.call.query;
    let text = asked.get("q").or_else(|| asked.get("query"));
    let text = text.map(str::trim).unwrap_or_default().to_owned();
    if text.is_empty() {
        return Err(Refusal::BadRequest("No search query"));
    }
    let kinds = kinds(visit)?;
    let window = Window::read(visit, LimitRule::tightened(visit.population))?;
    if window.offset() > REACH {
        visit.entry.mark(format!("offset beyond {REACH}"));
        return Err(Refusal::BadRequest("Invalid offset"));
    }
    mark_external(visit);
    let query = Query::parse(&text);
    let mut body = Map::new();
    for kind in kinds {
        let mut found = found(visit, kind, &query);
        found.truncate(REACH);
        let link = |offset| link(visit, window, &text, kind, offset);
        let items = &found[window.range(found.len())];
        let items: Vec<Value> = items.iter().map(|hit| shape(visit, *hit)).collect();
        let page = window.page_at(link, &items, found.len());
        body.insert(format!("{}s", kind.name()), page);
    }
    Ok(Success::Public(Value::Object(body)))
}

fn kinds(visit: &Visit<'_>) -> Result<Vec<Kind>, Refusal> {
    let list = visit.call.query.get("type").unwrap_or_default();
    if list.is_empty() {
        return Err(Refusal::BadRequest("Missing parameter type"));
    }
    let kinds: Option<Vec<Kind>> = list.split(',').map(Kind::named).collect();
    kinds.ok_or(Refusal::BadRequest("Bad search type field"))
}

fn mark_external(visit: &mut Visit<'_>) {
    let external = visit.call.query.get("include_external");
    if let Some(other) = external.filter(|value| *value != "audio") {
        visit
            .entry
            .mark(format!("unknown include_external {other}"));
    }
}

/// What a search finds: a thing, a playlist, or a playlist of Spotify's own,
/// of which only a null is shown.
#[derive(Clone, Copy)]
enum Hit<'a> {
    Thing(Thing),
    Playlist(&'a Playlist),
    Hidden,
}

fn found<'a>(visit: &'a Visit<'_>, kind: Kind, query: &Query) -> Vec<Hit<'a>> {
    let world = &*visit.world;
    if kind == Kind::Playlist {
        return playlists(visit, query);
    }
    if kind == Kind::Audiobook && !lookup::sells_audiobooks(visit) {
        return Vec::new();
    }
    let catalogue = &world.catalogue;
    let index = world.search.get_or_init(|| Index::of(catalogue));
    let new = if query.filters.contains(&Filter::New) {
        legacy::new_albums(visit)
    } else {
        Vec::new()
    };
    let found = index.find(kind, query, catalogue, &new);
    found.into_iter().map(Hit::Thing).collect()
}

/// The second of three playlists found is hidden.
fn playlists<'a>(visit: &'a Visit<'_>, query: &Query) -> Vec<Hit<'a>> {
    let words = query.plain().join(" ");
    let mut hits = Vec::new();
    for playlist in visit.world.playlists.public_matching(&words) {
        hits.push(Hit::Playlist(playlist));
        if hits.len() % 3 == 1 {
            hits.push(Hit::Hidden);
        }
    }
    hits
}

fn shape(visit: &Visit<'_>, hit: Hit<'_>) -> Value {
    let (catalogue, links) = (&visit.world.catalogue, &visit.call.links);
    match hit {
        Hit::Hidden => Value::Null,
        Hit::Playlist(playlist) => shapes::simplified_playlist(playlist, frame(visit)),
        Hit::Thing(Thing::Album(key)) => shapes::simplified_album(key, catalogue, links),
        Hit::Thing(Thing::Show(key)) => shapes::simplified_show(key, catalogue, links),
        Hit::Thing(Thing::Episode(key)) => shapes::simplified_episode(key, catalogue, links),
        Hit::Thing(Thing::Audiobook(key)) => shapes::simplified_audiobook(key, catalogue, links),
        Hit::Thing(other) => shapes::whole(other, catalogue, links),
    }
}

fn frame<'a>(visit: &'a Visit<'_>) -> Frame<'a> {
    Frame {
        catalogue: &visit.world.catalogue,
        listeners: &visit.world.listeners,
        links: &visit.call.links,
        population: visit.population,
    }
}

/// The address of a page of one kind.
fn link(visit: &Visit<'_>, window: Window, text: &str, kind: Kind, offset: usize) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("offset", &offset.to_string());
    query.append_pair("limit", &window.limit().to_string());
    query.append_pair("query", text);
    query.append_pair("type", kind.name());
    let kept = |(name, _): &(&str, &str)| matches!(*name, "market" | "include_external");
    query.extend_pairs(visit.call.query.iter().filter(kept));
    let links = &visit.call.links;
    links.api(&format!("{}?{}", visit.call.path, query.finish()))
}
