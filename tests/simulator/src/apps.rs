//! The apps registered in the simulated dashboard (contract 1.1).

use serde::Deserialize;
use serde::Serialize;

/// The client ID of the app that is there from the start.
pub const DEMO_CLIENT_ID: &str = "4f1c0a9be27d4d0c8a6f7e35b1902d6c";

/// An app of the dashboard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct App {
    /// 32 lowercase hexadecimal characters.
    pub client_id: String,
    /// What the consent page calls it.
    #[serde(default = "unnamed")]
    pub name: String,
    /// Compared exactly, but for the port of a loopback literal registered
    /// without one (contract 1.3).
    pub redirect_uris: Vec<String>,
    /// Ids of the accounts under User Management (contract 1.1).
    #[serde(default = "demo_allow_list")]
    pub allow_list: Vec<String>,
    /// Whether the owner has Premium; without it every API call is refused.
    #[serde(default = "yes")]
    pub owner_premium: bool,
    /// Which rules of which year apply to it.
    #[serde(default)]
    pub population: Population,
    /// Who made it: quotas count all apps of a developer together (contract
    /// 3.4).
    #[serde(default = "demo_developer")]
    pub developer: String,
}

/// The three populations of client IDs (contract 0, 5.5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Population {
    /// Development mode, created on or after 2026-02-11.
    #[default]
    NewDev,
    /// Development mode, created before.
    OldDev,
    /// Extended quota.
    Extended,
}

/// A change to an app: what is absent stays.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AppChange {
    /// Another name.
    pub name: Option<String>,
    /// Other redirect URIs.
    pub redirect_uris: Option<Vec<String>>,
    /// Another allow-list.
    pub allow_list: Option<Vec<String>>,
    /// Whether the owner has Premium.
    pub owner_premium: Option<bool>,
    /// Another population.
    pub population: Option<Population>,
    /// Another developer.
    pub developer: Option<String>,
}

impl App {
    /// The app that is there from the start. It can be used at any port of
    /// both loopback addresses.
    pub fn demo() -> Self {
        let redirect_uris = [
            "http://127.0.0.1/",
            "http://[::1]/",
            "http://127.0.0.1/sub/",
        ];
        Self {
            client_id: DEMO_CLIENT_ID.to_owned(),
            name: "Crate demo".to_owned(),
            redirect_uris: redirect_uris.map(str::to_owned).to_vec(),
            allow_list: demo_allow_list(),
            owner_premium: true,
            population: Population::NewDev,
            developer: demo_developer(),
        }
    }

    /// The client secret, which is invented: the client ID backwards. No page
    /// needs it (contract 1.1); clients with a server of their own do.
    pub fn secret(&self) -> String {
        self.client_id.chars().rev().collect()
    }

    /// Whether an account may use it. Extended quota knows no list.
    pub fn admits(&self, listener: &str) -> bool {
        self.population == Population::Extended || self.allow_list.iter().any(|id| id == listener)
    }

    /// Whether it works at all: development mode needs an owner with Premium.
    pub fn is_paid_for(&self) -> bool {
        self.population == Population::Extended || self.owner_premium
    }

    /// Makes a change.
    pub fn change(&mut self, change: AppChange) {
        replace(&mut self.name, change.name);
        replace(&mut self.redirect_uris, change.redirect_uris);
        replace(&mut self.allow_list, change.allow_list);
        replace(&mut self.owner_premium, change.owner_premium);
        replace(&mut self.population, change.population);
        replace(&mut self.developer, change.developer);
    }
}

fn replace<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}

fn unnamed() -> String {
    "Unnamed app".to_owned()
}

fn demo_developer() -> String {
    "ada01".to_owned()
}

fn demo_allow_list() -> Vec<String> {
    ["ada01", "cleo"].map(str::to_owned).to_vec()
}

fn yes() -> bool {
    true
}
