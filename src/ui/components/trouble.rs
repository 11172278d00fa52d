use leptos::prelude::*;

use super::{Icon, IconView, Outside};
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
    view! {
        <section class="trouble" role="alert">
            <IconView icon=Icon::Warning />
            <div>
                <h3>{explanation.title}</h3>
                <p>{explanation.body}</p>
                <Next next=explanation.next retry />
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
        NextStep::WaitUntil(moment) => view! { <Wait moment retry /> }.into_any(),
        NextStep::Grant(scope) => view! {
            <button class="button" on:click=move |_| deck.ask_for(scope)>"Grant this permission"</button>
        }
        .into_any(),
        NextStep::ConnectAgain => view! {
            <button
                class="button"
                on:click=move |_| {
                    if let Some(client_id) = deck.client_id() {
                        deck.connect(client_id, false);
                    }
                }
            >
                "Connect again"
            </button>
        }
        .into_any(),
        NextStep::Dashboard => view! {
            <p class="actions">
                <Outside href="https://developer.spotify.com/dashboard">"Open Spotify’s dashboard"</Outside>
                <button class="button" on:click=move |_| retry.run(())>"Check again"</button>
            </p>
        }
        .into_any(),
        NextStep::Nothing => ().into_any(),
    }
}

/// Asking again, once that is of use, and what rests meanwhile.
#[component]
fn Wait(moment: Millis, retry: Callback<()>) -> impl IntoView {
    let due = use_due(moment);
    let quota = use_deck().quota;
    view! {
        <p class="actions">
            <button class="button" disabled=move || !due.get() on:click=move |_| retry.run(())>
                "Try again"
            </button>
            <button class="button quiet" aria-haspopup="dialog" on:click=move |_| quota.open()>
                "What rests, and why"
            </button>
        </p>
    }
}
