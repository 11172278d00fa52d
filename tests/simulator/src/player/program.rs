//! What plays, what played before it and what comes next.

use std::collections::VecDeque;
use std::sync::Arc;

use serde::Deserialize;

use crate::player::item::Item;
use crate::player::item::Sound;

/// How `repeat` stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Repeat {
    #[default]
    Off,
    Track,
    Context,
}

impl Repeat {
    /// The value of `repeat_state`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Track => "track",
            Self::Context => "context",
        }
    }
}

/// Items in an order of their own, a place in it, and a queue that goes first.
#[derive(Clone, Debug, Default)]
pub struct Program {
    /// URI of the album, artist, playlist or show; none for loose items.
    context: Option<Arc<str>>,
    items: Arc<[Item]>,
    /// Indexes into `items`, in the order in which they play.
    order: Arc<[usize]>,
    /// Where in the order it is.
    place: usize,
    /// Plays in place of the item at `place`.
    interlude: Option<Item>,
    queue: VecDeque<Item>,
    shuffle: bool,
    repeat: Repeat,
    /// Makes each shuffle another one.
    shuffles: u64,
}

impl Program {
    /// Plays other items from now on, beginning with one of them. The queue,
    /// shuffle and repeat stay.
    pub fn load(&mut self, context: Option<Arc<str>>, items: Vec<Item>, first: usize) {
        self.context = context;
        self.items = items.into();
        self.interlude = None;
        self.arrange(first);
    }

    /// What plays.
    pub fn current(&self) -> Option<Item> {
        self.interlude.or_else(|| self.at(self.place))
    }

    /// URI of what it plays from; none for queued and loose items.
    pub fn context(&self) -> Option<&str> {
        let context = self.context.as_deref();
        context.filter(|_| self.interlude.is_none())
    }

    pub fn shuffle(&self) -> bool {
        self.shuffle
    }

    pub fn repeat(&self) -> Repeat {
        self.repeat
    }

    pub fn set_repeat(&mut self, repeat: Repeat) {
        self.repeat = repeat;
    }

    /// Shuffles what comes, or puts it back in order; what plays stays.
    pub fn set_shuffle(&mut self, on: bool) {
        if on != self.shuffle {
            self.shuffle = on;
            self.arrange(self.order.get(self.place).copied().unwrap_or_default());
        }
    }

    /// Puts an item behind those in the queue.
    pub fn enqueue(&mut self, item: Item) {
        self.queue.push_back(item);
    }

    /// Plays something else first and then what plays now.
    pub fn interrupt(&mut self, item: Item) {
        if let Some(current) = self.current() {
            self.queue.push_front(current);
        }
        self.interlude = Some(item);
    }

    pub fn has_next(&self) -> bool {
        !self.queue.is_empty() || self.place_after(self.place).is_some()
    }

    pub fn has_previous(&self) -> bool {
        self.broken_off().is_some() || self.place_before(self.place).is_some()
    }

    /// Goes on; whether there was something to go on to.
    pub fn next(&mut self) -> bool {
        if let Some(queued) = self.queue.pop_front() {
            self.interlude = Some(queued);
            return true;
        }
        self.interlude = None;
        match self.place_after(self.place) {
            Some(place) => {
                self.place = place;
                true
            }
            None => false,
        }
    }

    /// Goes back, from what was queued to what played before it; whether there
    /// was something to go back to.
    pub fn previous(&mut self) -> bool {
        if self.broken_off().is_some() {
            self.interlude = None;
            return true;
        }
        let Some(place) = self.place_before(self.place) else {
            return false;
        };
        self.interlude = None;
        self.place = place;
        true
    }

    /// Back to the first item.
    pub fn rewind(&mut self) {
        self.interlude = None;
        self.place = 0;
    }

    /// Whether an item that came to its end begins again.
    pub fn repeats(&self, item: Item) -> bool {
        self.repeat == Repeat::Track && item.sound != Sound::Ad
    }

    /// What comes next, at most so many; repeats show as often as they play.
    pub fn upcoming(&self, count: usize) -> Vec<Item> {
        let mut place = self.place;
        let later = std::iter::from_fn(|| {
            place = self.place_after(place)?;
            self.at(place)
        });
        self.queue
            .iter()
            .copied()
            .chain(later)
            .take(count)
            .collect()
    }

    /// What comes before, nearest first, at most so many.
    pub fn earlier(&self, count: usize) -> Vec<Item> {
        let before = self.place.min(self.order.len());
        let places = (0..before).rev();
        self.broken_off()
            .into_iter()
            .chain(places.filter_map(|place| self.at(place)))
            .take(count)
            .collect()
    }

    /// What played before the queued item that plays now. An ad is not queued:
    /// what it breaks off comes after it.
    fn broken_off(&self) -> Option<Item> {
        let queued = self.interlude.filter(|item| item.sound != Sound::Ad);
        queued.and_then(|_| self.at(self.place))
    }

    fn at(&self, place: usize) -> Option<Item> {
        self.items.get(*self.order.get(place)?).copied()
    }

    fn place_after(&self, place: usize) -> Option<usize> {
        let next = place + 1;
        match self.order.len() {
            0 => None,
            length if next < length => Some(next),
            _ => (self.repeat == Repeat::Context).then_some(0),
        }
    }

    fn place_before(&self, place: usize) -> Option<usize> {
        let round = self.repeat == Repeat::Context;
        let last = || self.order.len().checked_sub(1).filter(|_| round);
        place.checked_sub(1).or_else(last)
    }

    /// Makes the order anew with one item as the one at `place`: in order at
    /// its own place, shuffled at the first.
    fn arrange(&mut self, current: usize) {
        let mut order: Vec<usize> = (0..self.items.len()).collect();
        self.place = current;
        if self.shuffle && current < order.len() {
            self.shuffles += 1;
            order.swap(0, current);
            fastrand::Rng::with_seed(self.shuffles).shuffle(&mut order[1..]);
            self.place = 0;
        }
        self.order = order.into();
    }
}
