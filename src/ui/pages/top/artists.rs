use super::{EMPTY, time_range};
use crate::{
    route::{Route, TopRange, TopView},
    spotify::{Page, Window, endpoints::me, model::Artist},
    ui::{
        components::{link, trouble},
        dom::{El, Piece, Var, el, live},
        items::{Card, card, cards, cards_waiting},
        state::{Load, Loading, use_call},
    },
};

/// How many stand on the shelf; narrower screens show fewer.
const ON_SHELF: usize = 8;

fn use_artists(range: Var<TopRange>) -> Loading<Page<Artist>> {
    use_call(move || me::top_artists(time_range(range.get()), Window::first()))
}

/// The first few artists, and a way to the rest.
pub fn artist_shelf(range: Var<TopRange>) -> El {
    let artists = use_artists(range);
    let to_all = move || {
        let Load::Ready(page) = artists.state() else {
            return None;
        };
        let count = page.items().count();
        let all = Route::Top {
            range: range.get(),
            view: TopView::Artists,
        };
        (ON_SHELF < count).then(|| link(all).text(&format!("All {count}")))
    };
    section(
        "Artists",
        live(to_all),
        artist_cards(artists, ON_SHELF, "shelf"),
    )
}

/// Every artist of the range.
pub fn all_artists(range: Var<TopRange>) -> El {
    let to_overview = live(move || {
        let view = TopView::Overview;
        link(Route::Top {
            range: range.get(),
            view,
        })
        .text("Artists and tracks")
    });
    let all = artist_cards(use_artists(range), usize::MAX, "cards");
    section("All artists", to_overview, all)
}

fn section(title: &str, way: Piece, cards: Piece) -> El {
    let heading = el("div")
        .class("section-heading")
        .with(el("h2").attr("id", "artists").text(title))
        .with(way);
    el("section")
        .attr("aria-labelledby", "artists")
        .with(heading)
        .with(cards)
}

fn artist_cards(artists: Loading<Page<Artist>>, most: usize, class: &'static str) -> Piece {
    live(move || match artists.state() {
        Load::Waiting => cards_waiting(class, "Reading your top artists"),
        Load::Failed(error) => trouble(&error, move || artists.retry()).into(),
        Load::Ready(page) if page.items().next().is_none() => {
            el("p").class("empty").text(EMPTY).into()
        }
        Load::Ready(page) => {
            let artists = page.items().take(most).zip(1..);
            let all = artists.map(|(artist, rank)| artist_card(artist, rank));
            cards(class, all.collect()).into()
        }
    })
}

fn artist_card(artist: &Artist, rank: usize) -> El {
    card(&Card {
        images: &artist.images,
        name: &artist.name,
        page: Some(Route::artist(artist.id.clone())),
        line: &format!("No. {rank}"),
        open_spotify: artist.external_urls.open_spotify(),
    })
}
