//! How the vault writes its records: as JSON, one value each.

use serde_json::{Value, json};

use super::{Ended, Grant, Listener, SessionFamily};
use crate::{
    json,
    oauth::{
        AccessToken, AuthorizationRequest, ClientId, CodeVerifier, PendingAuthorization, Purpose,
        RedirectUri, RefreshToken, ScopeSet, State, TabNonce, TokenSet,
    },
    ports::Millis,
    route::Route,
    spotify::UserId,
};

/// A record as a tree of JSON; what is missing makes it unreadable.
struct Record(Value);

impl Record {
    fn read(text: &str) -> Option<Self> {
        json::read(text).map(Self)
    }

    fn text(&self, name: &str) -> Option<String> {
        Some(self.0.get(name)?.as_str()?.to_owned())
    }

    /// What is not there is not so.
    fn flag(&self, name: &str) -> bool {
        self.0.get(name).and_then(Value::as_bool) == Some(true)
    }

    fn moment(&self, name: &str) -> Option<Millis> {
        Some(Millis(self.0.get(name)?.as_u64()?))
    }
}

/// An app and what was granted to it, without a secret.
pub(super) fn write_ended(ended: &Ended) -> String {
    format!("{} {}", ended.client_id.as_str(), ended.scopes.to_list())
}

pub(super) fn read_ended(text: &str) -> Option<Ended> {
    let (client_id, scopes) = text.split_once(' ')?;
    Some(Ended {
        client_id: ClientId::parse(client_id).ok()?,
        scopes: ScopeSet::parse(scopes),
    })
}

pub(super) fn write_pending(pending: &PendingAuthorization) -> String {
    let request = &pending.request;
    json!({
        "state": request.state.expose(),
        "verifier": request.verifier.expose(),
        "client_id": request.client_id.as_str(),
        "redirect_uri": request.redirect_uri.as_str(),
        "scopes": request.scopes.to_list(),
        "show_dialog": request.show_dialog,
        "issuer": pending.issuer,
        "created_at": pending.created_at.0,
        "return_to": pending.return_to.address(),
        "tab": pending.tab.as_str(),
        "practice": pending.purpose == Purpose::Practice,
    })
    .to_string()
}

pub(super) fn read_pending(text: &str) -> Option<PendingAuthorization> {
    let record = Record::read(text)?;
    Some(PendingAuthorization {
        request: AuthorizationRequest {
            state: State::new(record.text("state")?),
            verifier: CodeVerifier::new(record.text("verifier")?),
            client_id: ClientId::parse(&record.text("client_id")?).ok()?,
            redirect_uri: RedirectUri::recorded(record.text("redirect_uri")?),
            scopes: ScopeSet::parse(&record.text("scopes")?),
            show_dialog: record.flag("show_dialog"),
        },
        issuer: record.text("issuer")?,
        created_at: record.moment("created_at")?,
        return_to: Route::parse_or_home(&record.text("return_to")?),
        tab: TabNonce::recorded(record.text("tab")?),
        purpose: if record.flag("practice") {
            Purpose::Practice
        } else {
            Purpose::SignIn
        },
    })
}

/// Both tokens in one value, so that they cannot come apart (security 30).
pub(super) fn write_grant(grant: &Grant) -> String {
    let Grant {
        tokens, listener, ..
    } = grant;
    json!({
        "client_id": grant.client_id.as_str(),
        "access_token": tokens.access.expose(),
        "refresh_token": tokens.refresh.as_ref().map(RefreshToken::expose),
        "scopes": tokens.scopes.to_list(),
        "renew_at": tokens.renew_at.0,
        "authorized_at": grant.authorized_at.0,
        "obtained_at": grant.obtained_at.0,
        "family": grant.family.0,
        "listener_id": listener.as_ref().map(|listener| listener.id.as_str()),
        "listener_name": listener.as_ref().and_then(|listener| listener.display_name.as_deref()),
    })
    .to_string()
}

pub(super) fn read_grant(text: &str) -> Option<Grant> {
    let record = Record::read(text)?;
    let listener_id = record.text("listener_id");
    let authorized_at = record.moment("authorized_at")?;
    Some(Grant {
        client_id: ClientId::parse(&record.text("client_id")?).ok()?,
        tokens: TokenSet {
            access: AccessToken::new(record.text("access_token")?),
            refresh: record.text("refresh_token").map(RefreshToken::new),
            scopes: ScopeSet::parse(&record.text("scopes")?),
            renew_at: record.moment("renew_at")?,
        },
        authorized_at,
        obtained_at: record.moment("obtained_at").unwrap_or(authorized_at),
        family: SessionFamily(record.text("family")?),
        listener: listener_id
            .and_then(|id| UserId::try_from(id).ok())
            .map(|id| Listener {
                id,
                display_name: record.text("listener_name"),
            }),
        is_borrowed: false,
    })
}
