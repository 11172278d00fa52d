use std::rc::Rc;

use gloo_timers::callback::Interval;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, EventTarget, PageTransitionEvent, VisibilityState};

/// How often a visible page looks at its clock.
const TICK_MS: u32 = 30_000;

/// Calls `observer` whenever the page may have slept through something: when
/// it becomes visible, when the network returns, and every half minute while
/// it is visible. For the life of the page.
pub fn on_attention(observer: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let Some(document) = window.document() else {
        return;
    };
    let observer: Rc<dyn Fn()> = Rc::new(observer);
    let when_visible = {
        let (observer, document) = (Rc::clone(&observer), document.clone());
        Rc::new(move || {
            if document.visibility_state() == VisibilityState::Visible {
                observer();
            }
        })
    };
    let on_visible = Rc::clone(&when_visible);
    listen(&document, "visibilitychange", move |_| on_visible());
    let on_online = Rc::clone(&when_visible);
    listen(&window, "online", move |_| on_online());
    Interval::new(TICK_MS, move || when_visible()).forget();
}

/// Whether anybody can see the page.
pub fn is_visible() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.visibility_state() == VisibilityState::Visible)
}

/// Calls `observer` whenever the page is hidden or shown again. For the life of
/// the page.
pub fn on_visibility(observer: impl Fn(bool) + 'static) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        listen(&document, "visibilitychange", move |_| {
            observer(is_visible());
        });
    }
}

/// Calls `observer` when the page is left, however that comes about. For the
/// life of the page.
pub fn on_leaving(observer: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        listen(&window, "pagehide", move |_| observer());
    }
}

/// Calls `observer` when the listener comes back to this window from another
/// one, though the page was seen all the time. For the life of the page.
pub fn on_return(observer: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        listen(&window, "focus", move |_| observer());
    }
}

/// Calls `observer` when the browser shows this page again out of its cache
/// for Back and Forward, as it was left. For the life of the page.
pub fn on_restored(observer: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    listen(&window, "pageshow", move |event| {
        let is_restored = event
            .dyn_ref::<PageTransitionEvent>()
            .is_some_and(PageTransitionEvent::persisted);
        if is_restored {
            observer();
        }
    });
}

fn listen(target: &EventTarget, event: &str, listener: impl Fn(Event) + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(listener);
    // Only a listener that is no function could be refused.
    let _ = target.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    listener.forget();
}
