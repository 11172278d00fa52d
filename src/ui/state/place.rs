use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::{platform, route::Route};

/// The page the address names; reactive. `None` for an address that is none
/// of ours.
pub fn use_route() -> Memo<Option<Route>> {
    let location = use_location();
    Memo::new(move |_| {
        location.pathname.track();
        location.search.track();
        platform::address_in_app().and_then(|address| Route::parse(&address))
    })
}
