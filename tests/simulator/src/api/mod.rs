//! The API host (contract 3 to 5).

mod bearer;
mod endpoint;
mod me;
mod nulls;
mod paging;
mod population;
mod rate_window;
mod refusal;
mod removed;
mod shapes;
mod top;

use http::StatusCode;
use http::header;
use serde_json::Value;

pub use bearer::attribute;
pub use rate_window::RateWindow;
pub use refusal::Refusal;
pub use refusal::error;

use crate::apps::App;
use crate::call::Call;
use crate::clock::Millis;
use crate::listeners::Listener;
use crate::log::LogEntry;
use crate::reply;
use crate::reply::Reply;
use crate::world::World;

use endpoint::Endpoint;
use endpoint::Visit;

/// Every endpoint, by the file that answers it.
const ENDPOINTS: [&[Endpoint]; 2] = [me::ENDPOINTS, top::ENDPOINTS];

/// Answers a call to the API host.
pub fn answer(world: &mut World, call: &Call, entry: &mut LogEntry, now: Millis) -> Reply {
    match body(world, call, entry, now) {
        Ok(body) => {
            let mut reply = reply::json(StatusCode::OK, &body);
            reply::set(&mut reply, header::CACHE_CONTROL, "private, max-age=0");
            reply
        }
        Err(refusal) => refusal.reply(),
    }
}

fn body(
    world: &mut World,
    call: &Call,
    entry: &mut LogEntry,
    now: Millis,
) -> Result<Value, Refusal> {
    let grant = bearer::grant(world, call, now)?;
    let app = world
        .app(&grant.client_id)
        .cloned()
        .ok_or(Refusal::InvalidToken)?;
    let listener = world
        .listener(&grant.listener)
        .cloned()
        .ok_or(Refusal::InvalidToken)?;
    admit(world, &app, &listener, now)?;
    let endpoint = find(call, entry)?;
    entry.marks.extend(call.query.oddities(endpoint.parameters));
    if !endpoint.scopes.iter().all(|scope| grant.scopes.has(scope)) {
        return Err(Refusal::InsufficientScope);
    }
    let population = app.population;
    let sprinkled = world.switches.null_sprinkling;
    let mut body = (endpoint.answer)(&mut Visit {
        world,
        call,
        entry,
        listener,
    })?;
    population::cut(population, &mut body);
    if sprinkled {
        nulls::sprinkle(&mut body);
    }
    Ok(body)
}

/// Refuses what is refused whatever is asked for.
fn admit(world: &mut World, app: &App, who: &Listener, now: Millis) -> Result<(), Refusal> {
    if let Some(limit) = world.switches.rate_limit {
        let counted = world.rate_window.count(&app.client_id, limit, now);
        counted.map_err(Refusal::RateLimited)?;
    }
    if !app.is_paid_for() {
        return Err(Refusal::OwnerNotPremium);
    }
    if !app.admits(&who.id) {
        return Err(Refusal::NotAllowListed);
    }
    Ok(())
}

/// The endpoint a call is for.
fn find(call: &Call, entry: &mut LogEntry) -> Result<&'static Endpoint, Refusal> {
    let here = || {
        ENDPOINTS
            .into_iter()
            .flatten()
            .filter(|known| known.is_at(&call.path))
    };
    if let Some(endpoint) = here().find(|endpoint| endpoint.method == call.method) {
        return Ok(endpoint);
    }
    let (mark, refusal) = if removed::is_removed(&call.method, &call.path) {
        ("call removed for new client IDs", Refusal::Forbidden)
    } else if here().next().is_some() {
        ("no such method here", Refusal::MethodNotAllowed)
    } else {
        ("no such call", Refusal::NotFound)
    };
    entry.mark(format!("{mark}: {} {}", call.method, call.path));
    Err(refusal)
}
