use leptos::prelude::*;

use crate::{
    platform,
    ports::Millis,
    spotify::{Bucket, Tally},
    ui::{
        dom::{El, Piece, derived, el, live},
        state::{use_deck, use_due},
        words::{bucket_name, rest_reason},
    },
};

/// What was asked of each kind, and which kinds rest.
pub fn buckets() -> El {
    let quota = use_deck().quota;
    let used = derived(move || {
        let meter = quota.meter();
        Bucket::ALL
            .into_iter()
            .filter(|bucket| meter.tally(*bucket) != Tally::default())
            .collect::<Vec<_>>()
    });
    let rows = live(move || used.get().into_iter().map(row).collect::<Vec<_>>());
    let column = |words| el("th").attr("scope", "col").text(words);
    let head = el("tr")
        .with(column("Kind of call"))
        .with(column("Asked").class("number"))
        .with(column("Spared").class("number"));
    el("table")
        .class("quota-table")
        .with(el("thead").with(head))
        .with(el("tbody").with(rows).with(renewal()))
}

/// Renewing the session goes to another host and has limits of its own; it is
/// told only when it rests.
fn renewal() -> Piece {
    let deck = use_deck();
    let rests_until = derived(move || {
        // Either may have news.
        deck.session_state();
        deck.quota.meter();
        deck.session().renewal_rests_until()
    });
    live(move || {
        rests_until.get().map(|until| {
            el("tr").with(
                el("th")
                    .attr("scope", "row")
                    .attr("colspan", "3")
                    .text("Renewing the session ")
                    .with(rest(until, "The last attempt failed.")),
            )
        })
    })
}

fn row(bucket: Bucket) -> El {
    let quota = use_deck().quota;
    let tally = move || quota.meter().tally(bucket);
    let limited = derived(move || quota.meter().limited(bucket));
    let state = live(move || match limited.get() {
        Some(limited) => rest(limited.until, rest_reason(limited.limit)),
        None => good("open").into(),
    });
    let number = |count: fn(Tally) -> u32| {
        el("td")
            .class("number")
            .live_text(move || count(tally()).to_string())
    };
    el("tr")
        .with(
            el("th")
                .attr("scope", "row")
                .text(bucket_name(bucket))
                .text(" ")
                .with(state),
        )
        .with(number(|tally| tally.sent))
        .with(number(|tally| tally.saved + tally.joined))
}

fn good(words: &str) -> El {
    el("span").class("state good").text(words)
}

fn rest(until: Millis, reason: &'static str) -> Piece {
    let due = use_due(until);
    let time = platform::short_moment(until);
    live(move || {
        if due.get() {
            return Piece::from(good("open again"));
        }
        Piece::from(
            el("span")
                .class("state rests")
                .text("rests until ")
                .text(&time),
        )
        .and(el("span").class("quota-reason").text(reason))
    })
}
