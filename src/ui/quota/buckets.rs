use leptos::prelude::*;

use crate::{
    platform,
    ports::Millis,
    spotify::{Bucket, Tally},
    ui::{
        state::{use_deck, use_due},
        words::{bucket_name, rest_reason},
    },
};

/// What was asked of each kind, and which kinds rest.
#[component]
pub fn Buckets() -> impl IntoView {
    let quota = use_deck().quota;
    let used = Memo::new(move |_| {
        let meter = quota.meter();
        Bucket::ALL
            .into_iter()
            .filter(|bucket| meter.tally(*bucket) != Tally::default())
            .collect::<Vec<_>>()
    });
    let rows = move || {
        used.get()
            .into_iter()
            .map(|bucket| view! { <Row bucket /> })
            .collect::<Vec<_>>()
    };
    view! {
        <table class="quota-table">
            <thead>
                <tr>
                    <th scope="col">"Kind of call"</th>
                    <th scope="col" class="number">"Asked"</th>
                    <th scope="col" class="number">"Spared"</th>
                </tr>
            </thead>
            <tbody>
                {rows}
                <Renewal />
            </tbody>
        </table>
    }
}

/// Renewing the session goes to another host and has limits of its own; it is
/// told only when it rests.
#[component]
fn Renewal() -> impl IntoView {
    let deck = use_deck();
    let rests_until = Memo::new(move |_| {
        // Either may have news.
        deck.session_state();
        deck.quota.meter();
        deck.session().renewal_rests_until()
    });
    move || {
        rests_until.get().map(|until| {
            view! {
                <tr>
                    <th scope="row" colspan="3">
                        "Renewing the session "
                        <Rest until reason="The last attempt failed." />
                    </th>
                </tr>
            }
        })
    }
}

#[component]
fn Row(bucket: Bucket) -> impl IntoView {
    let quota = use_deck().quota;
    let tally = Memo::new(move |_| quota.meter().tally(bucket));
    let limited = Memo::new(move |_| quota.meter().limited(bucket));
    view! {
        <tr>
            <th scope="row">
                {bucket_name(bucket)}
                " "
                {move || match limited.get() {
                    Some(limited) => {
                        let reason = rest_reason(limited.limit);
                        view! { <Rest until=limited.until reason /> }.into_any()
                    }
                    None => view! { <span class="state good">"open"</span> }.into_any(),
                }}
            </th>
            <td class="number">{move || tally.get().sent}</td>
            <td class="number">{move || tally.get().saved + tally.get().joined}</td>
        </tr>
    }
}

#[component]
fn Rest(until: Millis, reason: &'static str) -> impl IntoView {
    let due = use_due(until);
    let time = platform::short_moment(until);
    view! {
        {move || {
            if due.get() {
                view! { <span class="state good">"open again"</span> }.into_any()
            } else {
                view! {
                    <span class="state rests">{format!("rests until {time}")}</span>
                    <span class="quota-reason">{reason}</span>
                }
                .into_any()
            }
        }}
    }
}
