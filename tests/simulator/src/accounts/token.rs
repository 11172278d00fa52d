//! `POST /api/token` (contract 2).

mod client;
mod exchange;
mod outcome;
mod refresh;

use http::header;

use crate::call::Call;
use crate::call::Pairs;
use crate::clock::Millis;
use crate::grants::Grant;
use crate::log::LogEntry;
use crate::reply::Reply;
use crate::secrets::Secrets;
use crate::world::World;

use client::Client;
use outcome::Outcome;
use outcome::TokenError;

const FORM: &str = "application/x-www-form-urlencoded";
const PARAMETERS: [&str; 7] = [
    "grant_type",
    "code",
    "redirect_uri",
    "client_id",
    "client_secret",
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
    let client = Client::read(world, call, form)?;
    entry.client_id = Some(client.id.clone());
    let outcome = match form.get("grant_type") {
        Some("authorization_code") => exchange::redeem(world, form, &client, now),
        Some("refresh_token") => refresh::redeem(world, form, &client.id, now),
        Some("client_credentials") => app_alone(world, &client, now),
        Some(_) => Err(TokenError::UnsupportedGrantType),
        None => Err(TokenError::MissingGrantType),
    }?;
    entry.account.clone_from(&outcome.grant.listener);
    Ok(outcome)
}

/// A token for what is open to all, without a listener.
fn app_alone(world: &mut World, client: &Client, now: Millis) -> Result<Outcome, TokenError> {
    // A public client has nothing to show for itself.
    if !client.showed_secret {
        return Err(TokenError::NoClientCredentials);
    }
    let grant = Grant::of_app_alone(&client.id);
    Ok(Outcome {
        access_token: world.issue_access(grant.clone(), now),
        refresh_token: None,
        grant,
    })
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
