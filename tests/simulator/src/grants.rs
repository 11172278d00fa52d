//! What listeners agreed to, and the codes and tokens that came of it
//! (contract 1.5, 2.2).

use std::collections::HashMap;

use serde::Serialize;

use crate::clock::Millis;
use crate::scope::ScopeSet;

/// Who agreed to what for whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    pub client_id: String,
    /// None where an app asks for itself alone, with client credentials.
    pub listener: Option<String>,
    pub scopes: ScopeSet,
}

impl Grant {
    /// What an app may do that nobody agreed to anything for.
    pub fn of_app_alone(client_id: &str) -> Self {
        Self {
            client_id: client_id.to_owned(),
            listener: None,
            scopes: ScopeSet::default(),
        }
    }
}

/// A code and what its redemption must match.
#[derive(Debug)]
pub struct Code {
    pub grant: Grant,
    pub redirect_uri: String,
    /// None where the app has a secret to show instead.
    pub challenge: Option<String>,
    pub issued_at: Millis,
}

/// An access token's meaning.
#[derive(Clone, Debug)]
pub struct Access {
    pub grant: Grant,
    pub expires_at: Millis,
}

/// A refresh token's meaning.
#[derive(Clone, Debug)]
pub struct Refresh {
    pub grant: Grant,
    /// When the listener agreed; refreshing does not move it.
    pub authorized_at: Millis,
    /// Rotated away or revoked by the listener.
    pub revoked: bool,
}

/// A pair of tokens.
#[derive(Clone, Debug, Serialize)]
pub struct TokenPair {
    /// Good for an hour.
    pub access_token: String,
    /// Good for six months from consent.
    pub refresh_token: String,
    /// The scopes of both, separated by spaces.
    pub scope: String,
}

/// All approvals, codes and tokens.
#[derive(Debug, Default)]
pub struct Grants {
    approvals: Vec<Grant>,
    codes: HashMap<String, Code>,
    access: HashMap<String, Access>,
    refresh: HashMap<String, Refresh>,
}

impl Grants {
    /// Remembers that a listener agreed, so that the next time nobody asks.
    pub fn approve(&mut self, grant: &Grant) {
        let same = |known: &&mut Grant| {
            known.client_id == grant.client_id && known.listener == grant.listener
        };
        match self.approvals.iter_mut().find(same) {
            Some(known) => known.scopes.extend(&grant.scopes),
            None => self.approvals.push(grant.clone()),
        }
    }

    /// Whether a listener agreed to at least this before.
    pub fn is_approved(&self, grant: &Grant) -> bool {
        self.approvals.iter().any(|known| {
            known.client_id == grant.client_id
                && known.listener == grant.listener
                && known.scopes.covers(&grant.scopes)
        })
    }

    /// Adds a code.
    pub fn add_code(&mut self, text: String, code: Code) {
        self.codes.insert(text, code);
    }

    /// Takes a code out: whatever comes of the attempt, it is burnt.
    pub fn burn_code(&mut self, text: &str) -> Option<Code> {
        self.codes.remove(text)
    }

    /// Adds an access token.
    pub fn add_access(&mut self, token: String, access: Access) {
        self.access.insert(token, access);
    }

    /// Adds a refresh token.
    pub fn add_refresh(&mut self, token: String, refresh: Refresh) {
        self.refresh.insert(token, refresh);
    }

    /// The meaning of an access token, also of one that has expired.
    pub fn access(&self, token: &str) -> Option<&Access> {
        self.access.get(token)
    }

    /// The meaning of a refresh token, also of a dead one.
    pub fn refresh(&self, token: &str) -> Option<&Refresh> {
        self.refresh.get(token)
    }

    /// Ends one refresh token.
    pub fn revoke_refresh(&mut self, token: &str) {
        if let Some(refresh) = self.refresh.get_mut(token) {
            refresh.revoked = true;
        }
    }

    /// Ends all access tokens now.
    pub fn expire_access(&mut self, now: Millis) {
        for access in self.access.values_mut() {
            access.expires_at = access.expires_at.min(now);
        }
    }

    /// What a listener does at `spotify.com/account/apps`: approvals and
    /// refresh tokens end. None means every app, or every account.
    pub fn revoke(&mut self, client_id: Option<&str>, listener: Option<&str>) {
        let meant = |grant: &Grant| {
            client_id.is_none_or(|id| id == grant.client_id)
                && (listener.is_none() || listener == grant.listener.as_deref())
        };
        self.approvals.retain(|grant| !meant(grant));
        for refresh in self
            .refresh
            .values_mut()
            .filter(|refresh| meant(&refresh.grant))
        {
            refresh.revoked = true;
        }
    }

    /// Forgets who agreed to what; tokens live on. The next sign-in asks.
    pub fn forget_approvals(&mut self) {
        self.approvals.clear();
    }
}
