//! How the client holds itself back: what is asked at once, in which order, and
//! what is not asked at all.

mod support;

use cratedigger::{
    ports::{Millis, TransportError},
    spotify::{
        Bucket, Call,
        Error::{self, Limited, Unreachable},
        Limit, Page, Window,
        endpoints::me::{self, TimeRange},
        model::Track,
    },
};
use futures::future::{join, join_all};
use simulator::{Fault, FaultKind};
use support::{Tab, World};

const TOP: &str = "/v1/me/top/tracks";

/// A call that is not the same as another with another number.
fn nth(number: u32) -> Call<Page<Track>> {
    me::top_tracks(TimeRange::ShortTerm, Window::from(number))
}

fn ask(world: &World, tab: &Tab, number: u32) -> Result<Page<Track>, Error> {
    world.run(tab.client.call(nth(number)))
}

/// Which of the calls of [`nth`] were sent, in order.
fn sent(world: &World) -> Vec<String> {
    let calls = world.wire.calls();
    let offset = |query: &str| query.rsplit('=').next().unwrap_or_default().to_owned();
    calls.iter().map(|call| offset(&call.query)).collect()
}

#[test]
fn at_most_three_calls_are_in_flight() {
    let (world, tab) = World::signed_in();
    let calls = world.run(join_all((0..20).map(|number| tab.client.call(nth(number)))));
    assert!(calls.iter().all(Result::is_ok));
    assert_eq!(
        (world.wire.most_in_flight(), world.wire.calls().len()),
        (3, 20)
    );
}

#[test]
fn no_more_than_eight_calls_begin_within_a_second() {
    let (world, tab) = World::signed_in();
    world.pass(Millis::from_secs(2));
    world.run(join_all((0..40).map(|number| tab.client.call(nth(number)))));
    let times: Vec<_> = world.wire.calls().iter().map(|call| call.at).collect();
    let too_close = times
        .windows(9)
        .any(|nine| nine[8] - nine[0] < Millis::from_secs(1));
    assert!(!too_close, "{times:?}");
    // And yet it does not dawdle.
    assert!(times[39] - times[0] < Millis::from_secs(6));
}

#[test]
fn what_the_listener_waits_for_comes_before_what_may_be_of_use() {
    let (world, tab) = World::signed_in();
    world.wire.hold(TOP);
    let running: Vec<_> = (0..3)
        .map(|number| world.start(tab.client.call(nth(number))))
        .collect();
    let prefetch: Vec<_> = (3..5)
        .map(|number| world.start(tab.client.call(nth(number).later())))
        .collect();
    let wanted: Vec<_> = (5..7)
        .map(|number| world.start(tab.client.call(nth(number))))
        .collect();
    // What was prefetched is suddenly waited for.
    let hurried = world.start(tab.client.call(nth(4)));
    world.wire.release();
    world
        .run(join(join_all(running), join_all(wanted)))
        .1
        .into_iter()
        .for_each(|outcome| {
            assert!(outcome.is_ok());
        });
    drop(world.run(join(join_all(prefetch), hurried)));
    assert_eq!(sent(&world), ["0", "1", "2", "4", "5", "6", "3"]);
}

#[test]
fn the_same_is_not_asked_twice_at_once() {
    let (world, tab) = World::signed_in();
    let answers = world.run(join_all((0..5).map(|_| tab.client.call(nth(0)))));
    assert!(
        answers
            .iter()
            .all(|answer| *answer == answers[0] && answer.is_ok())
    );
    assert_eq!(world.wire.calls().len(), 1);
    assert_eq!(tab.client.meter().tally(Bucket::Profile).joined, 4);
    // Later it is asked anew.
    assert!(ask(&world, &tab, 0).is_ok());
    assert_eq!(world.wire.calls().len(), 2);
}

#[test]
fn who_leaves_cancels_only_what_nobody_else_waits_for() {
    let (world, tab) = World::signed_in();
    world.wire.hold(TOP);
    let left = world.start(tab.client.call(nth(0)));
    let stays = world.start(tab.client.call(nth(0)));
    let alone = world.start(tab.client.call(nth(1)));
    assert_eq!(world.wire.in_flight(), 2);
    drop((left, alone));
    world.settle();
    assert_eq!(world.wire.in_flight(), 1, "one is still waited for");
    world.wire.release();
    assert!(world.run(stays).is_ok());
    assert_eq!(world.wire.calls().len(), 2);
}

#[test]
fn calls_that_nobody_waits_for_any_more_are_never_sent() {
    let (world, tab) = World::signed_in();
    world.wire.hold(TOP);
    let given_up: Vec<_> = (0..10)
        .map(|number| world.start(tab.client.call(nth(number))))
        .collect();
    assert_eq!(world.wire.calls().len(), 3);
    drop(given_up);
    world.wire.release();
    world.settle();
    assert_eq!(world.wire.calls().len(), 3);
    let calls = world.run(join_all((0..6).map(|number| tab.client.call(nth(number)))));
    assert!(calls.iter().all(Result::is_ok));
    assert_eq!(world.wire.most_in_flight(), 3);
}

