//! The edges of the client: writes that overtake reads, sessions that end with
//! calls under way, answers that come too late.

#![expect(clippy::expect_used, reason = "a test may fail in this way")]

mod support;

use cratedigger::{
    ports::Millis,
    session::Forget,
    spotify::{
        Bucket, Error, Limit, SpotifyUri, TokenUnavailable, Walk, Window,
        endpoints::{
            LibraryUris, albums, library,
            me::{self, TimeRange},
            saved, tracks,
        },
    },
};
use futures::future::join_all;
use simulator::{Fault, FaultKind};
use support::{Tab, World, key};

const TRACKS: &str = "/v1/me/tracks";
const SIGNED_OUT: Error = Error::NoToken(TokenUnavailable::SignedOut);

/// The newest song of the library, asked for and not remembered.
fn newest(world: &World, tab: &Tab) -> SpotifyUri {
    let page = world.run(tab.client.call(saved::tracks(Window::first())));
    let page = page.expect("a page");
    let newest = page.items().next().and_then(|song| song.item.uri.clone());
    newest.expect("a song")
}

fn one(uri: &SpotifyUri) -> LibraryUris {
    LibraryUris::try_from(vec![uri.clone()]).expect("one URI")
}

#[test]
fn a_read_after_a_write_does_not_join_one_from_before() {
    let (world, tab) = World::signed_in_for_everything();
    let removed = newest(&world, &tab);
    world.wire.hold(TRACKS);
    let before = world.start(tab.client.read(saved::tracks(Window::first())));
    world.wire.hold_no_more();
    world
        .run(tab.client.call(library::remove(&one(&removed))))
        .unwrap();
    let after = world.run(tab.client.read(saved::tracks(Window::first())));
    let first = after.unwrap().items().next().unwrap().item.uri.clone();
    assert_ne!(first.as_ref(), Some(&removed));
    world.wire.release();
    assert!(world.run(before).is_ok());
    // What came late did not take the place of what is true.
    let kept = tab.client.peek(&saved::tracks(Window::first())).unwrap();
    assert_eq!(kept.items().next().unwrap().item.uri, first);
}

#[test]
fn a_write_that_nobody_waits_for_still_makes_the_old_answer_untrue() {
    let (world, tab) = World::signed_in_for_everything();
    let read = tab.client.read(saved::tracks(Window::first()));
    let page = world.run(read).unwrap();
    let uri = page.items().next().unwrap().item.uri.clone().unwrap();
    world.wire.hold("/v1/me/library");
    let left = world.start(tab.client.call(library::remove(&one(&uri))));
    drop(left);
    world.settle();
    assert!(tab.client.peek(&saved::tracks(Window::first())).is_none());
}

#[test]
fn nothing_is_sent_for_a_session_that_is_over() {
    let (world, tab) = World::signed_in();
    let calls: Vec<_> = (0..12)
        .map(|number| world.start(tab.ask_nth(number)))
        .collect();
    tab.session.sign_out(Forget::Session);
    let sent = world.wire.calls().len();
    let outcomes = world.run(join_all(calls));
    assert_eq!(world.wire.calls().len(), sent);
    let ended = outcomes
        .iter()
        .filter(|outcome| **outcome == Err(SIGNED_OUT));
    assert_eq!(ended.count(), 12 - sent);
    assert_eq!(tab.store.present(), [""; 0], "and nothing is kept of it");
}

#[test]
fn what_one_listener_queued_is_not_done_for_the_next() {
    let (world, tab) = World::signed_in_for_everything();
    let uri = newest(&world, &tab);
    world.wire.hold("/v1/me/top/tracks");
    let busy: Vec<_> = (0..3)
        .map(|number| world.start(tab.ask_nth(number)))
        .collect();
    let queued = world.start(tab.client.call(library::remove(&one(&uri))));
    world.sign_in_as(&tab, "cleo");
    world.wire.release();
    drop(world.run(join_all(busy)));
    assert_eq!(world.run(queued), Err(SIGNED_OUT));
    assert_eq!(world.wire.api_calls("/v1/me/library"), 0);
}

#[test]
fn a_refusal_that_comes_after_signing_out_leaves_no_trace() {
    let (world, tab) = World::signed_in();
    world.order(Fault::new(FaultKind::Quota).on("/v1/me"));
    world.wire.hold("/v1/me");
    let late = world.start(tab.ask());
    tab.session.sign_out(Forget::Session);
    world.wire.release();
    assert!(world.run(late).is_err());
    assert!(!tab.store.present().contains(&key("quota")));
    assert_eq!(tab.client.meter().limited(Bucket::Profile), None);
}

#[test]
fn a_walk_that_starts_further_on_knows_where_it_is() {
    let (world, tab) = World::signed_in_for_everything();
    let mut walk = Walk::through(tab.client.clone(), 9_900, saved::tracks);
    let batch = world.run(walk.next()).unwrap().unwrap();
    assert_eq!((batch.at, batch.entries.len()), (9_900, 50));
    let progress = walk.progress();
    assert_eq!((progress.read, progress.pages_left), (50, Some(1)));
}

#[test]
fn opening_an_album_does_not_forget_what_a_list_told() {
    let (world, tab) = World::signed_in();
    let top = me::top_tracks(TimeRange::ShortTerm, Window::first());
    let top = world.run(tab.client.read(top)).unwrap();
    let seen = top.items().find(|track| track.external_ids.isrc.is_some());
    let seen = seen.unwrap();
    let album = seen.album.id.clone().unwrap();
    world.run(tab.client.read(albums::album(&album))).unwrap();
    let id = seen.id.clone().unwrap();
    let track = world.run(tab.client.read(tracks::track(&id))).unwrap();
    assert_eq!(track.external_ids, seen.external_ids);
}

#[test]
fn healthy_tokens_that_are_refused_do_not_start_a_storm_of_renewals() {
    let (world, tab) = World::signed_in();
    world.order(Fault::new(FaultKind::SpuriousUnauthorized).on("/v1/me/top"));
    for number in 0..10 {
        assert_eq!(world.run(tab.ask_nth(number)), Err(Error::Unauthorized));
    }
    assert_eq!(world.wire.refreshes(), 1);
    assert_eq!(world.wire.api_calls("/v1/me/top/tracks"), 11);
    assert!(tab.listener().is_some());
    world.all_is_well();
    assert!(world.run(tab.ask_nth(0)).is_ok());
}

#[test]
fn trouble_hours_ago_says_nothing_about_trouble_now() {
    let (world, tab) = World::signed_in();
    let seconds = |world: &World| match world.run(tab.ask_nth(0)) {
        Err(Error::Limited(limited)) => {
            assert_eq!(limited.limit, Limit::Rate);
            (limited.until - Millis(world.spotify_now().0)).0 / 1000
        }
        _ => 0,
    };
    for _ in 0..2 {
        world.order(Fault::new(FaultKind::RateLimit).on("/v1/me/top").times(1));
        assert_eq!(seconds(&world), 30);
        world.pass(Millis::from_minutes(180));
    }
}
