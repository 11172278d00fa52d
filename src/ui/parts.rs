//! The parts of the app that arrive when they are first used, so that a first
//! visit loads no more than it shows: the Connect page. What there is for
//! somebody who is signed in comes while they sign in, and a tab that keeps a
//! session fetches it beside the program (`xtask/src/bundle/parts/fetching.js`).
//!
//! With the feature `parts` each page named here is marked for the build to cut
//! out (`xtask/src/bundle/parts`), together with the others of its part.
//! Without it they are ordinary functions in one program.
#![allow(
    clippy::unnecessary_wraps,
    reason = "what is cut out returns a result, for the case that it does not arrive"
)]

#[cfg(not(feature = "parts"))]
use std::future::{Ready, ready};
use std::rc::Rc;

use futures::{
    FutureExt,
    future::{Either, LocalBoxFuture, select},
};
use leptos::{
    prelude::document,
    task::{spawn_local, tick},
    wasm_bindgen::JsCast,
    wasm_split::SplitLoaderError,
    web_sys::HtmlElement,
};

use super::{
    adding::{self, Adding, Wanted},
    components::{page_heading, primary_button, quiet_button},
    dom::{El, Piece, Var, el, live},
    listening::listening as listening_page,
    pages, player,
    player_window::player_window as player_window_page,
    quota,
};
use crate::{
    id::{AlbumId, ArtistId, AudiobookId, EpisodeId, PlaylistId, ShowId, TrackId},
    platform,
    ports::Millis,
    route::Route,
};

/// What becomes of fetching a part.
type Fetched = Result<(), SplitLoaderError>;

/// Fetches a part; at once, if it is here already.
type Fetch = Box<dyn Fn() -> LocalBoxFuture<'static, Fetched>>;

/// How far a part has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Arrival {
    Awaited,
    /// It takes long enough to say so.
    Late,
    Here,
    Failed,
}

/// After this long a page that is still awaited says so.
const SOON: Millis = Millis(300);

/// After this long on a page what is likely to be needed next is fetched.
const A_MOMENT: Millis = Millis::from_secs(2);

/// What of the page is fetched.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// Everything on it.
    Whole,
    /// All that changes from page to page.
    Page,
    /// What stands in a dialog over it.
    Sheet,
}

/// Declares a part: how it is fetched, and the pages that are in it.
macro_rules! part {
    ($part:ident, $fetch:ident, $Page:ident: $(
        $extent:ident $name:ident($($argument:ident: $kind:ty),*) = $make:expr;
    )+) => {
        #[derive(Clone)]
        #[allow(non_camel_case_types, reason = "they are called as what makes them is")]
        enum $Page {
            $($name($($kind),*)),+
        }

        #[cfg(feature = "parts")]
        #[leptos::wasm_split::wasm_split(
            $part, wasm_split_path = leptos::wasm_split, fallible, preload($fetch)
        )]
        fn $part(page: $Page) -> Result<Piece, SplitLoaderError> {
            Ok(match page {
                $($Page::$name($($argument),*) => ($make)($($argument),*).into()),+
            })
        }

        #[cfg(not(feature = "parts"))]
        fn $part(page: $Page) -> Ready<Result<Piece, SplitLoaderError>> {
            ready(Ok(match page {
                $($Page::$name($($argument),*) => ($make)($($argument),*).into()),+
            }))
        }

        #[cfg(not(feature = "parts"))]
        fn $fetch() -> Ready<Fetched> {
            ready(Ok(()))
        }

        $(
            pub fn $name($($argument: $kind),*) -> Piece {
                let page = $Page::$name($($argument),*);
                // Once the part is here, nothing is waited for.
                arriving(
                    Extent::$extent,
                    Box::new(|| $fetch().boxed_local()),
                    Box::new(move || $part(page.clone()).now_or_never()?.ok()),
                )
            }
        )+
    };
}

part!(listening, fetch_listening_part, Listening:
    Whole signed_in() = listening_page;
);

part!(music, fetch_music, Music:
    Page search() = pages::search;
    Page top() = pages::top;
    Page playlists() = pages::playlists;
    Page artist(id: ArtistId) = pages::artist;
    Page album(id: AlbumId) = pages::album;
    Page track(id: TrackId) = pages::track;
    Page show(id: ShowId) = pages::show;
    Page episode(id: EpisodeId) = pages::episode;
    Page audiobook(id: AudiobookId) = pages::audiobook;
    Page playlist(id: PlaylistId) = pages::playlist;
    Page now_playing() = pages::now_playing;
    Page queue() = pages::queue;
    Sheet device_sheet(waits: bool) = player::device_sheet;
    Sheet quota_sheet() = quota::quota_sheet;
    Sheet adding_sheet(adding: Adding, wanted: Wanted) =
        |adding, wanted: Wanted| adding::adding_sheet(adding, &wanted);
);

part!(desk, fetch_desk, Desk:
    Page workshop() = pages::workshop;
    Page settings() = pages::settings;
    Page about() = pages::about;
    Page about_alone() = pages::about_alone;
);

