use leptos::prelude::*;

use super::{Icon, IconView, Outside, WhatRests};
use crate::{
    ports::Millis,
    spotify::{Error, NextStep},
    ui::{
        state::{use_deck, use_due},
        words::Explanation,
    },
};

/// Why a part of a page could not be read, and what to do about it.
#[component]
pub fn Trouble(error: Error, #[prop(into)] retry: Callback<()>) -> impl IntoView {
    let explanation = Explanation::of_call(&error);
    let what_rests = error.is_about_limits().then(|| view! { <WhatRests /> });
    view! {
        <section class="trouble" role="alert">
            <IconView icon=Icon::Warning />
            <div>
                <h3>{explanation.title}</h3>
                <p>{explanation.body}</p>
                <p class="actions">
                    <Next next=explanation.next retry />
                    {what_rests}
                </p>
            </div>
        </section>
    }
}

#[component]
fn Next(next: NextStep, retry: Callback<()>) -> impl IntoView {
    let deck = use_deck();
    match next {
        NextStep::TryAgain | NextStep::LookAgain | NextStep::WakeDevice => view! {
            <button class="button" on:click=move |_| retry.run(())>"Try again"</button>
        }
        .into_any(),
        NextStep::WaitUntil(moment) => {
            view! { <AskAgainAt moment ask=retry label="Try again" /> }.into_any()
        }
        NextStep::Grant(scopes) => view! {
            <button class="button" on:click=move |_| deck.ask_for(scopes)>"Grant this permission"</button>
        }
        .into_any(),
        NextStep::ConnectAgain => view! {
            <button
                class="button"
                on:click=move |_| deck.connect_again()
            >
                "Connect again"
            </button>
        }
        .into_any(),
        NextStep::Dashboard => view! {
            <Outside href="https://developer.spotify.com/dashboard">"Open Spotify’s dashboard"</Outside>
            <button class="button" on:click=move |_| retry.run(())>"Check again"</button>
        }
        .into_any(),
        NextStep::Nothing => ().into_any(),
    }
}

/// Asks again, once that is of use.
#[component]
pub fn AskAgainAt(
    moment: Millis,
    #[prop(into)] ask: Callback<()>,
    label: &'static str,
) -> impl IntoView {
    let due = use_due(moment);
    view! {
        <button class="button" disabled=move || !due.get() on:click=move |_| ask.run(())>
            {label}
        </button>
    }
}
