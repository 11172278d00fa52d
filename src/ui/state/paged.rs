use std::rc::Rc;

use futures::future::{AbortHandle, abortable};
use leptos::{prelude::*, task::spawn_local};

use super::use_deck;
use crate::{
    spotify::{AnyCall, Anything, Call, Client, Error, Page, Tells, model::ReleaseDate},
    ui::dom::El,
};

/// One entry of a list, ready to be shown.
pub struct Listed {
    /// What a filter looks at, in small letters.
    pub text: String,
    /// What the order by year goes by.
    pub released: Option<ReleaseDate>,
    /// Writes it.
    pub make: Box<dyn Fn() -> El>,
}

impl Listed {
    /// One that is never filtered nor put in another order.
    pub fn new(make: impl Fn() -> El + 'static) -> Self {
        Self {
            text: String::new(),
            released: None,
            make: Box::new(make),
        }
    }
}

/// A part of a list.
#[derive(Default)]
pub struct Part {
    /// What is in it.
    pub entries: Vec<Rc<Listed>>,
    /// How many entries of Spotify's it stands for.
    pub length: u32,
    /// How many there are in all, where that is told.
    pub total: Option<u32>,
    /// Where the next part begins, if there is one.
    pub next: Option<u32>,
}

impl Part {
    /// A page, of which `list` makes the entries, given the place of each.
    /// What could not be read is `None`.
    pub fn of<T>(page: &Page<T>, list: impl Fn(Option<&T>, u32) -> Vec<Listed>) -> Self {
        let places = page.offset..;
        let entries = page.entries.iter().zip(places);
        let length = u32::try_from(page.entries.len()).unwrap_or(u32::MAX);
        Self {
            entries: entries
                .flat_map(|(entry, place)| list(entry.as_ref(), place))
                .map(Rc::new)
                .collect(),
            length,
            total: page.total,
            // An empty page is the end, whatever it says (contract 3.6).
            next: page
                .next
                .as_ref()
                .filter(|_| length > 0)
                .map(|_| page.offset.saturating_add(length)),
        }
    }
}

/// A part that can be asked for, and how its entries are made.
pub struct Asked {
    call: AnyCall,
    list: Box<dyn Fn(&Anything) -> Part>,
}

impl Asked {
    /// The page that `call` asks for.
    pub fn of<T: Tells + Send + Sync + 'static>(
        call: Call<Page<T>>,
        list: impl Fn(Option<&T>, u32) -> Vec<Listed> + 'static,
    ) -> Self {
        let part = move |page: &Anything| {
            let page = page.downcast_ref::<Page<T>>();
            page.map(|page| Part::of(page, &list)).unwrap_or_default()
        };
        Self {
            call: call.into(),
            list: Box::new(part),
        }
    }
}

/// Whether a list is being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// It is not.
    Rests,
    /// The next part is.
    UnderWay,
    /// The next part could not be read.
    Failed(Error),
}

/// A long list, of which the next part is read when it is asked for.
#[derive(Clone, Copy)]
pub struct Paged {
    held: StoredValue<Held, LocalStorage>,
    changes: RwSignal<u32>,
}

struct Held {
    client: Client,
    ask: Box<dyn Fn(u32) -> Asked>,
    entries: Vec<Rc<Listed>>,
    read: u32,
    total: Option<u32>,
    next: Option<u32>,
    reading: Reading,
    running: Option<AbortHandle>,
}

/// A list that begins with `first`, and of which `ask` asks for the part that
/// begins at a place. What is known of the rest is there at once; without a
/// first part that is not known, it is read.
pub fn use_paged(first: Option<Part>, ask: impl Fn(u32) -> Asked + 'static) -> Paged {
    let mut held = Held {
        client: use_deck().client(),
        ask: Box::new(ask),
        entries: Vec::new(),
        read: 0,
        total: None,
        next: Some(0),
        reading: Reading::Rests,
        running: None,
    };
    if let Some(first) = first {
        held.take(first);
    }
    while let Some(known) = held.next.and_then(|next| held.known(next)) {
        held.take(known);
    }
    let is_empty = held.entries.is_empty();
    let paged = Paged {
        held: StoredValue::new_local(held),
        changes: RwSignal::new(0),
    };
    if is_empty {
        paged.more();
    }
    on_cleanup(move || {
        let running = paged.held.try_update_value(|held| held.running.take());
        if let Some(handle) = running.flatten() {
            handle.abort();
        }
    });
    paged
}

impl Held {
    fn known(&self, next: u32) -> Option<Part> {
        let Asked { call, list } = (self.ask)(next);
        Some(list(&*self.client.recall_any(&call)?))
    }

    fn take(&mut self, part: Part) {
        self.entries.extend(part.entries);
        self.read += part.length;
        self.total = part.total.or(self.total);
        self.next = part.next.filter(|next| Some(*next) > self.next.or(Some(0)));
    }
}

impl Paged {
    /// What was read so far; reactive.
    pub fn entries(self) -> Vec<Rc<Listed>> {
        self.changes.track();
        self.held.with_value(|held| held.entries.clone())
    }

    /// Whether it is being read; reactive.
    pub fn reading(self) -> Reading {
        self.changes.track();
        self.held.with_value(|held| held.reading.clone())
    }

    /// How many entries were read, and how many there are; reactive.
    pub fn progress(self) -> (u32, Option<u32>) {
        self.changes.track();
        self.held.with_value(|held| (held.read, held.total))
    }

    /// Whether there is more; reactive.
    pub fn has_more(self) -> bool {
        self.changes.track();
        self.held.with_value(|held| held.next.is_some())
    }

    /// Reads the next part, unless that is under way, or there is none.
    pub fn more(self) {
        let asked = self.held.try_update_value(|held| {
            let next = held.next.filter(|_| held.reading != Reading::UnderWay)?;
            if let Some(known) = held.known(next) {
                held.take(known);
                held.reading = Reading::Rests;
                return None;
            }
            let Asked { call, list } = (held.ask)(next);
            held.reading = Reading::UnderWay;
            let (reading, handle) = abortable(held.client.read_any(call));
            held.running = Some(handle);
            Some((reading, list))
        });
        self.tell();
        let Some((reading, list)) = asked.flatten() else {
            return;
        };
        spawn_local(async move {
            // An aborted reading has nobody waiting for it.
            let Ok(outcome) = reading.await else { return };
            self.held.try_update_value(|held| match outcome {
                Ok(page) => {
                    held.reading = Reading::Rests;
                    held.take(list(&*page));
                }
                Err(error) => held.reading = Reading::Failed(error),
            });
            self.tell();
        });
    }

    /// The same, but not again after it failed: that is for the listener to ask
    /// for.
    pub fn more_unless_failed(self) {
        if self.held.with_value(|held| held.reading == Reading::Rests) {
            self.more();
        }
    }

    fn tell(self) {
        self.changes
            .try_update(|count| *count = count.wrapping_add(1));
    }
}
