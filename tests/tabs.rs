//! A tab that was duplicated has a copy of the tokens. Only the tab that holds
//! the session's lock renews them; copies ask it.

mod support;

use std::rc::Rc;

use cratedigger::{
    ports::{Millis, TransportError},
    session::SessionState,
    spotify::{Error, TokenUnavailable},
};
use futures::future::{join, join_all, join3};
use support::{Tab, World, client_id};

const AN_HOUR: Millis = Millis::from_minutes(60);

#[test]
fn the_owner_renews_for_its_copy() {
    let (world, owner, copy) = World::duplicated();
    let asleep = copy.refresh_token();
    for round in 1..=3 {
        world.pass(AN_HOUR);
        world.run(copy.ask()).unwrap();
        world.run(owner.ask()).unwrap();
        assert_eq!(world.wire.refreshes(), round);
        assert_eq!(copy.access_token(), owner.access_token());
    }
    assert_eq!(copy.refresh_token(), asleep);
    assert_ne!(owner.refresh_token(), asleep);
    assert!(!world.browser.posted().is_empty());
    world.all_are_signed_in(&[&owner, &copy]);
}

#[test]
fn tabs_that_need_a_token_at_once_make_one_renewal() {
    let (world, owner, copy) = World::duplicated();
    let another = world.duplicate(&copy);
    world.pass(AN_HOUR);
    let calls = [&copy, &owner, &another]
        .map(Tab::ask)
        .into_iter()
        .map(|ask| async { ask.await.map(drop) });
    assert_eq!(world.run(join_all(calls)), vec![Ok(()); 3]);
    assert_eq!(world.wire.refreshes(), 1);
    world.all_are_signed_in(&[&owner, &copy, &another]);
}

#[test]
fn a_401_in_a_copy_has_the_owner_renew() {
    let (world, owner, copy) = World::duplicated();
    world.expire_access_tokens();
    let (first, second) = world.run(join(copy.ask(), owner.ask()));
    assert!(first.is_ok() && second.is_ok());
    assert_eq!(world.wire.refreshes(), 1);
    world.all_are_signed_in(&[&owner, &copy]);
}

#[test]
fn a_copy_lives_on_what_the_owner_has_already() {
    let (world, owner, copy) = World::duplicated();
    world.pass(AN_HOUR);
    world.run(owner.ask()).unwrap();
    world.run(copy.ask()).unwrap();
    assert_eq!(world.wire.refreshes(), 1);
    world.all_are_signed_in(&[&owner, &copy]);
}

#[test]
fn when_the_owner_is_closed_a_copy_takes_its_place() {
    let (world, owner, copy) = World::duplicated();
    let another = world.duplicate(&owner);
    world.close(owner);
    world.pass(AN_HOUR);
    world.run(copy.ask()).unwrap();
    assert_eq!(world.wire.refreshes(), 1);
    assert!(
        world.browser.posted()[0].contains("access-token-request"),
        "it asks first"
    );
    world.run(another.ask()).unwrap();
    assert_eq!(world.wire.refreshes(), 1);
    world.pass(AN_HOUR);
    world.run(another.ask()).unwrap();
    assert_eq!(world.wire.refreshes(), 2);
    world.all_are_signed_in(&[&copy, &another]);
}

#[test]
fn who_takes_the_owner_s_place_first_asks_for_what_others_know() {
    let (world, owner, copy) = World::duplicated();
    let another = world.duplicate(&owner);
    world.pass(AN_HOUR);
    world.run(another.ask()).unwrap();
    world.close(owner);
    // Its own refresh token is spent by now; the other's access token is not.
    world.run(copy.ask()).unwrap();
    assert_eq!(copy.access_token(), another.access_token());
    assert_eq!(world.wire.refreshes(), 1);
    world.all_are_signed_in(&[&copy, &another]);
}

#[test]
fn a_refresh_token_that_slept_too_long_ends_in_peace() {
    let (world, owner, copy) = World::duplicated();
    world.pass(AN_HOUR);
    world.run(owner.ask()).unwrap();
    world.close(owner);
    world.pass(AN_HOUR);
    let signed_out = Error::NoToken(TokenUnavailable::SignedOut);
    assert_eq!(world.run(copy.ask()), Err(signed_out));
    assert_eq!(copy.session.state(), SessionState::Expired(client_id()));
    assert_eq!(world.wire.refreshes(), 2);
}

#[test]
fn a_silent_owner_costs_patience_and_not_the_session() {
    let (world, owner, copy) = World::duplicated();
    world.freeze(&owner);
    world.pass(AN_HOUR);
    let asked_at = world.clock.true_now();
    let silent = Error::NoToken(TokenUnavailable::OtherTabSilent);
    assert_eq!(world.run(copy.ask()), Err(silent.clone()));
    assert_eq!(world.clock.true_now() - asked_at, Millis::from_secs(12));
    assert!(silent.is_retryable() && !silent.needs_sign_in());
    assert_eq!(world.wire.calls().len(), 0);

    world.thaw(&owner);
    world.run(copy.ask()).unwrap();
    assert_eq!(world.wire.refreshes(), 1);
    world.all_are_signed_in(&[&owner, &copy]);
}

