use std::{marker::PhantomData, ptr, sync::Arc};

use futures::future::{AbortHandle, abortable};
use leptos::{prelude::*, task::spawn_local};

use super::use_deck;
use crate::{
    platform,
    ports::Millis,
    spotify::{AnyCall, Anything, Call, Error, Tells},
    ui::dom::Var,
};

/// How far reading something has come.
pub enum Load<T: ?Sized> {
    /// Spotify has been asked.
    Waiting,
    /// Here it is.
    Ready(Arc<T>),
    /// It could not be read.
    Failed(Error),
}

impl<T: ?Sized> Clone for Load<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Waiting => Self::Waiting,
            Self::Ready(value) => Self::Ready(Arc::clone(value)),
            Self::Failed(error) => Self::Failed(error.clone()),
        }
    }
}

impl Load<Anything> {
    /// Whether both show the same, so that nothing needs to be built anew.
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Waiting, Self::Waiting) => true,
            (Self::Ready(one), Self::Ready(other)) => {
                ptr::addr_eq(Arc::as_ptr(one), Arc::as_ptr(other))
            }
            _ => false,
        }
    }
}

/// A thing being read.
pub struct Loading<T> {
    state: Var<Load<Anything>>,
    attempt: RwSignal<u32>,
    shape: PhantomData<fn() -> T>,
}

impl<T> Clone for Loading<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Loading<T> {}

impl<T: Send + Sync + 'static> Loading<T> {
    /// How far it has come; reactive.
    pub fn state(self) -> Load<T> {
        match self.state.get() {
            Load::Ready(value) => value.downcast().map_or(Load::Waiting, Load::Ready),
            Load::Failed(error) => Load::Failed(error),
            Load::Waiting => Load::Waiting,
        }
    }

    /// Asks again.
    pub fn retry(self) {
        self.attempt.update(|attempt| *attempt += 1);
    }
}

/// Shows what is known of the answer to the call that `ask` makes of what it
/// reads, and else asks Spotify. When that changes or the page is left, what
/// nobody waits for any more is cancelled.
pub fn use_call<T>(ask: impl Fn() -> Call<T> + 'static) -> Loading<T>
where
    T: Tells + Send + Sync + 'static,
{
    let (state, attempt) = load(Box::new(move || ask().into()));
    Loading {
        state,
        attempt,
        shape: PhantomData,
    }
}

// The same for answers of every shape, so that its code is there once.
fn load(ask: Box<dyn Fn() -> AnyCall>) -> (Var<Load<Anything>>, RwSignal<u32>) {
    let client = use_deck().client();
    let at_hand = client.peek_any(&untrack(&ask));
    let state = Var::new(at_hand.map_or(Load::Waiting, Load::Ready));
    let attempt = RwSignal::new(0);
    let running = StoredValue::new_local(None::<AbortHandle>);
    let stop = move || {
        if let Some(handle) = running.try_update_value(Option::take).flatten() {
            handle.abort();
        }
    };
    Effect::new(move |_| {
        attempt.track();
        let call = ask();
        stop();
        let known = client.recall_any(&call);
        let is_known = known.is_some();
        let at_hand = known.map_or(Load::Waiting, Load::Ready);
        if !state.with_untracked(|shown| shown.is_same(&at_hand)) {
            state.set(at_hand);
        }
        if is_known {
            return;
        }
        let (reading, handle) = abortable(client.read_any(call));
        running.set_value(Some(handle));
        spawn_local(async move {
            // An aborted reading has nobody waiting for it.
            if let Ok(outcome) = reading.await {
                state.set(outcome.map_or_else(Load::Failed, Load::Ready));
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
    (state, attempt)
}
