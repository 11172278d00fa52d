use wasm_bindgen::{JsCast, closure::Closure};

/// Adds a script of another host to this page. Only the player window does so,
/// for Spotify's SDK; the policy of every other page would refuse it (security
/// 41). Calls `on_failure` if it does not come.
pub(super) fn add_script(address: &str, on_failure: impl FnOnce() + 'static) {
    let document = web_sys::window().and_then(|window| window.document());
    let body = document.as_ref().and_then(web_sys::Document::body);
    let script = document.and_then(|document| document.create_element("script").ok());
    let (Some(script), Some(body)) = (script, body) else {
        return on_failure();
    };
    let on_error = Closure::once_into_js(on_failure);
    // Only a listener that is no function could be refused, an attribute with a
    // name that is none, and a child that cannot be one.
    let _ = script.add_event_listener_with_callback("error", on_error.unchecked_ref());
    let _ = script.set_attribute("src", address);
    let _ = body.append_child(&script);
}