#[test]
fn trouble_at_spotify_signs_out_neither_owner_nor_copy() {
    let (world, owner, copy) = World::duplicated();
    world.pass(AN_HOUR);
    world.wire.fail("/api/token", TransportError::TimedOut);
    let (first, second) = world.run(join(owner.ask(), copy.ask()));
    assert!(first.unwrap_err().is_retryable() && second.unwrap_err().is_retryable());
    assert_eq!(
        world.wire.refreshes(),
        3,
        "the copy does not ask on its own"
    );
    world.wire.release();
    world.pass(Millis::from_secs(30));
    world.run(copy.ask()).unwrap();
    assert_eq!(world.wire.refreshes(), 4);
    world.all_are_signed_in(&[&owner, &copy]);
}

#[test]
fn an_owner_that_is_reloaded_is_the_owner_still() {
    let (world, owner, copy) = World::duplicated();
    world.pass(AN_HOUR);
    world.run(copy.ask()).unwrap();
    let owner = world.reload(owner);
    world.pass(AN_HOUR);
    let (first, second) = world.run(join(copy.ask(), owner.ask()));
    assert!(first.is_ok() && second.is_ok());
    assert_eq!(world.wire.refreshes(), 2);
    world.all_are_signed_in(&[&owner, &copy]);
}

#[test]
fn a_copy_that_stood_in_while_the_owner_was_reloaded_stays_the_owner() {
    let (world, owner, copy) = World::duplicated();
    world.pass(AN_HOUR);
    let store = Rc::clone(&owner.store);
    world.close(owner);
    world.run(copy.ask()).unwrap();
    let former = world.open_stored(&store);
    world.run(former.ask()).unwrap();
    world.pass(AN_HOUR);
    world
        .run(join3(former.ask(), copy.ask(), former.ask()))
        .0
        .unwrap();
    assert_eq!(world.wire.refreshes(), 2);
    world.all_are_signed_in(&[&former, &copy]);
}

#[test]
fn a_tab_alone_that_is_reloaded_renews_by_itself() {
    let (world, tab) = World::signed_in_with_rotation();
    let tab = world.reload(tab);
    world.pass(AN_HOUR);
    let begun_at = world.clock.true_now();
    world.run(tab.ask()).unwrap();
    assert_eq!(world.wire.refreshes(), 1);
    assert!(world.clock.true_now() - begun_at < Millis::from_secs(1));
    world.all_are_signed_in(&[&tab]);
}

#[test]
fn a_copy_made_while_the_clock_was_a_day_ahead_is_served_when_it_is_right() {
    let (world, owner) = World::signed_in();
    world.clock.set_error(86_400_000);
    world.run(owner.ask()).unwrap();
    let copy = world.duplicate(&owner);
    world.clock.set_error(0);
    world.expire_access_tokens();
    world.wire.forget();
    world.run(copy.ask()).unwrap();
    world.run(owner.ask()).unwrap();
    assert_eq!(world.wire.refreshes(), 1);
}

#[test]
fn a_tab_whose_session_ended_makes_way_for_its_copies() {
    let (world, owner) = World::signed_in();
    let copy = world.duplicate(&owner);
    world.spotify.borrow_mut().revoke_grants(None, None);
    world.pass(AN_HOUR);
    assert!(world.run(owner.ask()).unwrap_err().needs_sign_in());
    // The copy learns it from Spotify, not from the silence of the owner.
    assert!(world.run(copy.ask()).unwrap_err().needs_sign_in());
    assert_eq!(copy.session.state(), SessionState::Expired(client_id()));
    assert_eq!(world.wire.refreshes(), 2);
}

#[test]
fn an_owner_that_signs_in_anew_makes_way_for_its_copies() {
    let (world, owner, copy) = World::duplicated();
    world.sign_in_as(&owner, "cleo");
    world.pass(AN_HOUR);
    world.wire.forget();
    assert_eq!(world.run(copy.ask()).unwrap().id.as_str(), "ada01");
    assert_eq!(world.run(owner.ask()).unwrap().id.as_str(), "cleo");
    assert_eq!(world.wire.refreshes(), 2);
    world.all_are_signed_in(&[&owner, &copy]);
}

#[test]
fn a_copy_whose_token_slept_too_long_makes_way_for_the_owner() {
    let (world, owner, copy) = World::duplicated();
    world.pass(AN_HOUR);
    world.run(owner.ask()).unwrap();
    let store = Rc::clone(&owner.store);
    world.close(owner);
    world.pass(AN_HOUR);
    assert!(world.run(copy.ask()).unwrap_err().needs_sign_in());
    // The listener opens the closed tab again, and its storage with it.
    let owner = world.open_stored(&store);
    world.run(owner.ask()).unwrap();
    world.all_are_signed_in(&[&owner]);
}
