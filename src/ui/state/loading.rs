use std::sync::Arc;

use futures::future::{AbortHandle, abortable};
use leptos::{prelude::*, task::spawn_local};

use super::use_deck;
use crate::{
    platform,
    ports::Millis,
    spotify::{Call, Error, Tells},
};

/// How far reading something has come.
pub enum Load<T> {
    /// Spotify has been asked.
    Waiting,
    /// Here it is.
    Ready(Arc<T>),
    /// It could not be read.
    Failed(Error),
}

impl<T> Clone for Load<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Waiting => Self::Waiting,
            Self::Ready(value) => Self::Ready(Arc::clone(value)),
            Self::Failed(error) => Self::Failed(error.clone()),
        }
    }
}

impl<T> Load<T> {
    const fn is_waiting(&self) -> bool {
        matches!(self, Self::Waiting)
    }

    /// Whether both show the same, so that nothing needs to be built anew.
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Waiting, Self::Waiting) => true,
            (Self::Ready(one), Self::Ready(other)) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }
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

impl<T: Send + Sync> Loading<T> {
    /// How far it has come; reactive.
    pub fn state(self) -> Load<T> {
        self.state.get()
    }

    /// Asks again.
    pub fn retry(self) {
        self.attempt.update(|attempt| *attempt += 1);
    }
}

/// Shows what is known of the answer to the call that `ask` makes of the key,
/// and else asks Spotify. When the key changes or the page is left, what nobody
/// waits for any more is cancelled.
pub fn use_loading<K, T>(key: Memo<K>, ask: impl Fn(&K) -> Call<T> + 'static) -> Loading<T>
where
    K: PartialEq + Clone + Send + Sync + 'static,
    T: Tells + Send + Sync + 'static,
{
    let client = use_deck().client();
    let at_hand = client.peek(&ask(&key.get_untracked()));
    let state = RwSignal::new(at_hand.map_or(Load::Waiting, Load::Ready));
    let attempt = RwSignal::new(0);
    let running = StoredValue::new_local(None::<AbortHandle>);
    let stop = move || {
        if let Some(handle) = running.try_update_value(Option::take).flatten() {
            handle.abort();
        }
    };
    Effect::new(move |_| {
        attempt.track();
        let call = ask(&key.get());
        stop();
        let at_hand = client.recall(&call).map_or(Load::Waiting, Load::Ready);
        let is_known = !at_hand.is_waiting();
        if !state.with_untracked(|shown| shown.is_same(&at_hand)) {
            state.set(at_hand);
        }
        if is_known {
            return;
        }
        let (reading, handle) = abortable(client.read(call));
        running.set_value(Some(handle));
        spawn_local(async move {
            // An aborted reading has nobody waiting for it.
            if let Ok(outcome) = reading.await {
                state.try_set(outcome.map_or_else(Load::Failed, Load::Ready));
            }
        });
    });
    // The page that comes next may wait for the same: it has until the next
    // turn of the event loop to join.
    on_cleanup(move || {
        if let Some(handle) = running.try_update_value(Option::take).flatten() {
            spawn_local(async move {
                platform::sleep(Millis::ZERO).await;
                handle.abort();
            });
        }
    });
    Loading { state, attempt }
}
