use js_sys::{Array, Date, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::ports::Millis;

/// The day of `moment` in the listener's own words, such as "12 March 2026".
pub fn long_date(moment: Millis) -> String {
    let options = Object::new();
    // Setting a property of a new plain object cannot fail.
    let _ = Reflect::set(&options, &"dateStyle".into(), &"long".into());
    let format = Intl::DateTimeFormat::new(&Array::new(), &options);
    #[expect(clippy::cast_precision_loss, reason = "dates are far below 2^53")]
    let date = Date::new(&JsValue::from_f64(moment.0 as f64));
    format
        .format()
        .call1(&JsValue::UNDEFINED, &date)
        .ok()
        .and_then(|text| text.dyn_into::<js_sys::JsString>().ok())
        .map(String::from)
        .unwrap_or_default()
}
