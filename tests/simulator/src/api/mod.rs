//! The API host (contract 3 to 5).

mod albums;
mod artists;
mod audiobooks;
mod bearer;
mod body;
mod bucket;
mod caller;
mod endpoint;
mod fields;
mod legacy;
mod library;
mod lookup;
mod market;
mod me;
mod nulls;
mod paging;
mod player;
mod playlists;
mod population;
mod quota;
mod rate_window;
mod refusal;
mod removed;
mod resuming;
mod search;
mod shapes;
mod shows;
mod top;

pub use bearer::attribute;
pub use bucket::Bucket;
use http::StatusCode;
use http::header;
pub use market::is_country;
pub use player::Source;
pub use player::answer_page;
pub use player::is_of_a_page;
pub use player::of as player_of;
pub use quota::QuotaChange;
pub use quota::QuotaUse;
pub use quota::Quotas;
pub use rate_window::RateWindow;
pub use refusal::Refusal;
pub use refusal::error;
use serde_json::Value;

use crate::apps::App;
use crate::apps::Population;
use crate::call::Call;
use crate::clock::Millis;
use crate::listeners::Listener;
use crate::log::LogEntry;
use crate::reply;
use crate::reply::Reply;
use crate::world::World;

use endpoint::Endpoint;
use endpoint::Success;
use endpoint::Visit;

/// What every population has, by the file that answers it.
const ENDPOINTS: &[&[Endpoint]] = &[
    albums::ENDPOINTS,
    artists::ENDPOINTS,
    audiobooks::ENDPOINTS,
    library::ENDPOINTS,
    me::ENDPOINTS,
    player::COMMANDS,
    player::READS,
    player::RECENT,
    playlists::ENDPOINTS,
    search::ENDPOINTS,
    shows::ENDPOINTS,
    top::ENDPOINTS,
];

/// What new client IDs have lost in 2026 (contract 5.1).
const LEGACY: &[&[Endpoint]] = &[
    artists::LEGACY,
    legacy::batch::ENDPOINTS,
    legacy::browse::ENDPOINTS,
    legacy::users::ENDPOINTS,
    library::LEGACY,
    playlists::LEGACY,
];

/// What only extended quota still has since 2024 (contract 5.1).
const EXTENDED_ONLY: &[&[Endpoint]] = &[
    legacy::audio::ENDPOINTS,
    legacy::featured::ENDPOINTS,
    legacy::recommendations::ENDPOINTS,
];

/// Answers a call to the API host.
pub fn answer(world: &mut World, call: &Call, entry: &mut LogEntry, now: Millis) -> Reply {
    match success(world, call, entry, now) {
        Ok(success) => write(success),
        Err(refusal) => refusal.reply(),
    }
}

fn write(success: Success) -> Reply {
    let cache_control = success.cache_control();
    let mut reply = match success {
        Success::Json(body) | Success::Public(body) => reply::json(StatusCode::OK, &body),
        Success::Created(body) => reply::json(StatusCode::CREATED, &body),
        Success::Empty(status) => reply::empty(status),
        Success::Text(body) => reply::text(StatusCode::OK, &body),
    };
    reply::set(&mut reply, header::CACHE_CONTROL, cache_control);
    reply
}

fn success(
    world: &mut World,
    call: &Call,
    entry: &mut LogEntry,
    now: Millis,
) -> Result<Success, Refusal> {
    let grant = bearer::grant(world, call, now)?;
    let app = world
        .app(&grant.client_id)
        .cloned()
        .ok_or(Refusal::InvalidToken)?;
    let listener = caller::listener(world, &grant)?;
    admit(world, &app, listener.as_ref(), now)?;
    count_in_bucket(world, &app, call, now)?;
    let endpoint = find(app.population, call, entry)?;
    entry.marks.extend(call.query.oddities(endpoint.parameters));
    caller::check(endpoint, &grant)?;
    let listener = listener.unwrap_or_else(|| caller::nobody(call));
    market::check(endpoint, call, &listener, &grant.scopes, entry)?;
    let selection = fields::asked(endpoint, call)?;
    let mut visit = Visit {
        world,
        call,
        entry,
        listener,
        scopes: grant.scopes,
        population: app.population,
        now,
    };
    let mut success = (endpoint.answer)(&mut visit)?;
    if let Some(body) = success.body_mut() {
        finish(&visit, body);
        if let Some(selection) = selection {
            selection.apply(body, visit.entry);
        }
    }
    Ok(success)
}

/// What is done to every body: added what depends on the listener, and taken
/// away what the client does not get.
fn finish(visit: &Visit<'_>, body: &mut Value) {
    let world = &*visit.world;
    market::judge(&visit.listener.country, body);
    if visit.scopes.has("user-read-playback-position") {
        resuming::add(&world.stops, &world.catalogue, &visit.listener, body);
    }
    population::cut(visit.population, body);
    if world.switches.null_sprinkling {
        nulls::sprinkle(body);
    }
}

/// Refuses what is refused whatever is asked for.
fn admit(world: &mut World, app: &App, who: Option<&Listener>, now: Millis) -> Result<(), Refusal> {
    if let Some(limit) = world.switches.rate_limit {
        let counted = world.rate_window.count(&app.client_id, limit, now);
        counted.map_err(Refusal::RateLimited)?;
    }
    if !app.is_paid_for() {
        return Err(Refusal::OwnerNotPremium);
    }
    if who.is_some_and(|who| !app.admits(&who.id)) {
        return Err(Refusal::NotAllowListed);
    }
    Ok(())
}

/// Counts a call towards the quota of its group (contract 3.4).
fn count_in_bucket(world: &mut World, app: &App, call: &Call, now: Millis) -> Result<(), Refusal> {
    let bucket = Bucket::of(&call.method, &call.path);
    let quotas = world.switches.quota;
    match bucket.and_then(|bucket| Some((bucket, quotas.of(bucket)?))) {
        None => Ok(()),
        Some((bucket, allowed)) => world
            .quota_use
            .count(&app.developer, bucket, allowed, now)
            .map_err(Refusal::QuotaExceeded),
    }
}

/// The endpoint a call is for.
fn find(
    population: Population,
    call: &Call,
    entry: &mut LogEntry,
) -> Result<&'static Endpoint, Refusal> {
    let here = || endpoints(population).filter(|known| known.is_at(&call.path));
    if let Some(endpoint) = here().find(|endpoint| endpoint.method == call.method) {
        return Ok(endpoint);
    }
    let (mark, refusal) = if removed::is_removed(&call.method, &call.path) {
        removed::answer_to(population)
    } else if here().next().is_some() {
        ("no such method here", Refusal::MethodNotAllowed)
    } else {
        ("no such call", Refusal::NotFound)
    };
    entry.mark(format!("{mark}: {} {}", call.method, call.path));
    Err(refusal)
}

/// Every endpoint that exists for a population.
fn endpoints(population: Population) -> impl Iterator<Item = &'static Endpoint> {
    let tables: &[&[&[Endpoint]]] = match population {
        Population::NewDev => &[ENDPOINTS],
        Population::OldDev => &[ENDPOINTS, LEGACY],
        Population::Extended => &[ENDPOINTS, LEGACY, EXTENDED_ONLY],
    };
    tables.iter().copied().flatten().copied().flatten()
}
