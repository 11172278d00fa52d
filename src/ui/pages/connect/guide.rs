use leptos::prelude::*;

use crate::ui::{
    components::{CopyField, Outside},
    state::use_deck,
};

/// What must be right at Spotify beforehand: mistakes in it end on Spotify's
/// own page and are never reported back (contract 1.2).
#[component]
pub fn Guide(is_back: impl Fn() -> bool + Copy + Send + Sync + 'static) -> impl IntoView {
    let deck = use_deck();
    let redirect_uri = deck.redirect_uri();
    // Whoever has been here before needs it only when something went wrong.
    let is_first_time = deck.session().device().remembered_client_id().is_none();
    let own = redirect_uri.as_str();
    let to_register = redirect_uri
        .at_loopback_literal()
        .unwrap_or_else(|| own.to_owned());
    let is_loopback = to_register.starts_with("http://127.0.0.1");
    view! {
        <details class="first-time" open=move || is_first_time || is_back()>
        <summary>"The first time"</summary>
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
                <CopyField text=to_register label="Copy the redirect URI" />
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
        </details>
    }
}
