use js_sys::{Array, Intl, Object};
use wasm_bindgen::JsValue;

/// A count as the listener writes it, such as "1,284".
pub fn number(count: u32) -> String {
    let format = Intl::NumberFormat::new(&Array::new(), &Object::new());
    format
        .format()
        .call1(&JsValue::UNDEFINED, &count.into())
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| count.to_string())
}
