use wasm_bindgen::JsCast;
use web_sys::{Document, Element};

use crate::session::{Density, Theme};

/// The colours of the browser's own frame, as `index.html` has them.
const LIGHT: &str = "#f9f5ee";
const DARK: &str = "#17130e";

/// Dresses the page. `style/theme.js` has done the same before the first paint,
/// unless the browser keeps nothing for this page.
pub fn dress(theme: Theme, density: Density) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let Some(root) = document.document_element() else {
        return;
    };
    // The names are ours, and well formed.
    let _ = match theme {
        Theme::System => root.remove_attribute("data-theme"),
        Theme::Light | Theme::Dark => root.set_attribute("data-theme", theme.as_str()),
    };
    let _ = match density {
        Density::Comfortable => root.remove_attribute("data-density"),
        Density::Compact => root.set_attribute("data-density", density.as_str()),
    };
    colour_frame(&document, theme);
}

/// The first of the two tags is for light systems, the second for dark ones.
fn colour_frame(document: &Document, theme: Theme) {
    let Ok(tags) = document.query_selector_all("meta[name=theme-color]") else {
        return;
    };
    for (index, usual) in [(0, LIGHT), (1, DARK)] {
        let colour = match theme {
            Theme::System => usual,
            Theme::Light => LIGHT,
            Theme::Dark => DARK,
        };
        if let Some(tag) = tags
            .item(index)
            .and_then(|tag| tag.dyn_into::<Element>().ok())
        {
            let _ = tag.set_attribute("content", colour);
        }
    }
}
