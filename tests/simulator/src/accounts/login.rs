//! Signing in at the accounts host, which comes before anything is judged
//! (contract 1.2).

use http::StatusCode;

use crate::accounts::page;
use crate::call::Call;
use crate::call::Pairs;
use crate::log::LogEntry;
use crate::reply;
use crate::reply::Reply;
use crate::world::World;

/// Where the sign-in page's form goes: `POST` with the query of the page and
/// the field `account`.
pub const PATH: &str = "/simulator/login";

/// Whether a path is that of the page, `/{lang}/login`.
pub fn is_page(path: &str) -> bool {
    let mut segments = path.split('/').skip(1);
    let lang = segments.next().unwrap_or_default();
    (2..=5).contains(&lang.len()) && segments.eq(["login"])
}

/// Leads from `/authorize` to the page and, after it, back.
pub fn send_there(call: &Call) -> Reply {
    let here = format!("{}?{}", call.path, call.query.without(&[]));
    let page = format!("/en/login?{}", continuing(&call.links.accounts(&here)));
    go(&call.links.accounts(&page))
}

/// The page.
pub fn show(world: &World, call: &Call) -> Reply {
    let goal = call.query.get("continue").unwrap_or_default();
    page::login(world, &format!("{PATH}?{}", continuing(goal)))
}

/// Signs the chosen account in and goes on. To nowhere but `/authorize`: a
/// page that leads anywhere it is told to would serve thieves.
pub fn sign_in(world: &mut World, call: &Call, entry: &mut LogEntry) -> Reply {
    let form = Pairs::parse(&call.body);
    let chosen = form.get("account").and_then(|id| world.listener(id));
    let Some(account) = chosen.map(|listener| listener.id.clone()) else {
        return show(world, call);
    };
    world.sign_in(&account);
    entry.account = Some(account);
    let goal = call.query.get("continue").unwrap_or_default();
    if goal.starts_with(&call.links.accounts("/authorize?")) {
        go(goal)
    } else {
        page::not_found()
    }
}

fn continuing(goal: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("continue", goal);
    query.finish()
}

fn go(location: &str) -> Reply {
    reply::see_other(location).unwrap_or_else(|| reply::empty(StatusCode::BAD_REQUEST))
}
