use leptos::prelude::*;

use super::{EMPTY, time_range};
use crate::{
    route::{Route, TopRange, TopView},
    spotify::{Page, Window, endpoints::me, model::Artist},
    ui::{
        components::{Cover, Link, OpenSpotify, Trouble},
        state::{Load, Loading, use_loading},
    },
};

/// How many stand on the shelf; narrower screens show fewer.
const ON_SHELF: usize = 8;

/// The edge of a picture in CSS pixels.
const PICTURE: u32 = 152;

fn use_artists(range: Memo<TopRange>) -> Loading<Page<Artist>> {
    use_loading(range, |range| {
        me::top_artists(time_range(*range), Window::first())
    })
}

/// The first few artists, and a way to the rest.
#[component]
pub fn ArtistShelf(range: Memo<TopRange>) -> impl IntoView {
    let artists = use_artists(range);
    let all = Signal::derive(move || {
        let view = TopView::Artists;
        Route::Top {
            range: range.get(),
            view,
        }
    });
    let count = move || match artists.state() {
        Load::Ready(artists) => Some(artists.items().count()).filter(|count| ON_SHELF < *count),
        Load::Waiting | Load::Failed(_) => None,
    };
    view! {
        <section aria-labelledby="artists">
            <div class="section-heading">
                <h2 id="artists">"Artists"</h2>
                {move || count().map(|count| view! { <Link to=all>{format!("All {count}")}</Link> })}
            </div>
            {move || artist_cards(artists, ON_SHELF, "shelf")}
        </section>
    }
}

/// Every artist of the range.
#[component]
pub fn AllArtists(range: Memo<TopRange>) -> impl IntoView {
    let artists = use_artists(range);
    let overview = Signal::derive(move || {
        let view = TopView::Overview;
        Route::Top {
            range: range.get(),
            view,
        }
    });
    view! {
        <section aria-labelledby="artists">
            <div class="section-heading">
                <h2 id="artists">"All artists"</h2>
                <Link to=overview>"Artists and tracks"</Link>
            </div>
            {move || artist_cards(artists, usize::MAX, "cards")}
        </section>
    }
}

fn artist_cards(artists: Loading<Page<Artist>>, most: usize, class: &'static str) -> AnyView {
    match artists.state() {
        Load::Waiting => view! { <Waiting class /> }.into_any(),
        Load::Failed(error) => {
            view! { <Trouble error retry=move |()| artists.retry() /> }.into_any()
        }
        Load::Ready(page) if page.items().next().is_none() => {
            view! { <p class="empty">{EMPTY}</p> }.into_any()
        }
        Load::Ready(page) => {
            let cards: Vec<_> = page
                .items()
                .take(most)
                .cloned()
                .zip(1..)
                .map(|(artist, rank)| view! { <Card artist rank /> })
                .collect();
            view! { <ol class=class role="list">{cards}</ol> }.into_any()
        }
    }
}

#[component]
fn Card(artist: Artist, rank: usize) -> impl IntoView {
    let name = artist.name.clone();
    let link = artist.external_urls.open_spotify().map(str::to_owned);
    view! {
        <li class="card">
            <Cover images=artist.images size=PICTURE is_large=true />
            <strong class="card-name">{artist.name}</strong>
            <span class="card-line">
                <span>{format!("No. {rank}")}</span>
                {link.map(|href| view! { <OpenSpotify href name /> })}
            </span>
        </li>
    }
}

#[component]
fn Waiting(class: &'static str) -> impl IntoView {
    let cards: Vec<_> = (0..ON_SHELF)
        .map(|_| {
            view! {
                <li class="card waiting">
                    <span class="cover large blank"></span>
                    <span class="bar"></span>
                    <span class="bar short"></span>
                </li>
            }
        })
        .collect();
    view! {
        <ol class=class role="list" aria-hidden="true">
            {cards}
        </ol>
        <p class="unseen" role="status">
            "Reading your top artists"
        </p>
    }
}
