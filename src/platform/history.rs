use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use super::location::{address_in_app, href};
use crate::route::Route;

/// What the browser should do with the page's place in its history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A new entry: Back leads to where the listener was.
    Push,
    /// The present entry becomes another.
    Replace,
}

/// Puts `route` into the address bar.
pub fn step_to(route: &Route, step: Step) {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else {
        return;
    };
    let address = href(route);
    // Only an address of another origin could be refused, and a route has none.
    let _ = match step {
        Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
    };
}

/// Scrolls to the top of the page, as when a new one opens.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// The page that is open; `None` if the address is none of ours.
pub fn open_route() -> Option<Route> {
    Route::parse(&address_in_app()?)
}

/// Calls `observer` after Back and Forward, for the life of the page.
pub fn on_travel(observer: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(observer);
    if let Some(window) = web_sys::window() {
        window.set_onpopstate(Some(listener.as_ref().unchecked_ref()));
    }
    listener.forget();
}
