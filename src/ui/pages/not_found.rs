use leptos::prelude::*;

use crate::{
    route::Route,
    ui::components::{Link, PageHeading},
};

/// For an address that is none of ours.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <PageHeading eyebrow="Nothing here" title="No such page" />
        <p class="lead">"There is no page of Cratedigger at this address."</p>
        <p>
            <Link to=Route::top() class="button">"To your top music"</Link>
        </p>
    }
}
