//! What the devices do, and how time carries it on.

use std::collections::HashMap;

use crate::catalogue::Thing;
use crate::clock::Millis;
use crate::player::commands::Start;
use crate::player::device::Device;
use crate::player::history::Played;
use crate::player::item::Item;
use crate::player::program::Program;

/// How long a track must sound to count as played.
const COUNTS_AS_PLAYED: Millis = Millis::from_secs(30);

/// What the devices do.
#[derive(Clone, Debug, Default)]
pub struct State {
    pub devices: Vec<Device>,
    /// Number of the active device; it is among them.
    pub active: Option<u32>,
    pub program: Program,
    pub playing: bool,
    /// In a private session others are told nothing (contract 6.1).
    pub private: bool,
    /// When it last changed, the `timestamp` of the answer.
    pub changed_at: Millis,
    /// Where in the item it was at `since`.
    position: Millis,
    since: Millis,
    /// How much of the item has sounded.
    listened: Millis,
    /// Where episodes were left.
    left_at: HashMap<Thing, Millis>,
}

impl State {
    /// Lets time pass, and gives what was played to its end or left before.
    pub fn run_to(&mut self, now: Millis) -> Vec<Played> {
        let mut played = Vec::new();
        while let Some(item) = self.program.current().filter(|_| self.playing) {
            let left = item.duration.since(self.position);
            let elapsed = now.since(self.since);
            if elapsed < left {
                self.sound(elapsed);
                break;
            }
            self.sound(left);
            self.since = self.since.plus(left);
            played.extend(self.leave());
            self.follow(item);
        }
        self.since = now;
        played
    }

    /// Where in the item it is, as of the last `run_to`.
    pub fn position(&self) -> Millis {
        self.position
    }

    /// Goes to a place in the item.
    pub fn move_to(&mut self, position: Millis) {
        self.position = position;
        self.changed_at = self.since;
    }

    /// Leaves what plays, before something else is played: the play, if it
    /// counts.
    pub fn leave(&mut self) -> Option<Played> {
        let item = self.program.current()?;
        if let Some(thing) = item.resumable() {
            self.left_at.insert(thing, self.position);
        }
        let listened = std::mem::take(&mut self.listened);
        let counts = listened >= COUNTS_AS_PLAYED && item.is_remembered() && !self.private;
        counts.then(|| Played {
            item,
            context: self.program.context().map(Into::into),
            at: self.since,
        })
    }

    /// Begins what the program has come to: episodes where they were left.
    pub fn begin(&mut self) {
        let current = self.program.current();
        let left_at = current
            .and_then(Item::resumable)
            .and_then(|thing| self.left_at.get(&thing).copied())
            .filter(|at| current.is_some_and(|item| *at < item.duration));
        self.move_to(left_at.unwrap_or_default());
    }

    /// Where episodes and chapters were left, and where the present one is.
    pub fn stops(&self) -> Vec<(Thing, Millis)> {
        let current = self.program.current().and_then(Item::resumable);
        let here = current.map(|thing| (thing, self.position));
        let left = self.left_at.iter().map(|(thing, at)| (*thing, *at));
        left.chain(here).collect()
    }

    /// The device that is active.
    pub fn active_device(&self) -> Option<&Device> {
        self.devices
            .iter()
            .find(|device| Some(device.number) == self.active)
    }

    /// A device by its number.
    pub fn device(&mut self, number: u32) -> Option<&mut Device> {
        self.devices
            .iter_mut()
            .find(|device| device.number == number)
    }

    /// Plays other things from now on.
    pub fn begin_with(&mut self, start: Start) -> Option<Played> {
        let left = self.leave();
        let length = start.items.len().max(1);
        let anywhere = || {
            let dice = usize::try_from(self.since.0).unwrap_or_default();
            if self.program.shuffle() {
                dice % length
            } else {
                0
            }
        };
        let first = start.first.unwrap_or_else(anywhere);
        self.program.load(start.context, start.items, first);
        self.begin();
        if let Some(position) = start.position {
            self.move_to(position);
        }
        self.playing = true;
        left
    }

    /// Plays something else first and then what plays now.
    pub fn cut_in(&mut self, item: Item) {
        self.program.interrupt(item);
        self.begin();
        self.playing = true;
    }

    /// Puts a device to sleep; what it played stops.
    pub fn put_to_sleep(&mut self, number: u32) {
        if let Some(device) = self.device(number) {
            device.asleep = true;
        }
        if self.active == Some(number) {
            self.go_quiet();
        }
    }

    /// Stops playing where it is, with no device active.
    pub fn go_quiet(&mut self) {
        self.playing = false;
        self.active = None;
        self.changed_at = self.since;
    }

    fn sound(&mut self, span: Millis) {
        self.position = self.position.plus(span);
        self.listened = self.listened.plus(span);
    }

    /// What follows on an item that came to its end.
    fn follow(&mut self, ended: Item) {
        if self.program.repeats(ended) || self.program.next() {
            self.begin();
        } else {
            self.program.rewind();
            self.begin();
            self.playing = false;
        }
    }
}
