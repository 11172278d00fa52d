//! What listeners have saved and whom they follow (contract 4.2, 4.3).

mod saved;
mod start;

use std::collections::HashMap;

pub use saved::Saved;

use crate::catalogue::Catalogue;
use crate::catalogue::Thing;
use crate::clock::Millis;
use crate::listeners::Listener;

/// The libraries of all listeners, each made when it is first asked for.
#[derive(Debug, Default)]
pub struct Libraries(HashMap<String, Library>);

/// What one listener has saved.
#[derive(Debug, Default)]
pub struct Library {
    pub tracks: Saved,
    pub albums: Saved,
    pub artists: Saved,
    pub shows: Saved,
    pub episodes: Saved,
    pub audiobooks: Saved,
    /// Ids of users, newest first.
    pub users: Vec<String>,
}

impl Libraries {
    /// A listener's library.
    pub fn of(&mut self, listener: &Listener, catalogue: &Catalogue) -> &mut Library {
        self.0
            .entry(listener.id.clone())
            .or_insert_with(|| start::library(listener, catalogue))
    }
}

impl Library {
    /// The list that a thing belongs in; chapters belong in none.
    fn list_of(&mut self, thing: Thing) -> Option<&mut Saved> {
        match thing {
            Thing::Track(_) => Some(&mut self.tracks),
            Thing::Album(_) => Some(&mut self.albums),
            Thing::Artist(_) => Some(&mut self.artists),
            Thing::Show(_) => Some(&mut self.shows),
            Thing::Episode(_) => Some(&mut self.episodes),
            Thing::Audiobook(_) => Some(&mut self.audiobooks),
            Thing::Chapter(_) => None,
        }
    }

    /// Whether a thing is in its list.
    pub fn has(&mut self, thing: Thing) -> bool {
        self.list_of(thing).is_some_and(|list| list.has(thing))
    }

    /// Saves so many tracks in place of those that are saved.
    pub fn refill_tracks(&mut self, listener: &Listener, count: usize, catalogue: &Catalogue) {
        self.tracks = start::tracks(listener.taste, count, catalogue);
    }

    /// Follows a user, or does not any more.
    pub fn follow_user(&mut self, id: &str, follow: bool) {
        self.users.retain(|known| known != id);
        if follow {
            self.users.insert(0, id.to_owned());
        }
    }

    /// Saves a thing or takes it out.
    pub fn keep(&mut self, thing: Thing, keep: bool, now: Millis) {
        match self.list_of(thing) {
            Some(list) if keep => list.save(thing, now),
            Some(list) => list.remove(thing),
            None => {}
        }
    }
}
