use std::rc::Rc;

use super::{BeginError, Ended, Grant, records};
use crate::{
    config::STORAGE_PREFIX,
    oauth::{PendingAuthorization, State, TabNonce},
    ports::{Millis, Random, Store, StoreError},
};

/// Keeps the secrets of this tab: the grant, and the authorizations that are
/// pending. Everything is in `sessionStorage` under one prefix (security 45).
#[derive(Clone)]
pub struct Vault {
    store: Rc<dyn Store>,
}

pub(super) const GRANT: &str = "session";
pub(super) const PENDING: &str = "txn.";
pub(super) const TAB: &str = "tab";
pub(super) const ENDED: &str = "ended";
pub(super) const APART: &str = "apart";
pub(super) const MEANT: &str = "meant";

fn key(name: &str) -> String {
    format!("{STORAGE_PREFIX}{name}")
}

fn pending_key(state: &State) -> String {
    key(&format!("{PENDING}{}", state.expose()))
}

impl Vault {
    /// A vault in `store`, which must be this tab's own.
    pub const fn new(store: Rc<dyn Store>) -> Self {
        Self { store }
    }

    /// Keeps a pending authorization under its state, so that two that run in
    /// parallel do not overwrite each other (security 6).
    pub fn put_pending(&self, pending: &PendingAuthorization) -> Result<(), StoreError> {
        self.store.set(
            &pending_key(&pending.request().state),
            &records::write_pending(pending),
        )
    }

    /// Takes a pending authorization out. `None` if there is none, and also if
    /// it cannot be removed: then it could be used twice (security 13).
    pub fn take_pending(&self, state: &State) -> Option<PendingAuthorization> {
        let key = pending_key(state);
        let record = self.store.get(&key).ok()??;
        self.store.remove(&key).ok()?;
        records::read_pending(&record)
    }

    /// Forgets the authorizations that are too old to be answered, and returns
    /// the newest of the others.
    pub fn sweep_pending(&self, now: Millis) -> Option<PendingAuthorization> {
        let prefix = key(PENDING);
        let mut fresh: Vec<_> = Vec::new();
        for key in self.store.keys().unwrap_or_default() {
            if !key.starts_with(&prefix) {
                continue;
            }
            let record = self.store.get(&key).ok().flatten();
            match record.as_deref().and_then(records::read_pending) {
                Some(pending) if !pending.is_stale(now) => fresh.push(pending),
                // What cannot be read or used is only in the way; if it cannot
                // be removed either, it still cannot be used.
                _ => drop(self.store.remove(&key)),
            }
        }
        fresh.into_iter().max_by_key(|pending| pending.created_at)
    }

    /// Forgets every pending authorization.
    pub fn forget_pending(&self) {
        self.remove_all(&key(PENDING));
    }

    /// Keeps the grant, tokens and all, as one value.
    pub fn put_grant(&self, grant: &Grant) -> Result<(), StoreError> {
        self.store.set(&key(GRANT), &records::write_grant(grant))?;
        // What was before no longer matters; where it cannot be removed, the
        // grant is looked at first.
        let _ = self.store.remove(&key(ENDED));
        let _ = self.store.remove(&key(APART));
        Ok(())
    }

    /// The grant of this tab, if there is one that can be read.
    pub fn grant(&self) -> Option<Grant> {
        let record = self.store.get(&key(GRANT)).ok()??;
        records::read_grant(&record)
    }

    /// Forgets the grant, which has ended, but for what is no secret of it.
    pub fn end_grant(&self, ended: &Ended) {
        // Storage that cannot be written holds nothing of ours.
        let _ = self.store.remove(&key(GRANT));
        let _ = self.store.set(&key(ENDED), &records::write_ended(ended));
    }

    /// The grant of this tab that has ended.
    pub fn ended(&self) -> Option<Ended> {
        records::read_ended(&self.store.get(&key(ENDED)).ok()??)
    }

    /// This tab takes no other's session.
    pub fn stay_apart(&self) {
        // Where nothing can be kept, nobody signs in either.
        let _ = self.store.set(&key(APART), "");
    }

    /// Whether this tab takes no other's session.
    pub fn is_apart(&self) -> bool {
        matches!(self.store.get(&key(APART)), Ok(Some(_)))
    }

    /// Keeps what a listener was about to do, or that it was nothing.
    pub(super) fn put_meant(&self, meant: Option<String>) -> Result<(), StoreError> {
        match meant {
            Some(meant) => self.store.set(&key(MEANT), &meant),
            None => self.store.remove(&key(MEANT)),
        }
    }

    /// Takes that out. `None` also if it cannot be removed: it is not to be
    /// done twice.
    pub(super) fn take_meant(&self) -> Option<String> {
        let meant = self.store.get(&key(MEANT)).ok()??;
        self.store.remove(&key(MEANT)).ok()?;
        Some(meant)
    }

    /// Forgets everything of ours in this tab.
    pub fn clear(&self) {
        self.remove_all(STORAGE_PREFIX);
    }

    /// The mark of this tab; a new one if it has none yet.
    pub fn tab_nonce(&self, random: &dyn Random) -> Result<TabNonce, BeginError> {
        if let Some(nonce) = self.store.get(&key(TAB))? {
            return Ok(TabNonce::recorded(nonce));
        }
        let nonce = TabNonce::generate(random)?;
        self.store.set(&key(TAB), nonce.as_str())?;
        Ok(nonce)
    }

    fn remove_all(&self, prefix: &str) {
        for key in self.store.keys().unwrap_or_default() {
            if key.starts_with(prefix) {
                let _ = self.store.remove(&key);
            }
        }
    }
}
