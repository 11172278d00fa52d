use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, HtmlInputElement};

/// Has the browser save `text` as a file of this name, as if a link to it had
/// been pressed.
pub fn save_as_file(name: &str, text: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.and_then(|document| document.create_element("a").ok());
    let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let text = utf8_percent_encode(text, NON_ALPHANUMERIC);
    let address = format!("data:application/json;charset=utf-8,{text}");
    let _ = link.set_attribute("href", &address);
    let _ = link.set_attribute("download", name);
    link.click();
}

/// What is in the file that was chosen in `field`, if it is text. The field is
/// emptied, so that the same file can be chosen again.
pub async fn chosen_file(field: &HtmlInputElement) -> Option<String> {
    let file = field.files()?.item(0)?;
    let text = JsFuture::from(file.text()).await.ok()?.as_string();
    field.set_value("");
    text
}
