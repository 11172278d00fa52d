use std::{
    any::{Any, TypeId},
    collections::HashMap,
    sync::Arc,
};

use super::SpotifyUri;

/// How many things are remembered; the ones that nobody asked for the longest
/// are forgotten first. A track takes about a kilobyte.
const MOST_THINGS: usize = 4000;

/// How many of them are forgotten at once, so that it is not done for each.
const FORGOTTEN_AT_ONCE: usize = 500;

/// The things that answers told of, by their URI, so that one that was seen in
/// a list opens without a call. Each shape of a thing is remembered by itself:
/// the album that a track names is less than the album.
#[derive(Default)]
pub struct Known {
    things: HashMap<(SpotifyUri, TypeId), Thing>,
    tick: u64,
}

struct Thing {
    value: Arc<dyn Any + Send + Sync>,
    used_at: u64,
}

/// An answer that tells of things with a URI.
pub trait Tells {
    /// Tells `known` of each thing in it.
    fn tell(&self, known: &mut Known) {
        // Most answers tell of nothing that could be opened by itself.
        let _ = known;
    }
}

impl Tells for () {}

impl<T: Tells> Tells for Option<T> {
    fn tell(&self, known: &mut Known) {
        if let Some(inner) = self {
            inner.tell(known);
        }
    }
}

impl<T: Tells> Tells for Vec<T> {
    fn tell(&self, known: &mut Known) {
        for entry in self {
            entry.tell(known);
        }
    }
}

impl Known {
    /// Remembers `thing` under `uri`, in place of what was known of it in the
    /// same shape.
    pub fn learn<T: Clone + Send + Sync + 'static>(
        &mut self,
        uri: impl Into<SpotifyUri>,
        thing: &T,
    ) {
        self.learn_any(uri.into(), TypeId::of::<T>(), Arc::new(thing.clone()));
    }

    fn learn_any(&mut self, uri: SpotifyUri, shape: TypeId, value: Arc<dyn Any + Send + Sync>) {
        self.tick += 1;
        let used_at = self.tick;
        self.things.insert((uri, shape), Thing { value, used_at });
        if self.things.len() > MOST_THINGS {
            self.forget_some();
        }
    }

    /// Remembers `thing` unless it is known already: for what was put together
    /// from less than Spotify tells elsewhere.
    pub fn learn_if_new<T: Clone + Send + Sync + 'static>(
        &mut self,
        uri: impl Into<SpotifyUri>,
        thing: &T,
    ) {
        let uri = uri.into();
        if self.get_any(&uri, TypeId::of::<T>()).is_none() {
            self.learn(uri, thing);
        }
    }

    /// What is known of `uri` in the shape that is asked for.
    pub fn get<T: Send + Sync + 'static>(&mut self, uri: &SpotifyUri) -> Option<Arc<T>> {
        self.get_any(uri, TypeId::of::<T>())?.downcast().ok()
    }

    /// The same for a shape that is not known here.
    pub(super) fn get_any(
        &mut self,
        uri: &SpotifyUri,
        shape: TypeId,
    ) -> Option<Arc<dyn Any + Send + Sync>> {
        self.tick += 1;
        let thing = self.things.get_mut(&(uri.clone(), shape))?;
        thing.used_at = self.tick;
        Some(Arc::clone(&thing.value))
    }

    /// Forgets everything about `uri`.
    pub fn forget(&mut self, uri: &SpotifyUri) {
        self.things.retain(|(known, _), _| known != uri);
    }

    /// How many things are known, in all shapes.
    pub fn len(&self) -> usize {
        self.things.len()
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.things.is_empty()
    }

    fn forget_some(&mut self) {
        let mut ages: Vec<u64> = self.things.values().map(|thing| thing.used_at).collect();
        ages.sort_unstable();
        if let Some(limit) = ages.get(FORGOTTEN_AT_ONCE).copied() {
            self.things.retain(|_, thing| thing.used_at >= limit);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spotify::UserId;

    fn uri(number: usize) -> SpotifyUri {
        let id = UserId::try_from(number.to_string()).expect("a user id");
        SpotifyUri::User(id)
    }

    #[test]
    fn each_shape_of_a_thing_is_known_by_itself() {
        let mut known = Known::default();
        known.learn(uri(1), &7_u8);
        assert_eq!(known.get::<u8>(&uri(1)).as_deref(), Some(&7));
        assert_eq!(known.get::<u16>(&uri(1)), None);
        known.learn(uri(1), &8_u8);
        assert_eq!(
            (known.get::<u8>(&uri(1)).as_deref(), known.len()),
            (Some(&8), 1)
        );
        known.forget(&uri(1));
        assert!(known.is_empty());
    }

    #[test]
    fn what_nobody_asks_for_is_forgotten_first() {
        let mut known = Known::default();
        for number in 0..=MOST_THINGS {
            known.learn(uri(number), &number);
            // The first is asked for all the time.
            assert!(known.get::<usize>(&uri(0)).is_some());
        }
        assert_eq!(known.len(), MOST_THINGS + 1 - FORGOTTEN_AT_ONCE);
        assert!(known.get::<usize>(&uri(1)).is_none());
        assert!(known.get::<usize>(&uri(MOST_THINGS)).is_some());
    }
}
