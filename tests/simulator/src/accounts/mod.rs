//! The accounts host: sign-in and tokens (contract 1 and 2).

mod authorize;
mod consent;
mod login;
mod page;
mod pkce;
mod redirect_uri;
mod token;

use http::Method;
use http::StatusCode;

use crate::call::Call;
use crate::clock::Millis;
use crate::log::LogEntry;
use crate::reply;
use crate::reply::Reply;
use crate::world::World;

/// Answers a call to the accounts host.
pub fn answer(world: &mut World, call: &Call, entry: &mut LogEntry, now: Millis) -> Reply {
    match (&call.method, call.path.as_str()) {
        (&Method::GET, "/authorize" | "/authorize/") => authorize::answer(world, call, entry, now),
        (&Method::GET, path) if login::is_page(path) => login::show(world, call),
        (&Method::POST, login::PATH) => login::sign_in(world, call, entry),
        (&Method::POST, consent::PATH) => consent::answer(world, call, entry, now),
        (&Method::POST, "/api/token") => token::answer(world, call, entry, now),
        (_, "/authorize" | "/api/token" | consent::PATH | login::PATH) => {
            reply::empty(StatusCode::METHOD_NOT_ALLOWED)
        }
        _ => page::not_found(),
    }
}
