//! Walks through long lists: how many calls, how far, and what trouble on the
//! way does to them.

#![expect(clippy::unwrap_used, reason = "a test may fail in this way")]

mod support;

use std::{collections::HashSet, rc::Rc};

use cratedigger::{
    ports::Millis,
    spotify::{
        Client, Error, Limit, Page, Walk,
        endpoints::saved,
        model::{Saved, Track},
    },
};
use simulator::{Fault, FaultKind};
use support::{ScriptedTransport, Tab, TabSetup, World, answer};

const TRACKS: &str = "/v1/me/tracks";

type Songs = Walk<Page<Saved<Track>>>;

fn songs(tab: &Tab) -> Songs {
    Walk::through(tab.client.clone(), 0, saved::tracks)
}

/// Walks on until the end or an error, and gives what came.
fn walk_on(world: &World, walk: &mut Songs) -> (Vec<String>, Option<Error>) {
    let mut uris = Vec::new();
    while let Some(step) = world.run(walk.next()) {
        match step {
            Ok(batch) => uris.extend(batch.entries.into_iter().map(uri)),
            Err(error) => return (uris, Some(error)),
        }
    }
    (uris, None)
}

fn uri(song: Option<Saved<Track>>) -> String {
    let uri = song.and_then(|song| song.item.uri);
    uri.map(|uri| uri.to_string()).unwrap_or_default()
}

#[test]
fn ten_thousand_songs_take_two_hundred_calls_and_none_is_missed() {
    let (world, tab) = World::signed_in_for_everything();
    let mut walk = songs(&tab);
    let first = world.run(walk.next()).unwrap().unwrap();
    assert_eq!((first.at, first.entries.len()), (0, 50));
    let progress = walk.progress();
    assert_eq!((progress.read, progress.total), (50, Some(10_000)));
    assert_eq!((progress.pages, progress.pages_left), (1, Some(199)));
    let (rest, error) = walk_on(&world, &mut walk);
    assert_eq!((rest.len(), error), (9_950, None));
    assert_eq!(world.wire.api_calls(TRACKS), 200);
    assert_eq!(walk.progress().pages_left, Some(0));
    let different: HashSet<_> = rest.iter().collect();
    assert_eq!(different.len(), rest.len(), "each song comes once");
    assert_eq!(world.marks(), [""; 0]);
}

#[test]
fn an_outage_in_the_middle_loses_nothing_and_starts_no_storm() {
    let (world, tab) = World::signed_in_for_everything();
    let mut walk = songs(&tab);
    let mut read = walk_songs(&world, &mut walk, 5_000);
    is_refused_and_rests(&world, &mut walk, FaultKind::BadGateway, 66);
    let (rest, error) = walk_on(&world, &mut walk);
    assert_eq!(error, None);
    read.extend(rest);
    let different: HashSet<_> = read.iter().collect();
    assert_eq!((read.len(), different.len()), (10_000, 10_000));
}

#[test]
fn whatever_the_trouble_the_walk_goes_on_where_it_stopped() {
    let (world, tab) = World::signed_in_for_everything();
    let whole = walk_songs(&world, &mut songs(&tab), 300);
    for (kind, most_sent) in [
        (FaultKind::Unavailable, 66),
        (FaultKind::RateLimit, 5),
        (FaultKind::RateLimitText, 5),
        (FaultKind::RateLimitHidden, 7),
        (FaultKind::Quota, 1),
        (FaultKind::Drop, 7),
    ] {
        let mut walk = songs(&tab);
        let mut read = walk_songs(&world, &mut walk, 150);
        is_refused_and_rests(&world, &mut walk, kind, most_sent);
        read.extend(walk_songs(&world, &mut walk, 150));
        assert!(read == whole, "{kind:?}");
    }
}

/// Walks on until `count` songs have come.
fn walk_songs(world: &World, walk: &mut Songs, count: usize) -> Vec<String> {
    let mut songs = Vec::new();
    while songs.len() < count {
        let batch = world.run(walk.next()).unwrap().unwrap();
        songs.extend(batch.entries.into_iter().map(uri));
    }
    songs.truncate(count);
    songs
}

