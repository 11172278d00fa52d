//! Closures without their types. A `dyn Fn` brings along the code for calling
//! it once, which nobody does here; these do not, and there are hundreds.

use leptos::web_sys::Event;

/// Something to be done again and again, and what comes of it.
pub(super) trait Work<T> {
    /// Does it.
    fn work(&self) -> T;
}

impl<T, F: Fn() -> T> Work<T> for F {
    fn work(&self) -> T {
        self()
    }
}

/// Something that waits for an event.
pub(super) trait Listener {
    /// It has come.
    fn hear(&self, event: Event);
}

impl<F: Fn(Event)> Listener for F {
    fn hear(&self, event: Event) {
        self(event);
    }
}
