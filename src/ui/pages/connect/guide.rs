use leptos::prelude::*;

use crate::ui::{
    components::{CopyField, Outside},
    state::use_deck,
};

/// What must be right at Spotify beforehand: mistakes in it end on Spotify's
/// own page and are never reported back (contract 1.2).
#[component]
pub fn Guide() -> impl IntoView {
    let redirect_uri = use_deck().redirect_uri();
    let is_loopback = redirect_uri.as_str().starts_with("http://127.0.0.1");
    view! {
        <h3 class="guide-title">"The first time"</h3>
        <ol class="guide">
            <li>
                <strong>"Make an app"</strong>
                " in "
                <Outside href="https://developer.spotify.com/dashboard">"Spotify’s dashboard"</Outside>
                ". Its owner needs Premium. Any name will do that does not begin with “Spot”."
            </li>
            <li>
                <strong>"Add this redirect URI"</strong>
                ", exactly, under “Redirect URIs”:"
                <CopyField text=redirect_uri.as_str().to_owned() label="Copy the redirect URI" />
                {is_loopback
                    .then(|| {
                        view! {
                            <p class="fine">
                                "It must say 127.0.0.1: Spotify refuses localhost. Registered without the port,
                                it fits every port."
                            </p>
                        }
                    })}
            </li>
            <li>
                <strong>"Tick Web API"</strong>
                " where it asks which APIs you plan to use, and save."
            </li>
            <li>
                <strong>"List who may use it"</strong>
                " under User Management: up to five people, by name and by the e-mail of their Spotify account."
            </li>
            <li>
                <strong>"Copy the client ID"</strong>
                " from the app’s page into the field above. Leave the client secret where it is: nothing
                here ever asks for it."
            </li>
        </ol>
    }
}
