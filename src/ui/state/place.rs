use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::{platform, route::Route};

/// The page the address names; reactive. `None` for an address that is none
/// of ours.
///
/// Read from the router and not from the browser, which learns of a new
/// address a moment later.
pub fn use_route() -> Memo<Option<Route>> {
    let location = use_location();
    Memo::new(move |_| {
        let path = location.pathname.get();
        let search = location.search.get();
        let path = platform::path_in_app(&path)?;
        Route::parse(&format!("{path}?{search}"))
    })
}
