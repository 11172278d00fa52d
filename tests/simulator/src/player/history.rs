//! What a listener played lately (contract 4.5).

use std::collections::VecDeque;
use std::sync::Arc;

use crate::clock::Millis;
use crate::player::item::Item;

/// How many plays are remembered; about as many as can be reached.
const REACH: usize = 50;

/// One play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Played {
    pub item: Item,
    /// URI of what it was played from, if that was anything.
    pub context: Option<Arc<str>>,
    /// When it ended.
    pub at: Millis,
}

/// The plays of late, the last first.
#[derive(Clone, Debug, Default)]
pub struct History(VecDeque<Played>);

impl History {
    /// Adds a play that ended after all the others.
    pub fn add(&mut self, played: Played) {
        self.0.push_front(played);
        self.0.truncate(REACH);
    }

    /// The plays, the last first.
    pub fn plays(&self) -> impl DoubleEndedIterator<Item = &Played> {
        self.0.iter()
    }
}
