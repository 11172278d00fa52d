use leptos::prelude::*;

use crate::ui::components::Brand;

/// While the code is exchanged and the grant proven.
#[component]
pub fn Finishing() -> impl IntoView {
    document().set_title("Signing in · Cratedigger");
    view! {
        <main class="alone">
            <Brand />
            <div class="alone-note">
                <h1>"Signing you in"</h1>
                <p role="status">"Spotify said yes. The code is being exchanged."</p>
                <div class="progress" aria-hidden="true"></div>
            </div>
        </main>
    }
}
