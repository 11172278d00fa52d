use futures::future::abortable;
use leptos::{prelude::*, task::spawn_local};

use crate::{platform, ports::Millis};

/// Whether `moment` has come, by this device's clock. Turns true by itself,
/// and early enough to be seen: no more than a breath after it.
pub fn use_due(moment: Millis) -> ReadSignal<bool> {
    let (due, set_due) = signal(platform::now() >= moment);
    let (waiting, handle) = abortable(async move {
        // A device that slept wakes late, one whose clock was set back too
        // early: what counts is the clock.
        while platform::now() < moment {
            platform::sleep((moment - platform::now()).min(Millis::from_minutes(1))).await;
        }
        set_due.try_set(true);
    });
    if !due.get_untracked() {
        spawn_local(async move {
            // Whoever aborted it knows.
            let _ = waiting.await;
        });
        on_cleanup(move || handle.abort());
    }
    due
}
