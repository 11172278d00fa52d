//! Everything the simulator knows.

use std::sync::OnceLock;

use crate::api::QuotaUse;
use crate::api::RateWindow;
use crate::apps::App;
use crate::catalogue::Catalogue;
use crate::clock::Clock;
use crate::clock::Millis;
use crate::faults::Faults;
use crate::grants::Access;
use crate::grants::Grant;
use crate::grants::Grants;
use crate::grants::Refresh;
use crate::library::Libraries;
use crate::listeners::Listener;
use crate::log::Log;
use crate::mint::Mint;
use crate::player::Players;
use crate::playlists::Playlists;
use crate::search::Index;
use crate::secrets::Secrets;
use crate::stops::Stops;
use crate::switches::Switches;

/// Everything the simulator knows.
#[derive(Debug)]
pub struct World {
    pub catalogue: Catalogue,
    pub apps: Vec<App>,
    pub listeners: Vec<Listener>,
    /// Id of the account that is signed in at the accounts host.
    pub signed_in: String,
    pub grants: Grants,
    pub faults: Faults,
    pub switches: Switches,
    pub rate_window: RateWindow,
    /// What listeners have saved.
    pub library: Libraries,
    pub playlists: Playlists,
    /// Everything that can be found, once somebody has searched.
    pub search: OnceLock<Index>,
    /// Where listeners stopped in episodes and chapters.
    pub stops: Stops,
    pub quota_use: QuotaUse,
    /// What each listener plays, and on what.
    pub player: Players,
    pub log: Log,
    pub secrets: Secrets,
    pub clock: Clock,
    pub mint: Mint,
}

impl World {
    /// The world as it is at the start.
    pub fn new(seed: u64) -> Self {
        let listeners = Listener::demo();
        Self {
            catalogue: Catalogue::new(seed),
            apps: vec![App::demo()],
            signed_in: listeners
                .first()
                .map(|first| first.id.clone())
                .unwrap_or_default(),
            listeners,
            grants: Grants::default(),
            faults: Faults::default(),
            switches: Switches::default(),
            rate_window: RateWindow::default(),
            library: Libraries::default(),
            playlists: Playlists::new(seed),
            search: OnceLock::new(),
            stops: Stops::default(),
            quota_use: QuotaUse::default(),
            player: Players::default(),
            log: Log::default(),
            secrets: Secrets::default(),
            clock: Clock::default(),
            mint: Mint::new(seed),
        }
    }

    /// The world as it is at the start, with the same music, and with a mint
    /// that makes no token of before again.
    pub fn reset(&mut self) {
        let fresh = Self::new(self.catalogue.seed());
        let old = std::mem::replace(self, fresh);
        self.catalogue = old.catalogue;
        self.search = old.search;
        self.mint = old.mint;
    }

    /// An app by its client ID.
    pub fn app(&self, client_id: &str) -> Option<&App> {
        self.apps.iter().find(|app| app.client_id == client_id)
    }

    /// An account by its id.
    pub fn listener(&self, id: &str) -> Option<&Listener> {
        self.listeners.iter().find(|listener| listener.id == id)
    }

    /// Signs an account in at the accounts host.
    pub fn sign_in(&mut self, account: &str) {
        account.clone_into(&mut self.signed_in);
        self.switches.signed_out = false;
    }

    /// A new access token.
    pub fn issue_access(&mut self, grant: Grant, now: Millis) -> String {
        let token = self.mint.access_token();
        let expires_at = now.plus(Millis::ACCESS_TOKEN_LIFETIME);
        self.secrets.access_tokens.push(token.clone());
        self.grants
            .add_access(token.clone(), Access { grant, expires_at });
        token
    }

    /// A new refresh token for what was agreed at `authorized_at`.
    pub fn issue_refresh(&mut self, grant: Grant, authorized_at: Millis) -> String {
        let token = self.mint.refresh_token();
        self.secrets.refresh_tokens.push(token.clone());
        self.grants.add_refresh(
            token.clone(),
            Refresh {
                grant,
                authorized_at,
                revoked: false,
            },
        );
        token
    }
}
