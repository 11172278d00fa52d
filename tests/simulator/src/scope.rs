//! Scopes and what they say on the consent page (contract 1.4).

use std::fmt;

/// A scope's name and what a listener reads about it.
#[derive(Debug)]
pub struct Description {
    pub name: &'static str,
    pub words: &'static str,
}

macro_rules! scopes {
    ($($name:literal => $words:literal,)*) => {
        &[$(Description { name: $name, words: $words }),*]
    };
}

/// Every scope that `/authorize` accepts.
const KNOWN: &[Description] = scopes! {
    "user-read-private" => "See your kind of subscription and your country",
    "user-read-email" => "See your e-mail address",
    "user-library-read" => "See what you have saved",
    "user-library-modify" => "Save and remove music and podcasts",
    "user-follow-read" => "See whom you follow",
    "user-follow-modify" => "Follow and unfollow for you",
    "user-top-read" => "See your top artists and tracks",
    "user-read-recently-played" => "See what you played recently",
    "user-read-playback-position" => "See where you stopped in podcasts and audiobooks",
    "user-read-playback-state" => "See your devices and what they play",
    "user-read-currently-playing" => "See what is playing now",
    "user-modify-playback-state" => "Control playback on your devices",
    "streaming" => "Play music in this app",
    "playlist-read-private" => "See your private playlists",
    "playlist-read-collaborative" => "See playlists you make with others",
    "playlist-modify-public" => "Make and change your public playlists",
    "playlist-modify-private" => "Make and change your private playlists",
    "ugc-image-upload" => "Set the covers of your playlists",
    "app-remote-control" => "Control the app on this device",
    "user-personalized" => "See music picked for you",
    "soa-manage-entitlements" => "Manage what you are entitled to",
    "soa-manage-partner" => "Manage partner details",
    "soa-create-partner" => "Make partners",
};

/// Scopes as asked for or granted, in that order, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScopeSet(Vec<&'static str>);

/// A scope that does not exist.
#[derive(Debug, thiserror::Error)]
#[error("no scope is called {0}")]
pub struct IllegalScope(String);

impl ScopeSet {
    /// Reads a space-separated list; empty is allowed.
    pub fn parse(list: &str) -> Result<Self, IllegalScope> {
        let mut set = Self::default();
        for name in list.split(' ').filter(|name| !name.is_empty()) {
            let known = KNOWN.iter().find(|scope| scope.name == name);
            let known = known.ok_or_else(|| IllegalScope(name.to_owned()))?;
            set.insert(known.name);
        }
        Ok(set)
    }

    /// Every scope there is.
    pub fn all() -> Self {
        Self(KNOWN.iter().map(|scope| scope.name).collect())
    }

    /// Whether one scope is in the set.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains(&name)
    }

    /// Whether every scope of another set is in this one.
    pub fn covers(&self, other: &Self) -> bool {
        other.0.iter().all(|name| self.has(name))
    }

    /// Adds the scopes of another set.
    pub fn extend(&mut self, other: &Self) {
        for name in &other.0 {
            self.insert(name);
        }
    }

    /// What the set says to a listener, a sentence for each scope.
    pub fn in_words(&self) -> impl Iterator<Item = &'static str> {
        self.0
            .iter()
            .filter_map(|name| KNOWN.iter().find(|scope| scope.name == *name))
            .map(|scope| scope.words)
    }

    fn insert(&mut self, name: &'static str) {
        if !self.has(name) {
            self.0.push(name);
        }
    }
}

impl fmt::Display for ScopeSet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0.join(" "))
    }
}
