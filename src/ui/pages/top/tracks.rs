use leptos::prelude::*;

use super::{EMPTY, time_range};
use crate::{
    ports::Millis,
    route::TopRange,
    spotify::{Page, Window, endpoints::me, model::Track},
    ui::{
        components::{Cover, OpenSpotify, Trouble},
        state::{Load, Loading, use_loading},
    },
};

/// The edge of a cover in CSS pixels.
const COVER: u32 = 48;

/// How many rows stand in for the list while it is read.
const ROWS_WAITING: usize = 10;

/// The top tracks of the range.
#[component]
pub fn TrackList(range: Memo<TopRange>) -> impl IntoView {
    let tracks = use_loading(range, |range| {
        me::top_tracks(time_range(*range), Window::first())
    });
    view! {
        <section aria-labelledby="tracks">
            <div class="section-heading">
                <h2 id="tracks">"Tracks"</h2>
            </div>
            {move || track_rows(tracks)}
        </section>
    }
}

fn track_rows(tracks: Loading<Page<Track>>) -> AnyView {
    match tracks.state() {
        Load::Waiting => view! { <Waiting /> }.into_any(),
        Load::Failed(error) => {
            view! { <Trouble error retry=move |()| tracks.retry() /> }.into_any()
        }
        Load::Ready(page) if page.items().next().is_none() => {
            view! { <p class="empty">{EMPTY}</p> }.into_any()
        }
        Load::Ready(page) => {
            let rows: Vec<_> = page
                .items()
                .cloned()
                .zip(1..)
                .map(|(track, rank)| view! { <Row track rank /> })
                .collect();
            view! { <ol class="rows" role="list">{rows}</ol> }.into_any()
        }
    }
}

#[component]
fn Row(track: Track, rank: usize) -> impl IntoView {
    let artists: Vec<_> = track
        .artists
        .iter()
        .map(|artist| artist.name.as_str())
        .collect();
    let artists = artists.join(", ");
    let name = track.name.clone();
    let link = track.external_urls.open_spotify().map(str::to_owned);
    let explicit = track.explicit.then(|| {
        view! { <span class="explicit" title="Explicit"><span aria-hidden="true">"E"</span><span class="unseen">"Explicit"</span></span> }
    });
    view! {
        <li class="row">
            <span class="rank">{rank}</span>
            <Cover images=track.album.images size=COVER />
            <span class="row-main">
                <strong class="row-title">{track.name}</strong>
                <span class="row-artists">{explicit} {artists}</span>
            </span>
            <span class="row-album">{track.album.name}</span>
            <span class="row-length">
                <span class="unseen">"Length "</span>
                {length(track.duration)}
            </span>
            <span class="row-link">{link.map(|href| view! { <OpenSpotify href name /> })}</span>
        </li>
    }
}

/// Minutes and seconds, and hours where there are any.
fn length(duration: Millis) -> String {
    let seconds = duration.0 / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours == 0 {
        format!("{minutes}:{seconds:02}")
    } else {
        format!("{hours}:{minutes:02}:{seconds:02}")
    }
}

#[component]
fn Waiting() -> impl IntoView {
    let rows: Vec<_> = (0..ROWS_WAITING)
        .map(|_| {
            view! {
                <li class="row waiting">
                    <span class="rank"></span>
                    <span class="cover blank"></span>
                    <span class="row-main">
                        <span class="bar"></span>
                        <span class="bar short"></span>
                    </span>
                </li>
            }
        })
        .collect();
    view! {
        <ol class="rows" role="list" aria-hidden="true">
            {rows}
        </ol>
        <p class="unseen" role="status">
            "Reading your top tracks"
        </p>
    }
}
