use leptos::prelude::*;
use leptos_router::components::A;

use crate::{route::Route, ui::components::PageHeading};

/// For an address that is none of ours.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <PageHeading eyebrow="Nothing here" title="No such page" />
        <p class="lead">"There is no page of Cratedigger at this address."</p>
        <p>
            <A href=Route::top().address() attr:class="button">"To your top music"</A>
        </p>
    }
}
