use leptos::prelude::*;

use crate::{
    platform,
    ui::{
        components::{AskAgainAt, Brand, WhatRests},
        shell::Footer,
        state::{Deck, Landing, SignInProblem, use_deck},
        words::{Remedy, SignInExplanation},
    },
};

/// What happened on the way from Spotify, and what to do.
#[component]
pub fn SignInTrouble() -> impl IntoView {
    let deck = use_deck();
    let is_signed_in = move || deck.session_state().listener().is_some();
    Effect::new(move |_| {
        document().set_title(if is_signed_in() {
            "Nothing has changed · Cratedigger"
        } else {
            "Not signed in · Cratedigger"
        });
    });
    let explained = move || match deck.landing() {
        Landing::Failed(problem) => Some(explain(deck, &problem)),
        Landing::Done | Landing::Finishing | Landing::Unfinished | Landing::Unchanged(_) => None,
    };
    view! {
        <main class="alone">
            <Brand />
            {explained}
            <Footer />
        </main>
    }
}

fn explain(deck: Deck, problem: &SignInProblem) -> impl IntoView + use<> {
    let explanation = SignInExplanation::of(problem);
    let remedy = explanation.remedy;
    let what_rests = explanation.is_about_limits.then(|| view! { <WhatRests /> });
    let steps = (!explanation.steps.is_empty()).then(|| {
        let steps: Vec<_> = explanation
            .steps
            .into_iter()
            .map(|step| view! { <li>{step}</li> })
            .collect();
        view! { <ol class="steps">{steps}</ol> }
    });
    view! {
        <div class="alone-note" role="alert">
            <h1>{explanation.title}</h1>
            <p>{explanation.body}</p>
            {steps}
        </div>
        <p class="actions">
            <Remedies remedy deck />
            {what_rests}
        </p>
    }
}

#[component]
fn Remedies(remedy: Remedy, deck: Deck) -> impl IntoView {
    let client_id = deck.client_id();
    let connect = move |show_dialog| match &client_id {
        Some(client_id) => deck.connect(client_id.clone(), show_dialog),
        None => deck.start_over(),
    };
    let connect_again = connect.clone();
    let is_signed_in = deck.session().state().listener().is_some();
    let to_setup = move || {
        if is_signed_in {
            return view! {
                <button class="button" on:click=move |_| deck.land(Landing::Done)>
                    "Go on as before"
                </button>
            }
            .into_any();
        }
        view! {
            <button class="button quiet" on:click=move |_| deck.start_over()>
                "Back to the Connect page"
            </button>
        }
        .into_any()
    };
    match remedy {
        Remedy::Connect => view! {
            <button class="button primary" on:click=move |_| connect(false)>"Connect again"</button>
            {to_setup()}
        }
        .into_any(),
        Remedy::CheckAgain => view! {
            <button class="button primary" on:click=move |_| deck.prove()>"Check again"</button>
            <button class="button" on:click=move |_| connect_again(true)>"Use another account"</button>
            {to_setup()}
        }
        .into_any(),
        Remedy::CheckAgainAt(moment) => view! {
            <AskAgainAt moment ask=move |()| deck.prove() label="Check again" />
            {to_setup()}
        }
        .into_any(),
        Remedy::Setup => to_setup(),
        Remedy::Reload => view! {
            <button class="button primary" on:click=|_| platform::restart_at_home()>"Reload"</button>
        }
        .into_any(),
    }
}
