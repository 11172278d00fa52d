use leptos::prelude::*;

use crate::ui::{
    components::{Icon, IconView},
    state::use_deck,
};

/// Says so when this page stands at an address that Spotify refuses as a
/// redirect URI (contract 1.3).
#[component]
pub fn AddressNotice() -> impl IntoView {
    let redirect_uri = use_deck().redirect_uri();
    if redirect_uri.is_acceptable() {
        return ().into_any();
    }
    let remedy = match redirect_uri.at_loopback_literal() {
        Some(address) => view! {
            "Spotify refuses the name localhost. Use the same page at "
            <a href=address.clone()>{address.clone()}</a>
            "."
        }
        .into_any(),
        None => "Spotify sends listeners back only to addresses that begin with https://, or with http://127.0.0.1 on your own machine. Open this page at such an address.".into_any(),
    };
    view! {
        <div class="notice warn" role="note">
            <IconView icon=Icon::Warning />
            <p>
                <strong>"Signing in cannot work at this address. "</strong>
                {remedy}
            </p>
        </div>
    }
    .into_any()
}
