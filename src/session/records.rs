//! How the vault writes its records: as JSON, one value each.

use serde::{Deserialize, Serialize};

use super::{Grant, Listener, SessionFamily};
use crate::{
    json,
    oauth::{
        AccessToken, ClientId, CodeVerifier, PendingAuthorization, RedirectUri, RefreshToken,
        ScopeSet, State, TabNonce, TokenSet,
    },
    ports::Millis,
    route::Route,
    spotify::UserId,
};

#[derive(Serialize, Deserialize)]
struct PendingRecord {
    state: String,
    verifier: String,
    client_id: String,
    redirect_uri: String,
    scopes: String,
    issuer: String,
    created_at: Millis,
    return_to: String,
    tab: String,
}

pub(super) fn write_pending(pending: &PendingAuthorization) -> Option<String> {
    serde_json::to_string(&PendingRecord {
        state: pending.state.expose().to_owned(),
        verifier: pending.verifier.expose().to_owned(),
        client_id: pending.client_id.as_str().to_owned(),
        redirect_uri: pending.redirect_uri.as_str().to_owned(),
        scopes: pending.scopes.to_list(),
        issuer: pending.issuer.clone(),
        created_at: pending.created_at,
        return_to: pending.return_to.address(),
        tab: pending.tab.as_str().to_owned(),
    })
    .ok()
}

pub(super) fn read_pending(text: &str) -> Option<PendingAuthorization> {
    let record: PendingRecord = json::read(text)?;
    Some(PendingAuthorization {
        state: State::new(record.state),
        verifier: CodeVerifier::new(record.verifier),
        client_id: ClientId::parse(&record.client_id).ok()?,
        redirect_uri: RedirectUri::recorded(record.redirect_uri),
        scopes: ScopeSet::parse(&record.scopes),
        issuer: record.issuer,
        created_at: record.created_at,
        return_to: Route::parse_or_home(&record.return_to),
        tab: TabNonce::recorded(record.tab),
    })
}

#[derive(Serialize, Deserialize)]
struct GrantRecord {
    client_id: String,
    access_token: String,
    refresh_token: Option<String>,
    scopes: String,
    renew_at: Millis,
    authorized_at: Millis,
    family: String,
    listener: Option<ListenerRecord>,
}

#[derive(Serialize, Deserialize)]
struct ListenerRecord {
    id: String,
    display_name: Option<String>,
}

/// Both tokens in one value, so that they cannot come apart (security 30).
pub(super) fn write_grant(grant: &Grant) -> Option<String> {
    let tokens = &grant.tokens;
    serde_json::to_string(&GrantRecord {
        client_id: grant.client_id.as_str().to_owned(),
        access_token: tokens.access.expose().to_owned(),
        refresh_token: tokens
            .refresh
            .as_ref()
            .map(|token| token.expose().to_owned()),
        scopes: tokens.scopes.to_list(),
        renew_at: tokens.renew_at,
        authorized_at: grant.authorized_at,
        family: grant.family.0.clone(),
        listener: grant.listener.as_ref().map(|listener| ListenerRecord {
            id: listener.id.as_str().to_owned(),
            display_name: listener.display_name.clone(),
        }),
    })
    .ok()
}

pub(super) fn read_grant(text: &str) -> Option<Grant> {
    let record: GrantRecord = json::read(text)?;
    Some(Grant {
        client_id: ClientId::parse(&record.client_id).ok()?,
        tokens: TokenSet {
            access: AccessToken::new(record.access_token),
            refresh: record.refresh_token.map(RefreshToken::new),
            scopes: ScopeSet::parse(&record.scopes),
            renew_at: record.renew_at,
        },
        authorized_at: record.authorized_at,
        family: SessionFamily(record.family),
        listener: record.listener.and_then(read_listener),
    })
}

fn read_listener(record: ListenerRecord) -> Option<Listener> {
    Some(Listener {
        id: UserId::try_from(record.id).ok()?,
        display_name: record.display_name,
    })
}
