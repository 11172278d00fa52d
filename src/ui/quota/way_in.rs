use leptos::prelude::*;

use crate::{
    spotify::Bucket,
    ui::{
        components::{Icon, IconView},
        state::use_deck,
    },
};

/// The way into the panel that stands on every page; it says when something
/// rests.
#[component]
pub fn QuotaButton() -> impl IntoView {
    let quota = use_deck().quota;
    let rests = Memo::new(move |_| {
        let meter = quota.meter();
        Bucket::ALL
            .into_iter()
            .any(|bucket| meter.limited(bucket).is_some())
    });
    let sent = move || {
        let meter = quota.meter();
        Bucket::ALL
            .into_iter()
            .map(|bucket| meter.tally(bucket).sent)
            .sum::<u32>()
    };
    view! {
        <button
            class="nav-link"
            class:rests=move || rests.get()
            aria-haspopup="dialog"
            on:click=move |_| quota.open()
        >
            <IconView icon=Icon::Quota />
            "Quota"
            <span class="nav-note">
                {move || if rests.get() { "resting".to_owned() } else { sent().to_string() }}
                <span class="unseen">{move || if rests.get() { "" } else { " calls" }}</span>
            </span>
        </button>
    }
}