#[test]
fn a_bucket_that_is_used_up_rests_and_the_others_do_not() {
    let (world, tab) = World::signed_in_for_everything();
    world.order(Fault::new(FaultKind::Quota).on(TOP));
    // Ten at once: three are under way when the first refusal comes.
    let outcomes = world.run(join_all((0..10).map(|number| tab.client.call(nth(number)))));
    let is_quota = |outcome: &Result<_, _>| matches!(outcome, Err(Limited(limited)) if limited.limit == Limit::Quota);
    assert!(outcomes.iter().all(is_quota));
    assert_eq!(world.wire.api_calls(TOP), 3);
    assert!(
        world
            .run(
                tab.client
                    .call(cratedigger::spotify::endpoints::player::devices())
            )
            .is_ok()
    );
    // Nothing more is sent for at least a quarter of an hour.
    world.wire.forget();
    for _ in 0..14 {
        world.pass(Millis::from_minutes(1));
        assert!(is_quota(&ask(&world, &tab, 0)));
    }
    assert_eq!(world.wire.api_calls(TOP), 0);
}

#[test]
fn after_a_rest_one_call_tries_before_the_others_follow() {
    let (world, tab) = World::signed_in();
    world.order(Fault::new(FaultKind::RateLimit).on(TOP));
    assert!(ask(&world, &tab, 0).is_err());
    world.pass(Millis::from_secs(30));
    world.wire.forget();
    // Still refused: one was enough to find out, and it rests twice as long.
    let outcomes = world.run(join_all((0..5).map(|number| tab.client.call(nth(number)))));
    assert!(outcomes.iter().all(Result::is_err));
    assert_eq!(world.wire.api_calls(TOP), 1);
    world.pass(Millis::from_secs(59));
    assert!(ask(&world, &tab, 0).is_err());
    assert_eq!(world.wire.api_calls(TOP), 1);
    world.pass(Millis::from_secs(2));
    world.all_is_well();
    let outcomes = world.run(join_all((0..5).map(|number| tab.client.call(nth(number)))));
    assert!(outcomes.iter().all(Result::is_ok));
    assert_eq!(world.wire.api_calls(TOP), 6);
}

#[test]
fn a_rest_survives_a_reload_and_ends_with_the_session() {
    let (world, tab) = World::signed_in();
    world.order(Fault::new(FaultKind::Quota).on(TOP));
    assert!(ask(&world, &tab, 0).is_err());
    world.all_is_well();
    let tab = world.reload(tab);
    assert_eq!(
        tab.client.meter().tally(Bucket::Profile).sent,
        2,
        "the profile and this"
    );
    world.wire.forget();
    let still =
        matches!(ask(&world, &tab, 0), Err(Limited(limited)) if limited.limit == Limit::Quota);
    assert!(still && world.wire.api_calls(TOP) == 0);
    tab.session.sign_out(cratedigger::session::Forget::Session);
    assert_eq!(tab.store.present().len(), 0);
}

#[test]
fn answers_that_cannot_be_read_while_online_count_as_throttled() {
    let (world, tab) = World::signed_in();
    world.order(Fault::new(FaultKind::RateLimitHidden).on(TOP));
    // Once may be an accident: it may be tried again at once.
    assert_eq!(
        ask(&world, &tab, 0),
        Err(Unreachable(TransportError::Opaque))
    );
    let second = ask(&world, &tab, 0);
    assert!(matches!(second, Err(Limited(limited)) if limited.limit == Limit::Unseen));
    for number in 0..10 {
        assert!(ask(&world, &tab, number).is_err());
    }
    assert_eq!(world.wire.api_calls(TOP), 2, "no storm");
    // Being offline is not the same.
    let (world, tab) = World::signed_in();
    world.wire.fail(TOP, TransportError::Offline);
    for number in 0..4 {
        assert_eq!(
            ask(&world, &tab, number),
            Err(Unreachable(TransportError::Offline))
        );
    }
}

#[test]
fn the_meter_counts_what_was_sent_and_what_was_not() {
    let (world, tab) = World::signed_in();
    let read = |number| world.run(tab.client.read(nth(number))).map(drop);
    let outcomes = [0, 0, 1, 0].map(read);
    assert!(outcomes.iter().all(Result::is_ok));
    world.order(Fault::new(FaultKind::BadGateway).on(TOP).times(1));
    assert!(read(2).is_ok());
    let tally = tab.client.meter().tally(Bucket::Profile);
    // The profile at sign-in, two pages, and one that took two attempts.
    assert_eq!((tally.sent, tally.saved), (5, 2));
    let by_minute = |tab: &Tab| tab.client.meter().by_minute();
    assert_eq!((by_minute(&tab).len(), by_minute(&tab)[59]), (60, 5));
    world.pass(Millis::from_minutes(20));
    assert_eq!((by_minute(&tab)[39], by_minute(&tab)[59]), (5, 0));
    let tab = world.reload(tab);
    assert_eq!(by_minute(&tab)[39], 5, "a reload forgets nothing");
    world.pass(Millis::from_minutes(41));
    assert!(ask(&world, &tab, 3).is_ok());
    assert_eq!(by_minute(&tab).iter().sum::<u32>(), 1);
}
