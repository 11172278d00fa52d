//! The control address: JSON commands for whoever runs the simulator.
//!
//! | command | body or query | does |
//! |---|---|---|
//! | `POST /reset` | | everything as at the start, the clock too; the music stays |
//! | `GET /clock` | | `{"now_ms":…}` |
//! | `POST /clock` | `{"advance_ms":3600000}` or `{"set_ms":1790000000000}` | moves the clock, which runs on |
//! | `GET /accounts` | | the demo accounts, and who is signed in |
//! | `POST /accounts/sign-in` | `{"account":"cleo"}` | whom the consent page offers first, and whom it approves without asking |
//! | `PATCH /accounts/{id}` | `{"country":"GB","subscription":"free","display_name":null}`, each optional | changes one |
//! | `GET /apps` | | the registered apps |
//! | `POST /apps` | `{"client_id":"…","redirect_uris":["…"],"name":…,"allow_list":[…],"owner_premium":true,"population":"new_dev","developer":…}` | registers one; all but the first two may be left out |
//! | `PATCH /apps/{client_id}` | any of those fields | changes one; populations are `new_dev`, `old_dev`, `extended` |
//! | `GET /faults` | | the faults that are not spent |
//! | `POST /faults` | `{"fault":"bad_gateway","path":"/v1/me/top","times":3}` | orders one ([`Fault`](crate::Fault)), answers `{"id":1}` |
//! | `DELETE /faults` or `/faults/{id}` | | clears all, or one |
//! | `GET /switches` | | [`Switches`](crate::Switches) |
//! | `PATCH /switches` | `{"legacy_rotation":true}` | changes those named |
//! | `POST /tokens` | `{"client_id":…,"account":…,"scope":…}`, each optional | tokens without the trip through the browser; with `"app_alone":true` the one of the client credentials |
//! | `POST /tokens/expire` | | ends all access tokens now |
//! | `POST /grants/revoke` | `{"client_id":…,"account":…}`, each optional | refreshing draws `invalid_grant`, the next sign-in asks |
//! | `POST /approvals/forget` | | the next sign-in asks; tokens live on |
//! | `POST /player` | `{"play":"spotify:album:…","device":"Kitchen speaker"}` | plays on a device; see the manual for more |
//! | `POST /devices` | `{"sleep":"Kitchen speaker"}`, or `add`, `remove`, `wake`, `restrict`, `release` | changes devices |
//! | `POST /library` | `{"account":"bob","tracks":250}` | saves so many tracks in place of those saved |
//! | `POST /playlists` | `{"account":"ada01","name":"…","items":40,"filling":"everything"}`, and `owner`, `public`, `collaborative` | makes a playlist; fillings are `plain`, `local`, `gone`, `episodes`, `doubles`, `everything` |
//! | `POST /playlists/{id}/edit` | `{"drop":1,"add":3,"name":"…"}`, each optional | changes one behind the client's back |
//! | `GET /log` | `?since=12` | entries numbered above that ([`LogEntry`](crate::LogEntry)) |
//! | `DELETE /log` | | empties it |
//! | `GET /secrets` | | every secret seen or issued ([`Secrets`](crate::Secrets)) |
//!
//! A command that fails answers 4xx with `{"error":"…"}`.

mod commands;
mod lists;
mod player;

use http::Request;
use http::Response;
use http::StatusCode;
use serde_json::Value;
use serde_json::json;

use crate::clock::Millis;
use crate::reply;
use crate::simulator::Simulator;
use crate::simulator::Unknown;

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
enum CommandError {
    #[error("no such command")]
    NoSuchCommand,
    #[error("no such fault")]
    NoSuchFault,
    #[error(transparent)]
    Unknown(#[from] Unknown),
    #[error("the body does not fit: {0}")]
    Body(#[from] serde_json::Error),
}

impl CommandError {
    fn status(&self) -> StatusCode {
        match self {
            Self::NoSuchCommand | Self::NoSuchFault | Self::Unknown(_) => StatusCode::NOT_FOUND,
            Self::Body(_) => StatusCode::BAD_REQUEST,
        }
    }
}

/// Carries out one command.
pub fn answer(
    simulator: &mut Simulator,
    request: &Request<Vec<u8>>,
    host_time: Millis,
) -> Response<Vec<u8>> {
    match carry_out(simulator, request, host_time) {
        Ok(body) => reply::json(StatusCode::OK, &body),
        Err(error) => reply::json(error.status(), &json!({"error": error.to_string()})),
    }
}

fn carry_out(
    simulator: &mut Simulator,
    request: &Request<Vec<u8>>,
    host_time: Millis,
) -> Result<Value, CommandError> {
    let path: Vec<&str> = request.uri().path().trim_matches('/').split('/').collect();
    let body = request.body().as_slice();
    match (request.method().as_str(), path.as_slice()) {
        ("POST", ["reset"]) => Ok(commands::reset(simulator)),
        ("GET", ["clock"]) => Ok(commands::clock(simulator, host_time)),
        ("POST", ["clock"]) => commands::set_clock(simulator, body, host_time),
        ("GET", ["accounts"]) => Ok(commands::accounts(simulator)),
        ("POST", ["accounts", "sign-in"]) => commands::sign_in(simulator, body),
        ("PATCH", ["accounts", id]) => commands::change_account(simulator, id, body),
        ("GET", ["apps"]) => Ok(json!(simulator.apps())),
        ("POST", ["apps"]) => commands::register_app(simulator, body),
        ("PATCH", ["apps", client_id]) => commands::change_app(simulator, client_id, body),
        ("GET", ["faults"]) => Ok(commands::faults(simulator)),
        ("POST", ["faults"]) => commands::order_fault(simulator, body),
        ("DELETE", ["faults"]) => Ok(commands::clear_faults(simulator)),
        ("DELETE", ["faults", id]) => commands::clear_fault(simulator, id),
        ("GET", ["switches"]) => Ok(json!(simulator.switches())),
        ("PATCH", ["switches"]) => commands::switch(simulator, body),
        ("POST", ["tokens"]) => commands::issue_tokens(simulator, body, host_time),
        ("POST", ["tokens", "expire"]) => Ok(commands::expire_tokens(simulator, host_time)),
        ("POST", ["grants", "revoke"]) => commands::revoke_grants(simulator, body),
        ("POST", ["approvals", "forget"]) => Ok(commands::forget_approvals(simulator)),
        ("POST", ["player"]) => player::direct(simulator, body, host_time),
        ("POST", ["devices"]) => player::change_devices(simulator, body, host_time),
        ("POST", ["library"]) => lists::fill_library(simulator, body),
        ("POST", ["playlists"]) => lists::make_playlist(simulator, body),
        ("POST", ["playlists", id, "edit"]) => {
            lists::change_playlist(simulator, id, body, host_time)
        }
        ("GET", ["log"]) => Ok(commands::log(simulator, request.uri().query())),
        ("DELETE", ["log"]) => Ok(commands::clear_log(simulator)),
        ("GET", ["secrets"]) => Ok(json!(simulator.secrets())),
        _ => Err(CommandError::NoSuchCommand),
    }
}
