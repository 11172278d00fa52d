use std::panic;

use wasm_bindgen::JsValue;

/// When the app panics: shows the plain HTML that the page has ready for it,
/// with a way to reload, and says on the console where it happened. Not what
/// the message was: it might repeat a secret (security 47).
pub fn show_when_panicking() {
    panic::set_hook(Box::new(|info| {
        let place = info.location().map_or_else(
            || "an unknown place".to_owned(),
            |location| format!("{}:{}", location.file(), location.line()),
        );
        web_sys::console::error_1(&JsValue::from_str(&format!(
            "Cratedigger stopped at {place}"
        )));
        if let Some(root) = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| document.document_element())
        {
            // An attribute of a live element can always be set.
            let _ = root.set_attribute("data-stopped", "");
        }
    }));
}
