use std::{collections::HashMap, hash::Hash};

use futures::future::{AbortHandle, LocalBoxFuture, abortable};
use leptos::{prelude::*, task::spawn_local};

use super::use_deck;
use crate::spotify::{Client, Error};

/// What was read in this session, by what it was asked with. A page seen
/// before costs no call.
pub struct Known<K: 'static, T: 'static>(StoredValue<HashMap<K, T>, LocalStorage>);

impl<K, T> Clone for Known<K, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K, T> Copy for Known<K, T> {}

impl<K: Eq + Hash, T: Clone> Known<K, T> {
    /// Nothing read yet.
    pub fn empty() -> Self {
        Self(StoredValue::new_local(HashMap::new()))
    }

    fn get(self, key: &K) -> Option<T> {
        self.0.with_value(|known| known.get(key).cloned())
    }

    fn put(self, key: K, value: T) {
        self.0.update_value(|known| drop(known.insert(key, value)));
    }
}

/// How far reading something has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Load<T> {
    /// Spotify has been asked.
    Waiting,
    /// Here it is.
    Ready(T),
    /// It could not be read.
    Failed(Error),
}

/// A thing being read.
pub struct Loading<T: Send + Sync + 'static> {
    state: RwSignal<Load<T>>,
    attempt: RwSignal<u32>,
}

impl<T: Send + Sync> Clone for Loading<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync> Copy for Loading<T> {}

impl<T: Clone + Send + Sync> Loading<T> {
    /// How far it has come; reactive.
    pub fn state(self) -> Load<T> {
        self.state.get()
    }

    /// Asks again.
    pub fn retry(self) {
        self.attempt.update(|attempt| *attempt += 1);
    }
}

/// Shows what `known` has for `key`, and asks Spotify for the rest. When the
/// key changes or the page is left, what nobody waits for any more is aborted.
pub fn use_loading<K, T, F>(key: Memo<K>, known: Known<K, T>, fetch: F) -> Loading<T>
where
    K: Clone + Eq + Hash + Send + Sync + 'static,
    T: Clone + PartialEq + Send + Sync + 'static,
    F: Fn(Client, K) -> LocalBoxFuture<'static, Result<T, Error>> + 'static,
{
    let deck = use_deck();
    let look_up = move |key: &K| known.get(key).map_or(Load::Waiting, Load::Ready);
    let state = RwSignal::new(look_up(&key.get_untracked()));
    let attempt = RwSignal::new(0);
    let running = StoredValue::new_local(None::<AbortHandle>);
    let stop = move || {
        if let Some(handle) = running.try_update_value(Option::take).flatten() {
            handle.abort();
        }
    };
    Effect::new(move |_| {
        attempt.track();
        let key = key.get();
        stop();
        let at_hand = look_up(&key);
        let is_known = at_hand != Load::Waiting;
        // What is shown already is not built a second time.
        if state.with_untracked(|shown| *shown != at_hand) {
            state.set(at_hand);
        }
        if is_known {
            return;
        }
        let (reading, handle) = abortable(fetch(deck.client(), key.clone()));
        running.set_value(Some(handle));
        spawn_local(async move {
            // An aborted reading has nobody waiting for it.
            if let Ok(outcome) = reading.await {
                if let Ok(value) = &outcome {
                    known.put(key, value.clone());
                }
                state.try_set(match outcome {
                    Ok(value) => Load::Ready(value),
                    Err(error) => Load::Failed(error),
                });
            }
        });
    });
    on_cleanup(stop);
    Loading { state, attempt }
}
