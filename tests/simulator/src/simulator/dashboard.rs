//! Accounts, apps, and what the ones let the others do.

use crate::api;
use crate::apps::App;
use crate::apps::AppChange;
use crate::clock::Millis;
use crate::grants::Grant;
use crate::grants::TokenPair;
use crate::listeners::AccountChange;
use crate::listeners::Listener;
use crate::scope::ScopeSet;
use crate::simulator::Simulator;
use crate::simulator::Unknown;

impl Simulator {
    /// The demo accounts.
    pub fn accounts(&self) -> &[Listener] {
        &self.world.listeners
    }

    /// Id of the account that is signed in at the accounts host: the one
    /// chosen on the consent page, and approved without asking.
    pub fn signed_in(&self) -> &str {
        &self.world.signed_in
    }

    /// Signs another account in at the accounts host.
    pub fn sign_in(&mut self, account: &str) -> Result<(), Unknown> {
        self.world.listener(account).ok_or(Unknown::Account)?;
        self.world.sign_in(account);
        Ok(())
    }

    /// Changes an account.
    pub fn change_account(&mut self, id: &str, change: AccountChange) -> Result<(), Unknown> {
        if change
            .country
            .as_deref()
            .is_some_and(|code| !api::is_country(code))
        {
            return Err(Unknown::Country);
        }
        let mut accounts = self.world.listeners.iter_mut();
        let account = accounts.find(|account| account.id == id);
        account.ok_or(Unknown::Account)?.change(change);
        Ok(())
    }

    /// All registered apps.
    pub fn apps(&self) -> &[App] {
        &self.world.apps
    }

    /// Registers an app, in place of one with the same client ID.
    pub fn register_app(&mut self, app: App) {
        self.world
            .apps
            .retain(|known| known.client_id != app.client_id);
        self.world.apps.push(app);
    }

    /// Changes an app.
    pub fn change_app(&mut self, client_id: &str, change: AppChange) -> Result<(), Unknown> {
        let mut apps = self.world.apps.iter_mut();
        apps.find(|app| app.client_id == client_id)
            .ok_or(Unknown::App)?
            .change(change);
        Ok(())
    }

    /// Tokens without the trip through `/authorize`, as if the account had
    /// just agreed. None for the scopes means all there are.
    pub fn issue_tokens(
        &mut self,
        client_id: &str,
        account: &str,
        scopes: Option<&str>,
        host_time: Millis,
    ) -> Result<TokenPair, Unknown> {
        self.world.app(client_id).ok_or(Unknown::App)?;
        self.world.listener(account).ok_or(Unknown::Account)?;
        let scopes = match scopes {
            Some(list) => ScopeSet::parse(list).map_err(|_| Unknown::Scope)?,
            None => ScopeSet::all(),
        };
        let now = self.now(host_time);
        let scope = scopes.to_string();
        let grant = Grant {
            client_id: client_id.to_owned(),
            listener: Some(account.to_owned()),
            scopes,
        };
        let access_token = self.world.issue_access(grant.clone(), now);
        let refresh_token = self.world.issue_refresh(grant, now);
        Ok(TokenPair {
            access_token,
            refresh_token,
            scope,
        })
    }

    /// The access token that the app gets by its client credentials, without
    /// showing them.
    pub fn issue_app_token(
        &mut self,
        client_id: &str,
        host_time: Millis,
    ) -> Result<String, Unknown> {
        self.world.app(client_id).ok_or(Unknown::App)?;
        let now = self.now(host_time);
        let grant = Grant::of_app_alone(client_id);
        Ok(self.world.issue_access(grant, now))
    }

    /// Ends all access tokens now; refresh tokens live on.
    pub fn expire_access_tokens(&mut self, host_time: Millis) {
        let now = self.now(host_time);
        self.world.grants.expire_access(now);
    }

    /// Revokes what listeners agreed to: refresh tokens then draw
    /// `invalid_grant` and the next sign-in asks. None means every app, or
    /// every account.
    pub fn revoke_grants(&mut self, client_id: Option<&str>, account: Option<&str>) {
        self.world.grants.revoke(client_id, account);
    }

    /// Forgets who agreed to what, so that the next sign-in asks; tokens live.
    pub fn forget_approvals(&mut self) {
        self.world.grants.forget_approvals();
    }
}
