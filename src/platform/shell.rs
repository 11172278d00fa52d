use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Takes away what `index.html` shows until the app is there, and returns the
/// place that it has for the app.
pub fn clear_stage() -> Option<HtmlElement> {
    if let Some(shell) = element("shell") {
        shell.remove();
    }
    element("app")?.dyn_into().ok()
}

fn element(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}