/// Somebody tries again and again for ten minutes, and then all is well.
fn is_refused_and_rests(world: &World, walk: &mut Songs, kind: FaultKind, most_sent: usize) {
    world.order(Fault::new(kind).on(TRACKS));
    world.wire.forget();
    for _ in 0..20 {
        assert!(world.run(walk.next()).unwrap().is_err(), "{kind:?}");
        world.pass(Millis::from_secs(30));
    }
    let sent = world.wire.api_calls(TRACKS);
    assert!(sent <= most_sent, "{kind:?}: {sent}");
    world.all_is_well();
    world.pass(Millis::from_minutes(15));
}

#[test]
fn a_burst_of_502_is_not_even_noticed() {
    let (world, tab) = World::signed_in_for_everything();
    let mut walk = songs(&tab);
    for times in [1, 2, 3, 5] {
        world.order(Fault::new(FaultKind::BadGateway).on(TRACKS).times(times));
        let batch = world.run(walk.next()).unwrap().unwrap();
        // After three attempts a smaller part is asked for.
        assert_eq!(
            batch.entries.len(),
            if times < 3 { 50 } else { 25 },
            "{times}"
        );
    }
    let next = world.run(walk.next()).unwrap().unwrap();
    assert_eq!(
        (next.at, next.entries.len()),
        (150, 50),
        "whole pages again"
    );
}

#[test]
fn a_walk_can_be_left_and_taken_up_again() {
    let (world, tab) = World::signed_in_for_everything();
    let mut walk = songs(&tab);
    world.run(walk.next()).unwrap().unwrap();
    world.wire.hold(TRACKS);
    {
        let step = walk.next();
        futures::pin_mut!(step);
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        assert!(step.as_mut().poll(&mut context).is_pending());
        world.settle();
        assert_eq!(world.wire.in_flight(), 1);
    }
    world.settle();
    assert_eq!(world.wire.in_flight(), 0, "leaving cancels");
    world.wire.release();
    let next = world.run(walk.next()).unwrap().unwrap();
    assert_eq!((next.at, walk.progress().read), (50, 100));
}

#[test]
fn followed_artists_are_walked_by_their_cursors() {
    let (world, tab) = World::signed_in_for_everything();
    let artists = world
        .run(Walk::through_followed_artists(tab.client.clone()).collect())
        .unwrap();
    let different: HashSet<_> = artists.iter().map(|artist| &artist.id).collect();
    assert!(artists.len() > 50 && different.len() == artists.len());
    assert_eq!(
        world.wire.api_calls("/v1/me/following"),
        artists.len().div_ceil(50)
    );
    assert_eq!(world.marks(), [""; 0]);
}

/// The number of answers that are read of a list that answers so.
fn pages_read(bodies: &[String]) -> (usize, usize) {
    let (world, tab) = World::signed_in_for_everything();
    let script = ScriptedTransport::giving(bodies.iter().map(|body| answer(200, body)));
    let (store, transport) = (Rc::clone(&tab.store), Rc::clone(&script) as Rc<_>);
    world.close(tab);
    let tab = world.open_tab_with(TabSetup {
        store: Some(store),
        transport: Some(transport),
        random: None,
    });
    let (songs, error) = walk_on(&world, &mut songs(&tab));
    assert_eq!(error, None);
    (songs.len(), script.requests().len())
}

