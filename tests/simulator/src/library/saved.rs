//! A list of saved things, newest first.

use std::collections::HashSet;
use std::collections::VecDeque;
use std::ops::Range;

use crate::catalogue::Thing;
use crate::clock::Millis;

/// A list of saved things, newest first, each there once.
#[derive(Debug, Default)]
pub struct Saved {
    list: VecDeque<(Thing, Millis)>,
    members: HashSet<Thing>,
}

impl Saved {
    /// Things with when they were saved, in any order.
    pub fn of(mut dated: Vec<(Thing, Millis)>) -> Self {
        dated.sort_by_key(|(_, saved_at)| std::cmp::Reverse(*saved_at));
        let mut saved = Self::default();
        for (thing, saved_at) in dated {
            if saved.members.insert(thing) {
                saved.list.push_back((thing, saved_at));
            }
        }
        saved
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether a thing is there.
    pub fn has(&self, thing: Thing) -> bool {
        self.members.contains(&thing)
    }

    /// A part of the list.
    pub fn part(&self, range: Range<usize>) -> Vec<(Thing, Millis)> {
        self.list.range(range).copied().collect()
    }

    /// The place of a thing.
    pub fn place(&self, thing: Thing) -> Option<usize> {
        self.list.iter().position(|(here, _)| *here == thing)
    }

    /// Puts a thing first, unless it is there: then it stays where it is.
    pub fn save(&mut self, thing: Thing, now: Millis) {
        if self.members.insert(thing) {
            self.list.push_front((thing, now));
        }
    }

    /// Takes a thing out, if it is there.
    pub fn remove(&mut self, thing: Thing) {
        if self.members.remove(&thing) {
            self.list.retain(|(here, _)| *here != thing);
        }
    }
}
