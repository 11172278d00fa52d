//! What things may cost in calls, counted where they arrive: in Spotify's log.

#![expect(clippy::expect_used, reason = "a test may fail in this way")]

mod support;

use std::{
    pin::pin,
    task::{Context, Waker},
};

use cratedigger::{
    ports::Millis,
    spotify::{
        AlbumId, ArtistId, Call, PlaylistId, Walk, Window,
        endpoints::{
            albums, artists, episodes,
            me::{self, TimeRange},
            playlist_items, playlists, saved,
            search::{self, Query, SearchKind, SearchKinds, SearchWindow},
            shows, tracks,
        },
        model::{SearchResults, Track},
    },
};
use futures::future::{join, join_all};
use serde_json::json;
use support::{Tab, World, lists::made};

const SEARCH: &str = "/v1/search";

/// A track, its album and its artist, of which nothing is known yet.
fn strangers(world: &World, tab: &Tab) -> (Track, AlbumId, ArtistId) {
    let page = world.get(tab, saved::tracks(Window::from(5_000)));
    let mut tracks = page.items().map(|saved| saved.item.clone());
    let track = tracks.find(|track| track.album.id.is_some() && !track.artists.is_empty());
    let track = track.expect("a track of an album");
    let (album, artist) = (track.album.id.clone(), track.artists[0].id.clone());
    (track, album.expect("an album"), artist.expect("an artist"))
}

/// The same world, in which this tab knows nothing.
fn forgetful(world: &World, tab: Tab) -> Tab {
    let tab = world.reload(tab);
    world.empty_log();
    tab
}

fn search_for(text: &str) -> Call<SearchResults> {
    let kinds = SearchKind::ALL.into_iter();
    let kinds = kinds.fold(SearchKinds::from(SearchKind::Album), SearchKinds::and);
    let query = Query::try_from(text).expect("a query");
    search::search(&query, kinds, SearchWindow::default())
}

#[test]
fn every_page_that_was_seen_before_costs_nothing() {
    let (world, tab) = World::signed_in_for_everything();
    let (track, album, artist) = strangers(&world, &tab);
    let show = world.get(&tab, saved::shows(Window::first()));
    let show = show.items().next().unwrap().item.id.clone();
    let episode = world.get(&tab, shows::episodes(&show, Window::first()));
    let episode = episode.items().next().unwrap().id.clone();
    let id = made(
        &world,
        &json!({"account": "ada01", "name": "P", "items": 60}),
    );
    let tab = forgetful(&world, tab);
    let visit = |tab: &Tab| {
        world.read(tab, tracks::track(track.id.as_ref().unwrap()));
        world.read(tab, albums::album(&album));
        world.read(tab, artists::artist(&artist));
        world.read(tab, artists::albums(&artist, &[], Window::first()));
        world.read(tab, shows::show(&show));
        world.read(tab, shows::episodes(&show, Window::first()));
        world.read(tab, episodes::episode(&episode));
        world.read(tab, search_for("the"));
        world.read(tab, me::profile());
        world.read(tab, me::top_tracks(TimeRange::LongTerm, Window::first()));
        world.read(tab, me::top_artists(TimeRange::LongTerm, Window::first()));
        world.read(tab, me::following(None, None));
        world.read(tab, saved::tracks(Window::first()));
        world.read(tab, saved::albums(Window::first()));
        world.read(tab, saved::episodes(Window::first()));
        world.read(tab, saved::shows(Window::first()));
        world.read(tab, saved::audiobooks(Window::first()));
        world.read(tab, playlists::mine(Window::first()));
        world.read(tab, playlists::playlist(&id, None));
        world.read(tab, playlist_items::items(&id, Window::from(50)));
        world.read(tab, playlists::cover(&id));
    };
    visit(&tab);
    // A show tells of its episodes, so the one of them comes without a call.
    assert_eq!(world.calls_in_log(), 20);
    for _ in 0..3 {
        visit(&tab);
        assert_eq!(world.calls_in_log(), 20);
    }
    let tab = world.reload(tab);
    visit(&tab);
    assert_eq!(world.calls_in_log(), 40, "a new page knows nothing");
}

/// What a page asks for when it is opened in a tab.
type Open<'a> = &'a dyn Fn(&Tab);

#[test]
fn the_page_of_an_artist_takes_two_calls_of_an_album_one_of_a_track_one_or_none() {
    let (world, tab) = World::signed_in_for_everything();
    let (track, album, artist) = strangers(&world, &tab);
    let id = track.id.clone().unwrap();
    let open_artist = |tab: &Tab| {
        world.read(tab, artists::artist(&artist));
        world.read(tab, artists::albums(&artist, &[], Window::first()));
    };
    let open_album = |tab: &Tab| drop(world.read(tab, albums::album(&album)));
    let open_track = |tab: &Tab| drop(world.read(tab, tracks::track(&id)));
    let pages: [(Open, usize); 3] = [(&open_artist, 2), (&open_album, 1), (&open_track, 1)];
    let mut tab = tab;
    for (at, (open, calls)) in pages.into_iter().enumerate() {
        tab = forgetful(&world, tab);
        open(&tab);
        assert_eq!(world.calls_in_log(), calls, "page {at}");
    }
    tab = forgetful(&world, tab);
    open_album(&tab);
    open_track(&tab);
    assert_eq!(world.calls_in_log(), 1, "the album told of its tracks");
}

