//! The listener's top tracks and artists.

mod artists;
mod ranges;
mod tracks;

use artists::{AllArtists, ArtistShelf};
use leptos::prelude::*;
use ranges::Ranges;
use tracks::TrackList;

use crate::{
    route::{Route, TopRange, TopView},
    spotify::endpoints::me::TimeRange,
    ui::{components::PageHeading, state::use_deck},
};

/// The Top page. What it shows is in the address.
#[component]
pub fn Top() -> impl IntoView {
    let place = use_deck().place;
    let choice = Memo::new(move |_| match place.route() {
        Some(Route::Top { range, view }) => (range, view),
        _ => (TopRange::default(), TopView::default()),
    });
    let range = Memo::new(move |_| choice.get().0);
    let shown = Memo::new(move |_| choice.get().1);
    view! {
        {move || match shown.get() {
            TopView::Overview => view! {
                <PageHeading eyebrow="Your listening" title="Top of the crate">
                    <Ranges choice />
                </PageHeading>
                <ArtistShelf range />
                <TrackList range />
            }
            .into_any(),
            TopView::Artists => view! {
                <PageHeading eyebrow="Your listening" title="Artists of the crate">
                    <Ranges choice />
                </PageHeading>
                <AllArtists range />
            }
            .into_any(),
        }}
    }
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
