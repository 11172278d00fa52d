//! Where listeners stopped in episodes and chapters.

use std::collections::HashMap;

use crate::catalogue::Catalogue;
use crate::catalogue::Thing;
use crate::clock::Millis;
use crate::listeners::Listener;

/// Where a listener stopped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stop {
    pub fully_played: bool,
    pub position: Millis,
}

/// Where listeners stopped: in what they played here, and before.
#[derive(Debug, Default)]
pub struct Stops(HashMap<(String, Thing), Stop>);

impl Stops {
    /// Where a listener stopped in an episode or a chapter.
    pub fn of(&self, catalogue: &Catalogue, listener: &Listener, thing: Thing) -> Stop {
        let here = self.0.get(&(listener.id.clone(), thing));
        here.copied()
            .unwrap_or_else(|| before(catalogue, listener, thing))
    }

    /// Keeps where a listener is now; the last seconds count as the end.
    pub fn keep(&mut self, catalogue: &Catalogue, listener: &Listener, thing: Thing, at: Millis) {
        let end = catalogue.duration(thing).unwrap_or_default();
        let fully_played = at.plus(Millis::from_secs(20)) >= end;
        let position = if fully_played { Millis(0) } else { at };
        let stop = Stop {
            fully_played,
            position,
        };
        self.0.insert((listener.id.clone(), thing), stop);
    }
}

/// As if some had been heard before the simulator began: every third, and
/// every fifth in part, each listener others.
fn before(catalogue: &Catalogue, listener: &Listener, thing: Thing) -> Stop {
    let length = catalogue.duration(thing).unwrap_or_default();
    let number = catalogue.ids().number(thing) ^ u64::from(listener.taste);
    match (number % 3, number % 5) {
        (0, _) => Stop {
            fully_played: true,
            position: Millis(0),
        },
        (_, 0) => Stop {
            fully_played: false,
            position: Millis(length.0 / 8 * (1 + number % 7)),
        },
        _ => Stop::default(),
    }
}
