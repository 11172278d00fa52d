//! `POST /api/token` (contract 2).

mod exchange;
mod outcome;
mod refresh;

use http::header;

use crate::call::Call;
use crate::call::Pairs;
use crate::clock::Millis;
use crate::log::LogEntry;
use crate::reply::Reply;
use crate::secrets::Secrets;
use crate::world::World;

use outcome::Outcome;
use outcome::TokenError;

const FORM: &str = "application/x-www-form-urlencoded";
const PARAMETERS: [&str; 6] = [
    "grant_type",
    "code",
    "redirect_uri",
    "client_id",
    "code_verifier",
    "refresh_token",
];

/// Answers with tokens or with one of the errors of contract 2.3.
pub fn answer(world: &mut World, call: &Call, entry: &mut LogEntry, now: Millis) -> Reply {
    let form = if call.media_type() == Some(FORM) {
        Pairs::parse(&call.body)
    } else {
        entry.mark("token request is not a form");
        Pairs::default()
    };
    note(world, call, &form, entry);
    match redeem(world, call, &form, entry, now) {
        Ok(outcome) => outcome.reply(),
        Err(error) => error.reply(),
    }
}

fn redeem(
    world: &mut World,
    call: &Call,
    form: &Pairs,
    entry: &mut LogEntry,
    now: Millis,
) -> Result<Outcome, TokenError> {
    let client_id = client(world, call, form)?;
    let outcome = match form.get("grant_type") {
        Some("authorization_code") => exchange::redeem(world, form, &client_id, now),
        Some("refresh_token") => refresh::redeem(world, form, &client_id, now),
        // A public client has nothing to show for itself.
        Some("client_credentials") => Err(TokenError::NoClientCredentials),
        Some(_) => Err(TokenError::UnsupportedGrantType),
        None => Err(TokenError::MissingGrantType),
    }?;
    entry.account = Some(outcome.grant.listener.clone());
    Ok(outcome)
}

/// The client that asks. No app here has a secret, so whoever shows one shows
/// a wrong one.
fn client(world: &World, call: &Call, form: &Pairs) -> Result<String, TokenError> {
    let shows_secret =
        form.get("client_secret").is_some() || call.headers.contains_key(header::AUTHORIZATION);
    if shows_secret {
        return Err(TokenError::InvalidClientSecret);
    }
    let client_id = form
        .get("client_id")
        .ok_or(TokenError::NoClientCredentials)?;
    world.app(client_id).ok_or(TokenError::InvalidClient)?;
    Ok(client_id.to_owned())
}

fn note(world: &mut World, call: &Call, form: &Pairs, entry: &mut LogEntry) {
    entry.client_id = form.get("client_id").map(str::to_owned);
    entry.marks.extend(form.oddities(&PARAMETERS));
    if call.headers.contains_key(header::AUTHORIZATION) {
        entry.mark("Authorization at the token endpoint");
    }
    if form.get("client_secret").is_some() {
        entry.mark("client secret at the token endpoint");
    }
    if call.query.iter().next().is_some() {
        entry.mark("query at the token endpoint");
    }
    if let Some(verifier) = form.get("code_verifier") {
        Secrets::saw(&mut world.secrets.verifiers, verifier);
    }
}