#[test]
fn totals_that_lie_and_pages_that_lead_nowhere_end_the_walk() {
    let next = |offset: &str| {
        format!(r#""next":"https://api.spotify.com/v1/me/tracks?offset={offset}&limit=50""#)
    };
    let page = |items: &str, total: &str, next: &str| {
        format!(r#"{{"items":[{items}],"total":{total},"offset":0,{next}}}"#)
    };
    let song = r#"{"added_at":null,"track":{"name":"Song","type":"track"}}"#;
    let end = r#""next":null"#;
    for (bodies, expected) in [
        // More is promised than there is.
        (
            vec![page(song, "9000", &next("1")), page("", "9000", &next("2"))],
            (1, 2),
        ),
        // Less is promised than there is.
        (
            vec![page(song, "1", &next("1")), page(song, "0", end)],
            (2, 2),
        ),
        (
            vec![page(song, "null", &next("1")), page(song, "null", end)],
            (2, 2),
        ),
        // The next page is this one again.
        (vec![page(song, "9", &next("0"))], (1, 1)),
        // Nulls are places too.
        (vec![page("null,null", "2", end)], (2, 1)),
        (vec![page("", "0", end)], (0, 1)),
        (vec![r#"{"items":null}"#.to_owned()], (0, 1)),
    ] {
        assert_eq!(pages_read(&bodies), expected, "{bodies:?}");
    }
}

#[test]
fn a_next_that_leads_elsewhere_is_not_followed() {
    let song = r#"{"track":{"name":"Song"}}"#;
    let bodies = [
        format!(r#"{{"items":[{song}],"next":"https://evil.example/v1/me/tracks?offset=1"}}"#),
        format!(r#"{{"items":[{song}],"next":null}}"#),
    ];
    let (world, tab) = World::signed_in_for_everything();
    let script = ScriptedTransport::giving(bodies.iter().map(|body| answer(200, body)));
    let client = client_through(&world, tab, &script);
    let walk = Walk::through(client, 0, saved::tracks);
    assert_eq!(world.run(walk.collect()).unwrap().len(), 2);
    let urls: Vec<_> = script
        .requests()
        .iter()
        .map(|request| request.url.clone())
        .collect();
    let url = |offset| format!("https://api.spotify.com/v1/me/tracks?limit=50&offset={offset}");
    assert_eq!(urls, [url(0), url(1)]);
}

fn client_through(world: &World, tab: Tab, script: &Rc<ScriptedTransport>) -> Client {
    let (store, transport) = (Rc::clone(&tab.store), Rc::clone(script) as Rc<_>);
    world.close(tab);
    let tab = world.open_tab_with(TabSetup {
        store: Some(store),
        transport: Some(transport),
        random: None,
    });
    tab.client
}

#[test]
fn a_quota_that_runs_out_stops_a_walk_until_it_may_go_on() {
    let (world, tab) = World::signed_in_for_everything();
    let mut walk = songs(&tab);
    world.run(walk.next()).unwrap().unwrap();
    world.order(Fault::new(FaultKind::Quota).on(TRACKS));
    let error = world.run(walk.next()).unwrap().unwrap_err();
    let Error::Limited(limited) = error else {
        panic!("{error:?}")
    };
    assert_eq!(limited.limit, Limit::Quota);
    world.all_is_well();
    assert!(
        world.run(walk.next()).unwrap().is_err(),
        "it is not tried before"
    );
    world.pass(limited.until - Millis(world.spotify_now().0));
    let next = world.run(walk.next()).unwrap().unwrap();
    assert_eq!(next.at, 50);
}

#[test]
fn cursors_that_lead_nowhere_or_in_a_circle_end_the_walk() {
    let (one, other) = ("4iV5W9uYEdYUVa79Axb7Rh", "5iV5W9uYEdYUVa79Axb7Rh");
    let page = |after: &str| {
        let artist = format!(r#"{{"id":"{one}","name":"Artist","type":"artist"}}"#);
        let cursors = format!(r#""cursors":{{"after":"{after}"}},"next":"more""#);
        format!(r#"{{"artists":{{"items":[{artist}],{cursors}}}}}"#)
    };
    for (bodies, calls) in [
        (vec![page("no artist's id")], 1),
        (vec![page(one), page(one)], 2),
        (vec![page(one), page(other), page(one)], 3),
    ] {
        let (world, tab) = World::signed_in_for_everything();
        let script = ScriptedTransport::giving(bodies.iter().map(|body| answer(200, body)));
        let client = client_through(&world, tab, &script);
        let walk = Walk::through_followed_artists(client).collect();
        assert_eq!(world.run(walk).unwrap().len(), calls);
        assert_eq!(script.requests().len(), calls);
    }
}
