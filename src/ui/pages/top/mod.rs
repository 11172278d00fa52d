//! The listener's top tracks and artists.

mod artists;
mod ranges;
mod tracks;

use artists::{all_artists, artist_shelf};
use ranges::ranges;
use tracks::track_list;

use crate::{
    route::{Route, TopRange, TopView},
    spotify::endpoints::me::TimeRange,
    ui::{
        components::page_heading,
        dom::{Piece, derived, live, pieces},
        state::use_deck,
    },
};

/// The Top page. What it shows is in the address.
pub fn top() -> Piece {
    let place = use_deck().place;
    let choice = derived(move || match place.route() {
        Some(Route::Top { range, view }) => (range, view),
        _ => (TopRange::default(), TopView::default()),
    });
    let range = derived(move || choice.get().0);
    let shown = derived(move || choice.get().1);
    live(move || {
        let heading = |title| {
            page_heading("Your listening", title)
                .with(ranges(choice))
                .into()
        };
        match shown.get() {
            TopView::Overview => pieces([
                heading("Top of the crate"),
                artist_shelf(range).into(),
                track_list(range).into(),
            ]),
            TopView::Artists => {
                pieces([heading("Artists of the crate"), all_artists(range).into()])
            }
        }
    })
}

/// What Spotify calls the range.
const fn time_range(range: TopRange) -> TimeRange {
    match range {
        TopRange::FourWeeks => TimeRange::ShortTerm,
        TopRange::SixMonths => TimeRange::MediumTerm,
        TopRange::OneYear => TimeRange::LongTerm,
    }
}

/// What to say when Spotify has no list for a range.
const EMPTY: &str = "Spotify has no list for this time yet. It needs a few weeks of listening.";