#[test]
fn a_search_is_one_call_and_none_once_it_is_superseded() {
    let (world, tab) = World::signed_in_for_everything();
    world.empty_log();
    world.read(&tab, search_for("the"));
    assert_eq!(world.calls_in_log(), 1);
    // Superseded while the answer is on its way: the connection is given up.
    world.wire.hold(SEARCH);
    let superseded = world.start(tab.client.read(search_for("riv")));
    assert_eq!((world.calls_in_log(), world.wire.in_flight()), (2, 1));
    drop(superseded);
    world.settle();
    assert_eq!(world.wire.in_flight(), 0);
    world.wire.release();
    world.read(&tab, search_for("river"));
    assert_eq!(world.calls_in_log(), 3);
    world.pass(Millis::from_secs(60));
    assert_eq!((world.calls_in_log(), world.wire.in_flight()), (3, 0));
    // Superseded before its turn came: it is never sent.
    world.wire.hold("/v1/me/top/tracks");
    let others: Vec<_> = (0..3)
        .map(|number| world.start(tab.ask_nth(number)))
        .collect();
    drop(world.start(tab.client.read(search_for("never"))));
    world.wire.release();
    world
        .run(join_all(others))
        .into_iter()
        .for_each(|outcome| outcome.unwrap());
    world.pass(Millis::from_secs(60));
    assert_eq!(world.wire.api_calls(SEARCH), 3);
    // Superseded before it was even begun.
    let call = tab.client.read(search_for("lazy"));
    drop(call);
    assert_eq!(world.wire.api_calls(SEARCH), 3);
}

fn walk_through(tab: &Tab, id: &PlaylistId) -> impl Future<Output = usize> + use<> {
    let id = id.clone();
    let walk = Walk::through(tab.client.clone(), 0, move |window| {
        playlist_items::items(&id, window)
    });
    async move { walk.collect().await.expect("all of it").len() }
}

#[test]
fn a_list_takes_a_call_for_every_fifty_and_one_to_see_that_it_is_unchanged() {
    let (world, tab) = World::signed_in_for_everything();
    for length in [0_u16, 1, 49, 50, 51, 100, 249] {
        let order = json!({"account": "ada01", "name": "P", "items": length});
        let id = made(&world, &order);
        world.empty_log();
        assert_eq!(world.run(walk_through(&tab, &id)), usize::from(length));
        // The first page even of nothing has to be asked for.
        let calls = usize::from(length.div_ceil(50).max(1));
        assert_eq!(world.calls_in_log(), calls, "{length}");
        let seen = world.get(&tab, playlists::snapshot(&id, None)).snapshot_id;
        let later = || world.get(&tab, playlists::snapshot(&id, None)).snapshot_id;
        world.empty_log();
        assert!(later() == seen && seen.is_some());
        assert_eq!(world.calls_in_log(), 1, "{length}");
        let edit = format!("POST /playlists/{}/edit", id.as_str());
        world.control(&edit, &json!({"add": 1}));
        assert!(later() != seen, "{length}");
    }
}

#[test]
fn a_walk_that_nobody_goes_on_with_asks_for_nothing() {
    let (world, tab) = World::signed_in_for_everything();
    world.empty_log();
    let mut walk = Walk::through(tab.client.clone(), 0, saved::tracks);
    world.run(walk.next()).unwrap().unwrap();
    world.pass(Millis::from_minutes(10));
    assert_eq!(world.calls_in_log(), 1);
    {
        let mut step = pin!(walk.next());
        let mut context = Context::from_waker(Waker::noop());
        assert!(step.as_mut().poll(&mut context).is_pending());
    }
    drop(walk);
    world.pass(Millis::from_minutes(10));
    assert!(world.calls_in_log() <= 2 && world.wire.in_flight() == 0);
}

#[test]
fn however_many_want_something_three_calls_are_in_flight() {
    let (world, tab) = World::signed_in_for_everything();
    let ids = [150, 151].map(|length| {
        made(
            &world,
            &json!({"account": "ada01", "name": "P", "items": length}),
        )
    });
    world.empty_log();
    let client = &tab.client;
    let walks = join_all(ids.each_ref().map(|id| walk_through(&tab, id)));
    let numbered = join_all((0..10).map(|number| tab.ask_nth(number)));
    let searches = join_all(["a", "b", "c", "d"].map(|text| client.call(search_for(text))));
    let (walks, (numbered, searches)) = world.run(join(walks, join(numbered, searches)));
    assert_eq!(walks, [150, 151]);
    assert!(numbered.iter().all(Result::is_ok) && searches.iter().all(Result::is_ok));
    assert_eq!(
        (world.wire.most_in_flight(), world.calls_in_log()),
        (3, 3 + 4 + 10 + 4)
    );
    assert_eq!(world.marks(), [""; 0]);
}
