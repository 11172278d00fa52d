use leptos::prelude::*;

use crate::ui::components::Brand;

/// While a code is exchanged, or a grant proven.
#[component]
pub fn Finishing() -> impl IntoView {
    document().set_title("Signing in · Cratedigger");
    view! {
        <main class="alone">
            <Brand />
            <div class="alone-note">
                <h1>"Signing you in"</h1>
                <p role="status">"Asking Spotify whether everything is in order."</p>
                <div class="progress" aria-hidden="true"></div>
            </div>
        </main>
    }
}
