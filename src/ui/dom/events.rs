use super::work::Listener;
use leptos::{
    ev::{KeyboardEvent, MouseEvent},
    prelude::StoredValue,
    wasm_bindgen::{JsCast, closure::Closure},
    web_sys::{Event, EventTarget},
};

/// When in the course of an event a listener is called.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// Before what stands in the element.
    First,
    /// In the usual order, from the inside to the outside.
    Usual,
}

/// A listener, until it is dropped.
struct Listening {
    target: EventTarget,
    event: String,
    turn: Turn,
    listener: Closure<dyn Fn(Event)>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        // What one listener does may take the page away before the next is
        // called: it must not be called any more then.
        let _ = self.target.remove_event_listener_with_callback_and_bool(
            &self.event,
            self.listener.as_ref().unchecked_ref(),
            self.turn == Turn::First,
        );
    }
}

/// Calls `listener` on that event, for as long as whatever is being written
/// stands on the page.
pub(super) fn listen(target: &EventTarget, event: &str, turn: Turn, listener: Box<dyn Listener>) {
    let listener = Closure::<dyn Fn(Event)>::new(move |event| listener.hear(event));
    // Only a listener that is no function could be refused.
    let _ = target.add_event_listener_with_callback_and_bool(
        event,
        listener.as_ref().unchecked_ref(),
        turn == Turn::First,
    );
    StoredValue::new_local(Listening {
        target: target.clone(),
        event: event.to_owned(),
        turn,
        listener,
    });
}

/// Calls `listener` on every key that nothing on the page has taken, for the
/// life of the page.
pub fn on_page_key(listener: impl Fn(&KeyboardEvent) + 'static) {
    listen(
        &super::document(),
        "keydown",
        Turn::Usual,
        Box::new(move |event: Event| {
            if let Some(event) = event.dyn_ref() {
                listener(event);
            }
        }),
    );
}

/// Calls `listener` on that event of the document, as scrolling is, for as long
/// as whatever is being written stands on the page.
pub fn on_document(event: &str, listener: impl Fn() + 'static) {
    let listener = Box::new(move |_| listener());
    listen(&super::document(), event, Turn::Usual, listener);
}

/// Whether a click on a link asks for no more than to follow it here: no key
/// that means a new tab or a download, no other button.
pub fn is_plain(click: &Event) -> bool {
    click.dyn_ref::<MouseEvent>().is_some_and(|click| {
        let has_key = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
        click.button() == 0 && !has_key && !click.default_prevented()
    })
}

/// The key, unless it is pressed together with one that makes it a command of
/// the browser's.
pub fn key_of(event: &KeyboardEvent) -> Option<String> {
    let is_command = event.ctrl_key() || event.meta_key() || event.alt_key();
    (!is_command && !event.default_prevented()).then(|| event.key())
}
