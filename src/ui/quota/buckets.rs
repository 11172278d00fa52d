use leptos::prelude::*;

use crate::{
    platform,
    spotify::{Bucket, Limited, Tally},
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
            <tbody>{rows}</tbody>
        </table>
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
                    Some(limited) => view! { <Rest limited /> }.into_any(),
                    None => view! { <span class="state good">"open"</span> }.into_any(),
                }}
            </th>
            <td class="number">{move || tally.get().sent}</td>
            <td class="number">{move || tally.get().saved + tally.get().joined}</td>
        </tr>
    }
}

#[component]
fn Rest(limited: Limited) -> impl IntoView {
    let due = use_due(limited.until);
    let time = platform::short_moment(limited.until);
    view! {
        {move || {
            if due.get() {
                view! { <span class="state good">"open again"</span> }.into_any()
            } else {
                view! {
                    <span class="state rests">{format!("rests until {time}")}</span>
                    <span class="quota-reason">{rest_reason(limited.limit)}</span>
                }
                .into_any()
            }
        }}
    }
}
