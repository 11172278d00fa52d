use super::work::Listener;
use leptos::{
    ev::{KeyboardEvent, MouseEvent},
    prelude::{StoredValue, WithValue, on_cleanup},
    wasm_bindgen::{JsCast, closure::Closure},
    web_sys::{Event, EventTarget},
};

/// Calls `listener` on that event, for as long as whatever is being written
/// stands on the page.
pub(super) fn listen(target: &EventTarget, event: &str, listener: Box<dyn Listener>) {
    let closure = Closure::<dyn Fn(Event)>::new(move |event| listener.hear(event));
    // Only a listener that is no function could be refused.
    let _ = target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    StoredValue::new_local(closure);
}

/// Calls `listener` on that event of the document, as scrolling is, for as long
/// as whatever is being written stands on the page.
pub fn on_document(event: &'static str, listener: impl Fn() + 'static) {
    let listener: Box<dyn Fn()> = Box::new(listener);
    let closure = Closure::wrap(listener);
    // Only a listener that is no function could be refused.
    let _ =
        super::document().add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    let closure = StoredValue::new_local(closure);
    // The document stays when the page goes.
    on_cleanup(move || {
        closure.try_with_value(|closure| {
            let _ = super::document()
                .remove_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
        });
    });
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
