//! Tabs with the same session in a browser from before the Web Locks API: they
//! take turns by what they tell each other.

mod support;

use cratedigger::{ports::Millis, session::SessionState};
use futures::future::join_all;
use support::{Tab, World, client_id};

const AN_HOUR: Millis = Millis::from_minutes(60);

/// A tab and its copy in such a browser.
fn duplicated() -> (World, Tab, Tab) {
    let (world, owner) = World::signed_in_with_rotation();
    world.browser.take_locks_away();
    let owner = world.reload(owner);
    let copy = world.duplicate(&owner);
    (world, owner, copy)
}

#[test]
fn one_tab_renews_for_all_just_the_same() {
    let (world, owner, copy) = duplicated();
    let another = world.duplicate(&copy);
    for round in 1..=3 {
        world.pass(AN_HOUR);
        let calls = [&copy, &owner, &another].map(Tab::ask);
        let calls = calls.into_iter().map(|ask| async { ask.await.map(drop) });
        assert_eq!(world.run(join_all(calls)), vec![Ok(()); 3]);
        assert_eq!(world.wire.refreshes(), round);
    }
    world.all_are_signed_in(&[&owner, &copy, &another]);
}

#[test]
fn the_tab_with_the_newer_refresh_token_renews_whoever_asks() {
    let (world, owner, copy) = duplicated();
    world.pass(AN_HOUR);
    world.run(owner.ask()).unwrap();
    world.pass(AN_HOUR);
    // Its own refresh token is spent by now.
    world.run(copy.ask()).unwrap();
    assert_eq!(world.wire.refreshes(), 2);
    world.run(owner.ask()).unwrap();
    assert_eq!(world.wire.refreshes(), 2);
    world.all_are_signed_in(&[&owner, &copy]);
}

#[test]
fn who_asks_while_another_renews_waits_for_it() {
    let (world, owner, copy) = duplicated();
    world.pass(AN_HOUR);
    world.wire.hold("/api/token");
    let first = world.start(owner.ask());
    world.pass(Millis::from_secs(1));
    let second = world.start(copy.ask());
    world.pass(Millis::from_secs(1));
    assert_eq!(world.wire.refreshes(), 1);
    world.wire.release();
    assert!(world.run(first).is_ok() && world.run(second).is_ok());
    assert_eq!(world.wire.refreshes(), 1);
    world.all_are_signed_in(&[&owner, &copy]);
}

#[test]
fn who_begins_while_another_is_asking_does_not_overtake_it() {
    let (world, owner, copy) = duplicated();
    world.pass(AN_HOUR);
    let first = world.start(owner.ask());
    world.pass(Millis(200));
    let second = world.start(copy.ask());
    assert!(world.run(second).is_ok() && world.run(first).is_ok());
    assert_eq!(world.wire.refreshes(), 1);
    world.all_are_signed_in(&[&owner, &copy]);
}

#[test]
fn a_refresh_token_that_was_spent_ends_one_tab() {
    let (world, owner, copy) = duplicated();
    world.pass(AN_HOUR);
    world.run(owner.ask()).unwrap();
    // The tab with the newer one hears nothing, as when it is frozen.
    world.freeze(&owner);
    world.pass(AN_HOUR);
    assert!(world.run(copy.ask()).unwrap_err().needs_sign_in());
    assert_eq!(copy.session.state(), SessionState::Expired(client_id()));
    world.all_are_signed_in(&[&owner]);
    assert_eq!(
        copy.store.present(),
        ["ended", "quota", "tab"].map(support::key)
    );
}
