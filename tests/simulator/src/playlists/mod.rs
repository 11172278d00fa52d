//! Playlists and who keeps which (contract 4.4, 6.2).

mod contents;
mod edit;
mod entry;
mod names;
mod people;
mod playlist;
mod recipe;
mod start;

use std::collections::HashMap;

use sha2::Digest;
use sha2::Sha256;

pub use contents::Contents;
pub use edit::Move;
pub use edit::insert;
pub use edit::reorder;
pub use entry::Content;
pub use entry::Entry;
pub use entry::LocalFile;
pub use people::is_known;
pub use people::name_of;
pub use playlist::Cover;
pub use playlist::CoverArt;
pub use playlist::MOST_ENTRIES;
pub use playlist::Playlist;
pub use recipe::Filling;
pub use recipe::Recipe;

use crate::catalogue::base62;

/// How many playlists a user can keep (contract 4.4).
pub const MOST_PLAYLISTS: usize = 11_000;

/// All playlists, and which user keeps which, in the user's own order.
#[derive(Debug)]
pub struct Playlists {
    seed: u64,
    /// In the order in which they were made; none is ever destroyed, as
    /// Spotify destroys none either (contract 4.3).
    all: Vec<Playlist>,
    places: HashMap<String, usize>,
    rosters: HashMap<String, Vec<String>>,
}

impl Playlists {
    /// What is there from the start.
    pub fn new(seed: u64) -> Self {
        let mut playlists = Self {
            seed,
            all: Vec::new(),
            places: HashMap::new(),
            rosters: HashMap::new(),
        };
        start::fill(&mut playlists);
        playlists
    }

    /// A playlist by its id.
    pub fn find(&self, id: &str) -> Option<&Playlist> {
        self.all.get(*self.places.get(id)?)
    }

    /// A playlist by its id, to be changed.
    pub fn find_mut(&mut self, id: &str) -> Option<&mut Playlist> {
        self.all.get_mut(*self.places.get(id)?)
    }

    /// Adds the playlist that is made from a new id, and gives the id.
    pub fn add(&mut self, make: impl FnOnce(String) -> Playlist) -> String {
        let id = self.next_id();
        self.places.insert(id.clone(), self.all.len());
        self.all.push(make(id.clone()));
        id
    }

    /// The ids of what a user keeps, own and followed.
    pub fn roster(&self, user: &str) -> &[String] {
        self.rosters.get(user).map_or(&[], Vec::as_slice)
    }

    /// The ids of what a user owns, newest first.
    pub fn owned_by(&self, user: &str) -> Vec<String> {
        let newest_first = self.all.iter().rev();
        newest_first
            .filter(|playlist| playlist.owner == user)
            .map(|playlist| playlist.id.clone())
            .collect()
    }

    /// Whether a user keeps a playlist.
    pub fn is_followed(&self, user: &str, id: &str) -> bool {
        self.roster(user).iter().any(|kept| kept == id)
    }

    /// How many users other than its owner keep a playlist.
    pub fn followers_of(&self, playlist: &Playlist) -> usize {
        let kept = |(user, roster): &(&String, &Vec<String>)| {
            **user != playlist.owner && roster.contains(&playlist.id)
        };
        self.rosters.iter().filter(kept).count()
    }

    /// Puts a playlist first in what a user keeps, unless it is there.
    pub fn follow(&mut self, user: &str, id: &str) {
        if !self.is_followed(user, id) {
            let roster = self.rosters.entry(user.to_owned()).or_default();
            roster.insert(0, id.to_owned());
        }
    }

    /// Takes a playlist out of what a user keeps; for its owner that is what
    /// deleting is (contract 4.3).
    pub fn unfollow(&mut self, user: &str, id: &str) {
        if let Some(roster) = self.rosters.get_mut(user) {
            roster.retain(|kept| kept != id);
        }
    }

    /// Public playlists in whose name or description all words occur, in any
    /// case. Nothing matches no words.
    pub fn public_matching(&self, words: &str) -> impl Iterator<Item = &Playlist> {
        let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
        self.all.iter().filter(move |playlist| {
            let description = playlist.description.as_deref().unwrap_or_default();
            let text = format!("{} {description}", playlist.name).to_lowercase();
            let matches = !words.is_empty() && words.iter().all(|word| text.contains(word));
            matches && playlist.public == Some(true)
        })
    }

    /// Every public playlist.
    pub fn public(&self) -> impl Iterator<Item = &Playlist> {
        let all = self.all.iter();
        all.filter(|playlist| playlist.public == Some(true))
    }

    fn set_roster(&mut self, user: &str, ids: Vec<String>) {
        self.rosters.insert(user.to_owned(), ids);
    }

    fn next_id(&self) -> String {
        let digest = Sha256::new()
            .chain_update(b"playlist")
            .chain_update(self.seed.to_be_bytes())
            .chain_update(self.all.len().to_be_bytes())
            .finalize();
        let mut number = [0; 16];
        number.copy_from_slice(&digest[..16]);
        base62(u128::from_be_bytes(number))
    }
}