part!(window, fetch_window, Window:
    Page player_window() = player_window_page;
);

/// Fetches the part that most visits come to need, a moment after the first
/// page: what it takes then is taken from nothing the listener waits for.
pub fn fetch_ahead() {
    spawn_local(async {
        platform::sleep(A_MOMENT).await;
        // Whoever opens a page of it is told what went wrong.
        let _ = fetch_music().await;
    });
}

/// Fetches what there is for somebody who is signed in, while it is still found
/// out whether anybody is.
pub fn fetch_listening() {
    // Whoever is signed in is told what went wrong.
    spawn_local(fetch_listening_part().map(drop));
}

/// The same a moment after the page that somebody signs in from, who comes back
/// from Spotify to a page of its own.
pub fn fetch_listening_ahead() {
    spawn_local(async {
        platform::sleep(A_MOMENT).await;
        fetch_listening();
    });
}

/// Waits until that is here, or will not come.
pub async fn listening_has_come() {
    // As it is shown, it is said what went wrong.
    let _ = fetch_listening_part().await;
}

/// Does this once the pages of music are here, or will not come: whoever is
/// typing goes on where they are until then.
pub fn once_music_is_here(act: impl FnOnce() + 'static) {
    spawn_local(async move {
        // The page that is opened says what went wrong.
        let _ = fetch_music().await;
        act();
    });
}

/// Fetches what the first page needs while it is still found out whether anybody
/// is signed in.
pub fn fetch_for(page: &Route) {
    let fetch = match page {
        Route::Home => return,
        Route::Workshop(_) | Route::Settings | Route::About => fetch_desk().boxed_local(),
        _ => fetch_music().boxed_local(),
    };
    // Whoever opens the page is told what went wrong.
    spawn_local(fetch.map(drop));
}

/// What `make` makes, once its part is here.
fn arriving(extent: Extent, fetch: Fetch, make: Box<dyn Fn() -> Option<Piece>>) -> Piece {
    let here = fetch()
        .now_or_never()
        .is_some_and(|fetched| fetched.is_ok());
    let arrival = Var::new(if here {
        Arrival::Here
    } else {
        Arrival::Awaited
    });
    let fetch = Rc::new(fetch);
    if !here {
        spawn_local(bring(Rc::clone(&fetch), arrival));
    }
    live(move || match arrival.get() {
        Arrival::Awaited | Arrival::Late if extent == Extent::Whole => pages::opening().into(),
        Arrival::Awaited => Piece::NONE,
        Arrival::Late => late().into(),
        Arrival::Here => {
            if extent == Extent::Sheet && !here {
                spawn_local(focus_in_dialog());
            }
            make().unwrap_or_default()
        }
        Arrival::Failed => failed(extent, Rc::clone(&fetch), arrival),
    })
}

/// A dialog gives the keyboard to what asks for it when it opens; what came into
/// it later gets it afterwards.
async fn focus_in_dialog() {
    tick().await;
    let asks = document().query_selector("dialog[open] [autofocus]");
    if let Ok(Some(asks)) = asks
        && let Ok(asks) = asks.dyn_into::<HtmlElement>()
    {
        // It is on the page, so it can be focused.
        let _ = asks.focus();
    }
}

/// Fetches a part, and says how far that is.
async fn bring(fetch: Rc<Fetch>, arrival: Var<Arrival>) {
    let fetched = match select(fetch(), platform::sleep(SOON).boxed_local()).await {
        Either::Left((fetched, _)) => fetched,
        Either::Right(((), fetching)) => {
            arrival.set(Arrival::Late);
            fetching.await
        }
    };
    arrival.set(fetched.map_or(Arrival::Failed, |()| Arrival::Here));
}

fn late() -> El {
    el("p")
        .class("lead")
        .attr("role", "status")
        .text("Fetching this part of Cratedigger …")
}

/// The host may be out of reach, or may have a newer Cratedigger by now, whose
/// parts have other names.
fn failed(extent: Extent, fetch: Rc<Fetch>, arrival: Var<Arrival>) -> Piece {
    let again = move || {
        arrival.set(Arrival::Awaited);
        spawn_local(bring(Rc::clone(&fetch), arrival));
    };
    let actions = el("p")
        .class("actions")
        .with(primary_button("Try again", again))
        .with(quiet_button("Reload", platform::restart));
    match extent {
        Extent::Whole => pages::incomplete(actions).into(),
        Extent::Page => {
            let heading = page_heading("Not here yet", "This page did not arrive");
            Piece::from(heading).and(trouble("lead", actions))
        }
        Extent::Sheet => trouble("", actions).into(),
    }
}

fn trouble(class: &'static str, actions: El) -> El {
    let words = "Cratedigger fetches its pages when they are first opened. Check the connection and \
                 try again. If it was updated since you opened it, reload it: you stay signed in.";
    el("div")
        .class("page-trouble")
        .attr("role", "alert")
        .with(el("p").class(class).text(words))
        .with(actions)
}
