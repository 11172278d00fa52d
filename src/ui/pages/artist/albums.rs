use std::rc::Rc;

use crate::{
    route::{Releases, Route},
    spotify::{
        ArtistId, Window,
        endpoints::artists::{self, AlbumGroup},
        model::{ReleaseDate, SimplifiedAlbum},
    },
    ui::{
        components::button,
        dom::{El, Piece, Var, derived, el, live, pieces},
        items::{
            Card, Shape, card, cards_waiting, counted, dotted, listing, more, until_there, year,
        },
        state::{Asked, Listed, Paged, use_paged},
    },
};

/// How many releases Spotify tells at once (contract 5.4).
const PAGE: u32 = 10;

/// The releases of a kind, as many as were asked for.
pub fn albums(id: &ArtistId, kind: Releases) -> Piece {
    let id = id.clone();
    let paged = use_paged(None, move |at| {
        let call = artists::albums(&id, &[group(kind)], Window::from(at));
        Asked::of(call, |album: Option<&SimplifiedAlbum>, _| {
            album.map(listed).into_iter().collect()
        })
    });
    let is_by_year = Var::new(false);
    pieces([
        order(paged, is_by_year),
        until_there(
            paged,
            || cards_waiting("cards", "Reading the releases"),
            nothing(kind),
        ),
        listing(Shape::Cards, "Releases", paged, move || {
            let entries = paged.entries();
            if is_by_year.get() {
                by_year(&entries)
            } else {
                entries
            }
        })
        .into(),
        more(paged, PAGE).into(),
    ])
}

/// The newest first; what came out at the same time stays in its order.
fn by_year(entries: &[Rc<Listed>]) -> Vec<Rc<Listed>> {
    let age = |date: Option<ReleaseDate>| {
        date.map_or(u32::MAX, |date| {
            let (month, day) = (date.month.unwrap_or(0), date.day.unwrap_or(0));
            u32::MAX - (u32::from(date.year) << 16 | u32::from(month) << 8 | u32::from(day))
        })
    };
    // Numbers are sorted elsewhere too: the code for that is there already.
    let places = entries.iter().zip(0_u32..);
    let mut keys: Vec<u64> = places
        .map(|(album, place)| u64::from(age(album.released)) << 32 | u64::from(place))
        .collect();
    keys.sort_unstable();
    let place = |key: u64| usize::try_from(key & u64::from(u32::MAX)).ok();
    keys.into_iter()
        .filter_map(|key| entries.get(place(key)?).cloned())
        .collect()
}

const fn group(kind: Releases) -> AlbumGroup {
    match kind {
        Releases::Albums => AlbumGroup::Album,
        Releases::Singles => AlbumGroup::Single,
        Releases::Compilations => AlbumGroup::Compilation,
        Releases::AppearsOn => AlbumGroup::AppearsOn,
    }
}

const fn nothing(kind: Releases) -> &'static str {
    match kind {
        Releases::Albums => "No albums of theirs are at Spotify here.",
        Releases::Singles => "No singles of theirs are at Spotify here.",
        Releases::Compilations => "No compilations of theirs are at Spotify here.",
        Releases::AppearsOn => "They appear on nobody else’s releases here.",
    }
}

/// The choice of an order, once all of them are there: before that, an order
/// would be one of what happens to be there.
fn order(paged: Paged, is_by_year: Var<bool>) -> Piece {
    let is_offered = derived(move || !paged.has_more() && paged.entries().len() > 1);
    let way = move |label, by_year| {
        button(label, move || is_by_year.set(by_year))
            .class("chip")
            .live_attr("aria-pressed", move || {
                Some((is_by_year.get() == by_year).to_string())
            })
    };
    live(move || {
        is_offered.get().then(|| {
            el("p")
                .class("orders")
                .with(el("span").text("Order"))
                .with(way("Spotify’s", false))
                .with(way("By year", true))
        })
    })
}

fn listed(album: &SimplifiedAlbum) -> Listed {
    let album = Rc::new(album.clone());
    Listed {
        text: String::new(),
        released: album.release_date,
        make: Box::new(move || album_card(&album)),
    }
}

fn album_card(album: &SimplifiedAlbum) -> El {
    let count = album.total_tracks.map(|count| counted(count, "track"));
    card(&Card {
        images: &album.images,
        name: &album.name,
        page: album.id.clone().map(Route::Album),
        line: &dotted(&[&year(album.release_date), &count.unwrap_or_default()]),
        open_spotify: album.external_urls.open_spotify(),
    })
}
