//! `GET /authorize` (contract 1.2, 1.5).

use http::StatusCode;

use crate::accounts::consent;
use crate::accounts::login;
use crate::accounts::page;
use crate::accounts::pkce;
use crate::accounts::redirect_uri;
use crate::apps::App;
use crate::call::Call;
use crate::call::Pairs;
use crate::clock::Millis;
use crate::grants::Code;
use crate::grants::Grant;
use crate::log::LogEntry;
use crate::reply;
use crate::reply::Reply;
use crate::scope::ScopeSet;
use crate::secrets::Secrets;
use crate::world::World;

const PARAMETERS: [&str; 8] = [
    "client_id",
    "response_type",
    "redirect_uri",
    "state",
    "scope",
    "code_challenge_method",
    "code_challenge",
    "show_dialog",
];

/// An authorization request that passed every check.
#[derive(Debug)]
pub struct AuthorizationRequest {
    pub app: App,
    pub redirect_uri: String,
    pub state: Option<String>,
    pub scopes: ScopeSet,
    /// None without PKCE, for apps that show their secret.
    pub challenge: Option<String>,
    pub show_dialog: bool,
}

/// Why a request ends on a page of Spotify's and never comes back to the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("INVALID_CLIENT: Invalid client")]
    Client,
    #[error("INVALID_CLIENT: Invalid redirect URI")]
    RedirectUri,
    #[error("response_type must be code or token")]
    ResponseType,
    #[error("Illegal scope")]
    Scope,
    #[error("code_challenge_method must be S256")]
    ChallengeMethod,
    #[error("code_challenge must be 43 base64url characters")]
    Challenge,
}

impl AuthorizationRequest {
    /// Checks a query in the order client, redirect, response type, scopes,
    /// PKCE.
    pub fn read(world: &World, query: &Pairs) -> Result<Self, Refusal> {
        let app = query
            .get("client_id")
            .and_then(|id| world.app(id))
            .ok_or(Refusal::Client)?;
        let redirect_uri = query.get("redirect_uri").unwrap_or_default();
        if !redirect_uri::matches(&app.redirect_uris, redirect_uri) {
            return Err(Refusal::RedirectUri);
        }
        if query.get("response_type") != Some("code") {
            return Err(Refusal::ResponseType);
        }
        let scopes =
            ScopeSet::parse(query.get("scope").unwrap_or_default()).map_err(|_| Refusal::Scope)?;
        Ok(Self {
            app: app.clone(),
            redirect_uri: redirect_uri.to_owned(),
            state: query.get("state").map(str::to_owned),
            scopes,
            challenge: challenge(query)?,
            show_dialog: query.get("show_dialog") == Some("true"),
        })
    }

    /// What an account agrees to by agreeing to this.
    pub fn grant_by(&self, listener: &str) -> Grant {
        Grant {
            client_id: self.app.client_id.clone(),
            listener: Some(listener.to_owned()),
            scopes: self.scopes.clone(),
        }
    }
}

/// The challenge of PKCE. Both of its parameters may be absent.
fn challenge(query: &Pairs) -> Result<Option<String>, Refusal> {
    let (method, challenge) = (
        query.get("code_challenge_method"),
        query.get("code_challenge"),
    );
    if method.is_none() && challenge.is_none() {
        return Ok(None);
    }
    if method != Some("S256") {
        return Err(Refusal::ChallengeMethod);
    }
    let challenge = challenge.unwrap_or_default();
    if !pkce::is_challenge(challenge) {
        return Err(Refusal::Challenge);
    }
    Ok(Some(challenge.to_owned()))
}

/// Shows the consent page, or goes straight back when the account that is
/// signed in agreed to as much before.
pub fn answer(world: &mut World, call: &Call, entry: &mut LogEntry, now: Millis) -> Reply {
    note(world, call, entry);
    if world.switches.signed_out {
        return login::send_there(call);
    }
    let request = match AuthorizationRequest::read(world, &call.query) {
        Ok(request) => request,
        Err(refusal) => return page::refusal(refusal),
    };
    let listener = world.signed_in.clone();
    if !request.show_dialog && world.grants.is_approved(&request.grant_by(&listener)) {
        entry.account = Some(listener.clone());
        return send_back_with_code(world, &request, &listener, now);
    }
    page::consent(&request, world, &consent::address(&call.query))
}

/// Goes back to the app with a fresh code.
pub fn send_back_with_code(
    world: &mut World,
    request: &AuthorizationRequest,
    listener: &str,
    now: Millis,
) -> Reply {
    let text = world.mint.code();
    world.secrets.codes.push(text.clone());
    let code = Code {
        grant: request.grant_by(listener),
        redirect_uri: request.redirect_uri.clone(),
        challenge: request.challenge.clone(),
        issued_at: now,
    };
    world.grants.add_code(text.clone(), code);
    send_back(request, ("code", &text))
}

/// Goes back to the app with one parameter and the state.
pub fn send_back(request: &AuthorizationRequest, answer: (&str, &str)) -> Reply {
    let mut parameters = vec![answer];
    parameters.extend(request.state.as_deref().map(|state| ("state", state)));
    let location = redirect_uri::with_parameters(&request.redirect_uri, &parameters);
    reply::see_other(&location).unwrap_or_else(|| reply::empty(StatusCode::BAD_REQUEST))
}

fn note(world: &mut World, call: &Call, entry: &mut LogEntry) {
    entry.client_id = call.query.get("client_id").map(str::to_owned);
    entry.marks.extend(call.query.oddities(&PARAMETERS));
    match call.query.get("state") {
        Some(state) => Secrets::saw(&mut world.secrets.states, state),
        None => entry.mark("no state"),
    }
    if call.query.get("code_challenge").is_none() {
        entry.mark("no PKCE");
    }
}
