use wasm_bindgen::JsValue;

use crate::route::Route;

/// Where the app was opened.
pub struct Address {
    /// The query, without `?`.
    pub query: String,
    /// The fragment, without `#`.
    pub fragment: String,
}

/// The address as it stands.
pub fn address() -> Address {
    let part = |text: Option<String>, mark: char| {
        let text = text.unwrap_or_default();
        text.strip_prefix(mark).unwrap_or(&text).to_owned()
    };
    let location = window().map(|window| window.location());
    Address {
        query: part(
            location
                .as_ref()
                .and_then(|location| location.search().ok()),
            '?',
        ),
        fragment: part(
            location.as_ref().and_then(|location| location.hash().ok()),
            '#',
        ),
    }
}

/// Replaces the address by the app's base, so that neither the address bar nor
/// the history keeps what Spotify sent along (security 12).
pub fn clean_address() {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        // Only an address of another origin could be refused.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&base_path()));
    }
}

/// The address of `route` for a link: with the app's base.
pub fn href(route: &Route) -> String {
    format!("{}{}", base_path().trim_end_matches('/'), route.address())
}

/// The address as it stands, from the app's base on: path and query.
pub(super) fn address_in_app() -> Option<String> {
    let location = window()?.location();
    let path = location.pathname().ok()?;
    let path = path.strip_prefix(base_path().trim_end_matches('/'))?;
    let path = if path.is_empty() { "/" } else { path };
    Some(format!("{path}{}", location.search().ok()?))
}

/// Goes to Spotify's consent page, as a top-level navigation.
pub fn leave_for(url: &str) {
    if let Some(window) = window() {
        // Only an address that does not parse could be refused.
        let _ = window.location().assign(url);
    }
}

/// Loads the app anew at the address that is open: nothing of what was in
/// memory stays.
pub fn restart() {
    if let Some(window) = window() {
        // Reloading is refused to no page that stands by itself.
        let _ = window.location().reload();
    }
}

/// Loads the app anew at its base, in place of this page: nothing of what was
/// in memory stays (security 49).
pub fn restart_at_home() {
    if let Some(window) = window() {
        let _ = window.location().replace(&base_path());
    }
}

/// The origin of the app.
pub fn app_origin() -> String {
    window()
        .and_then(|window| window.location().origin().ok())
        .unwrap_or_default()
}

/// The path the app was built for, written into the page by the build. It
/// begins and ends with a slash.
pub fn base_path() -> String {
    window()
        .and_then(|window| window.document())
        .and_then(|document| {
            document
                .query_selector("meta[name=cratedigger-base]")
                .ok()
                .flatten()
        })
        .and_then(|meta| meta.get_attribute("content"))
        .filter(|path| path.starts_with('/') && path.ends_with('/') && !path.starts_with("//"))
        .unwrap_or_else(|| "/".to_owned())
}

/// How another page could reach into this one, or lead its clicks astray.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// This page stands in a frame of it (security 38).
    Frame,
    /// It opened this page and kept a way to it. No link of ours does that
    /// (security 23), and a script on this origin that could would have the
    /// session in reach (security 41).
    Opener,
}

/// Whether another page could.
pub fn reached_by() -> Option<Reach> {
    let Some(window) = window() else {
        return Some(Reach::Frame);
    };
    match window.top() {
        Ok(Some(top)) if top == window => {}
        // A page that may not even look at its top is not the top.
        _ => return Some(Reach::Frame),
    }
    let stands_alone = window.opener().is_ok_and(|opener| opener.is_null());
    (!stands_alone).then_some(Reach::Opener)
}

fn window() -> Option<web_sys::Window> {
    web_sys::window()
}
