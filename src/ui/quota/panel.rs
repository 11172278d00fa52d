use super::{buckets::buckets, picture::picture};
use crate::{
    session::SessionState,
    spotify::{Bucket, Tally},
    ui::{
        components::{outside, sheet},
        dom::{El, Piece, derived, el, follow},
        parts,
        state::use_deck,
    },
};

/// The panel, which opens over any page. It only shows what was counted here:
/// Spotify does not say how much is left (contract 3.4).
pub fn quota_panel() -> El {
    let deck = use_deck();
    let quota = deck.quota;
    // It speaks of the page below it, to whoever is signed in.
    let below = derived(move || {
        let is_signed_in = deck.session_state() != SessionState::SignedOut;
        (deck.place.route(), is_signed_in)
    });
    follow(move || {
        below.track();
        quota.close();
    });
    let is_open = derived(move || quota.is_open());
    let close = move || quota.close();
    sheet("quota", || "Quota", is_open, close, parts::quota_sheet)
}

/// What is in it.
pub fn quota_sheet() -> Piece {
    let source = outside(
        "https://developer.spotify.com/documentation/web-api/concepts/rate-limits",
        "What Spotify says about its limits",
    );
    Piece::from(summary())
        .and(picture())
        .and(buckets())
        .and(el("p").class("fine").text(
            "Spotify limits how often an app may ask: by the half minute, and by quotas that it \
             counts for each developer over all of their apps. It does not say how large they are \
             or what is left of them, so no gauge here pretends to know. These are the calls of \
             this tab with this app.",
        ))
        .and(el("p").class("fine").with(source))
}

/// The count in one sentence.
fn summary() -> El {
    let quota = use_deck().quota;
    let sum = move |part: fn(&Tally) -> u32| {
        let meter = quota.meter();
        let tallies = Bucket::ALL.map(|bucket| meter.tally(bucket));
        tallies.iter().map(part).sum::<u32>()
    };
    let saved = |tally: &Tally| tally.saved + tally.joined;
    el("p")
        .class("quota-summary")
        .with(el("strong").live_text(move || calls(sum(|tally| tally.sent))))
        .text(" ")
        .live_text(move || spared(sum(saved)))
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
