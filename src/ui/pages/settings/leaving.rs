use leptos::prelude::*;

use crate::{
    session::Forget,
    ui::{components::Outside, state::use_deck},
};

/// Signing out, and what that does and does not do.
#[component]
pub fn Leaving() -> impl IntoView {
    let deck = use_deck();
    let forget_device = RwSignal::new(false);
    let sign_out = move |_| {
        deck.sign_out(if forget_device.get_untracked() {
            Forget::Device
        } else {
            Forget::Session
        });
    };
    view! {
        <section class="panel" aria-labelledby="leaving">
            <h2 id="leaving">"Sign out"</h2>
            <p>
                "Forgets the session and everything read with it, in every tab that shares it. Your client ID
                stays on this device, so that coming back takes one click."
            </p>
            <p>
                "Spotify itself remembers that you agreed. To withdraw that, remove the app under "
                <Outside href="https://www.spotify.com/account/apps/">"Manage apps"</Outside>
                " in your Spotify account."
            </p>
            <label class="check">
                <input type="checkbox" prop:checked=forget_device on:change:target=move |event| {
                    forget_device.set(event.target().checked());
                } />
                "Forget the client ID and preferences too"
            </label>
            <button class="button primary" on:click=sign_out>"Sign out"</button>
        </section>
    }
}
