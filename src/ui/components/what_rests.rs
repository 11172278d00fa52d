use leptos::prelude::*;

use crate::ui::state::use_deck;

/// The way from a message about limits to the Quota panel.
#[component]
pub fn WhatRests() -> impl IntoView {
    let quota = use_deck().quota;
    view! {
        <button class="button quiet" aria-haspopup="dialog" on:click=move |_| quota.open()>
            "What rests, and why"
        </button>
    }
}
