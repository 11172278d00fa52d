use js_sys::JsString;

/// The text in small letters, as the listener's language has them. The tables
/// for that are the browser's: ours would be 10 kB.
pub fn small_letters(text: &str) -> String {
    JsString::from(text).to_locale_lower_case(None).into()
}
