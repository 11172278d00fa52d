//! The Web API when all is well: what is asked, how often, and what is read.

#![expect(clippy::unwrap_used, reason = "a test may fail in this way")]

mod support;

use std::collections::HashSet;

use cratedigger::{
    oauth::{Scope, ScopeSet},
    route::Route,
    session::SignInRequest,
    spotify::{
        Error, TokenUnavailable, Window,
        endpoints::me::{self, TimeRange},
        model::{Artist, Track},
    },
};
use futures::future::join;
use simulator::{AppChange, DEMO_CLIENT_ID, Population, SwitchChange};
use support::{Decision, Tab, World, request};

const RANGES: [TimeRange; 3] = [
    TimeRange::ShortTerm,
    TimeRange::MediumTerm,
    TimeRange::LongTerm,
];

fn top_tracks(world: &World, tab: &Tab, range: TimeRange) -> Vec<Track> {
    let page = world.run(tab.client.call(me::top_tracks(range, Window::first())));
    page.unwrap().items().cloned().collect()
}

#[test]
fn from_the_redirect_to_top_it_takes_one_token_and_three_calls() {
    let world = World::new();
    let tab = world.open_tab();
    let query = world.consent(&tab, Decision::Agree("ada01"));
    world.finish(&tab, &query).unwrap();
    let range = TimeRange::ShortTerm;
    let tracks = tab.client.read(me::top_tracks(range, Window::first()));
    let artists = tab.client.read(me::top_artists(range, Window::first()));
    let (tracks, artists) = world.run(join(tracks, artists));
    assert_eq!(
        (
            tracks.unwrap().items().count(),
            artists.unwrap().items().count()
        ),
        (50, 50)
    );
    let calls = world.wire.calls();
    let asked: Vec<_> = calls
        .iter()
        .map(|call| (call.url.as_str(), call.query.as_str()))
        .collect();
    let list = "time_range=short_term&limit=50&offset=0";
    assert_eq!(
        asked,
        [
            ("https://accounts.spotify.com/api/token", ""),
            ("https://api.spotify.com/v1/me", ""),
            ("https://api.spotify.com/v1/me/top/tracks", list),
            ("https://api.spotify.com/v1/me/top/artists", list),
        ]
    );
    let is_api = |url: &str| url.starts_with("https://api.spotify.com/v1/");
    assert!(
        calls
            .iter()
            .all(|call| call.bearer.is_some() == is_api(&call.url))
    );
    assert_eq!(world.marks(), [""; 0]);
}

#[test]
fn every_top_list_is_read_in_full() {
    let (world, tab) = World::signed_in();
    let mut lists = HashSet::new();
    for range in RANGES {
        let tracks = world
            .run(tab.client.call(me::top_tracks(range, Window::first())))
            .unwrap();
        assert!(tracks.total.unwrap() >= 50 && tracks.items().count() == 50);
        for track in tracks.items() {
            assert!(track.id.is_some() && !track.name.is_empty());
            assert!(track.duration.0 > 10_000 && !track.album.images.is_empty());
            assert!(track.artists.iter().all(|artist| !artist.name.is_empty()));
            assert!(track.external_urls.open_spotify().is_some());
        }
        let artists = world
            .run(tab.client.call(me::top_artists(range, Window::first())))
            .unwrap();
        assert_eq!(artists.items().count(), 50);
        for artist in artists.items() {
            assert!(!artist.name.is_empty() && artist.external_urls.open_spotify().is_some());
        }
        lists.insert(
            tracks
                .items()
                .map(|track| track.name.clone())
                .collect::<String>(),
        );
    }
    assert_eq!(lists.len(), 3, "each range has a list of its own");
    assert_eq!(world.marks(), [""; 0]);
}

#[test]
fn what_may_be_missing_does_not_spoil_a_list() {
    let (world, tab) = World::signed_in();
    let whole = top_tracks(&world, &tab, TimeRange::LongTerm);
    let null_sprinkling = Some(true);
    let change = SwitchChange {
        null_sprinkling,
        ..SwitchChange::default()
    };
    world.spotify.borrow_mut().switch(change);
    let thinned = top_tracks(&world, &tab, TimeRange::LongTerm);
    let names = |tracks: &[Track]| -> Vec<_> {
        tracks
            .iter()
            .map(|track| (track.id.clone(), track.name.clone()))
            .collect()
    };
    assert_eq!(names(&whole), names(&thinned));
    let artists = world
        .run(
            tab.client
                .call(me::top_artists(TimeRange::LongTerm, Window::first())),
        )
        .unwrap();
    assert_eq!(artists.items().count(), 50);
    let has_no_picture = |artist: &Artist| artist.images.is_empty();
    assert!(artists.items().any(has_no_picture), "nothing was taken");
    assert_eq!(world.run(tab.ask()).unwrap().display_name, None);
}

#[test]
fn every_kind_of_app_is_served_the_same() {
    let (world, tab) = World::signed_in();
    let mut lists = Vec::new();
    for population in [Population::NewDev, Population::OldDev, Population::Extended] {
        let change = AppChange {
            population: Some(population),
            ..AppChange::default()
        };
        world
            .spotify
            .borrow_mut()
            .change_app(DEMO_CLIENT_ID, change)
            .unwrap();
        lists.push((
            top_tracks(&world, &tab, TimeRange::ShortTerm),
            world.run(tab.ask()),
        ));
    }
    assert!(lists.iter().all(|list| *list == lists[0]));
}

#[test]
fn a_permission_that_is_missing_is_known_without_asking() {
    let world = World::new();
    let tab = world.open_tab();
    let nothing = SignInRequest {
        scopes: ScopeSet::default(),
        ..request(Route::Home)
    };
    let url = tab.session.begin(nothing).unwrap();
    let query = world.visit(url.as_str(), Decision::Agree("ada01")).unwrap();
    world.finish(&tab, &query).unwrap();
    world.wire.forget();
    let outcome = world.run(
        tab.client
            .call(me::top_tracks(TimeRange::ShortTerm, Window::first())),
    );
    assert_eq!(
        outcome,
        Err(Error::ScopesNotGranted(ScopeSet::from_iter([
            Scope::UserTopRead
        ])))
    );
    assert_eq!(world.wire.calls().len(), 0);
}

#[test]
fn nobody_is_asked_for_somebody_who_is_not_signed_in() {
    let world = World::new();
    let tab = world.open_tab();
    let signed_out = Error::NoToken(TokenUnavailable::SignedOut);
    assert_eq!(world.run(tab.ask()), Err(signed_out));
    assert_eq!(world.wire.calls().len(), 0);
}
