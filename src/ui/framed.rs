use leptos::prelude::*;

use crate::platform;

/// All there is inside a frame of another page: a way out (security 38).
#[component]
pub fn Framed() -> impl IntoView {
    view! {
        <main class="alone">
            <h1>"Cratedigger opens in a tab of its own"</h1>
            <p>
                "It was put into a frame of another page. So that nobody can lead your clicks
                astray, nothing is shown or read here."
            </p>
            <p>
                <a class="button primary" href=platform::base_path() target="_blank" rel="noopener noreferrer">
                    "Open Cratedigger"
                </a>
            </p>
        </main>
    }
}
