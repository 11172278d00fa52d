use leptos::{html::Dialog, prelude::*};

use super::{buckets::Buckets, picture::Picture};
use crate::{
    route::Route,
    session::SessionState,
    spotify::{Bucket, Tally},
    ui::{
        components::{Icon, IconView, Outside},
        state::use_deck,
    },
};

/// The panel, which opens over any page. It only shows what was counted here:
/// Spotify does not say how much is left (contract 3.4).
#[component]
pub fn QuotaPanel() -> impl IntoView {
    let deck = use_deck();
    let quota = deck.quota;
    let is_signed_in = Memo::new(move |_| deck.session_state() != SessionState::SignedOut);
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get()
            && quota.is_open()
            && !dialog.open()
        {
            // It is on the page and not open, so it can be opened.
            let _ = dialog.show_modal();
        }
    });
    // It speaks of the page below it.
    let place = deck.place;
    Effect::new(move |before: Option<Option<Route>>| {
        let here = place.route();
        let has_moved = before.is_some_and(|before| before != here);
        if let Some(dialog) = dialog.get_untracked()
            && (has_moved || !is_signed_in.get())
        {
            dialog.close();
        }
        here
    });
    let close = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    view! {
        <dialog node_ref=dialog class="quota" aria-labelledby="quota" on:close=move |_| quota.close()>
            <header class="quota-head">
                <h2 id="quota">"Quota"</h2>
                <button class="icon-button" aria-label="Close" on:click=close>
                    <IconView icon=Icon::Close />
                </button>
            </header>
            {move || quota.is_open().then(|| view! { <Contents /> })}
        </dialog>
    }
}

#[component]
fn Contents() -> impl IntoView {
    view! {
        <Summary />
        <Picture />
        <Buckets />
        <p class="fine">
            "Spotify limits how often an app may ask: by the half minute, and by quotas that it counts for
            each developer over all of their apps. It does not say how large they are or what is left of
            them, so no gauge here pretends to know. These are the calls of this tab with this app."
        </p>
        <p class="fine">
            <Outside href="https://developer.spotify.com/documentation/web-api/concepts/rate-limits">
                "What Spotify says about its limits"
            </Outside>
        </p>
    }
}

/// The count in one sentence.
#[component]
fn Summary() -> impl IntoView {
    let quota = use_deck().quota;
    let words = move || {
        let meter = quota.meter();
        let tallies = Bucket::ALL.map(|bucket| meter.tally(bucket));
        let sum = |part: fn(&Tally) -> u32| tallies.iter().map(part).sum::<u32>();
        let saved = sum(|tally| tally.saved) + sum(|tally| tally.joined);
        (calls(sum(|tally| tally.sent)), spared(saved))
    };
    view! {
        <p class="quota-summary">
            <strong>{move || words().0}</strong>
            " "
            {move || words().1}
        </p>
    }
}

fn calls(sent: u32) -> String {
    match sent {
        0 => "Nothing asked of Spotify yet.".to_owned(),
        1 => "Asked Spotify once.".to_owned(),
        _ => format!("Asked Spotify {sent} times."),
    }
}

fn spared(saved: u32) -> String {
    match saved {
        0 => String::new(),
        1 => "One call was not needed: its answer was known.".to_owned(),
        _ => format!("{saved} calls were not needed: their answers were known, or on the way."),
    }
}
