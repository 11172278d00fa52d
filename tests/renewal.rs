//! Renewing the access token: in time, once for all who wait, and with the
//! refresh token that is right.

mod support;

use cratedigger::{
    oauth::ScopeSet,
    ports::Millis,
    session::SessionState,
    spotify::{Error, TokenSource, TokenUnavailable},
};
use futures::future::join_all;
use simulator::{Fault, FaultKind};
use support::{Tab, World, client_id, key};

const AN_HOUR: Millis = Millis::from_minutes(60);

const SIGNED_OUT: TokenUnavailable = TokenUnavailable::SignedOut;

/// Twenty calls at once.
fn twenty_calls(world: &World, tab: &Tab) -> Vec<Result<(), Error>> {
    world.run(join_all((0..20).map(|number| tab.ask_nth(number))))
}

#[test]
fn twenty_calls_with_an_ended_token_make_one_renewal() {
    let (world, tab) = World::signed_in();
    world.pass(AN_HOUR);
    assert_eq!(twenty_calls(&world, &tab), vec![Ok(()); 20]);
    assert_eq!(
        (
            world.wire.refreshes(),
            world.wire.api_calls("/v1/me/top/tracks")
        ),
        (1, 20)
    );
}

#[test]
fn twenty_calls_that_draw_401_make_one_renewal() {
    let (world, tab) = World::signed_in();
    world.expire_access_tokens();
    assert_eq!(twenty_calls(&world, &tab), vec![Ok(()); 20]);
    assert_eq!(world.wire.refreshes(), 1);
    // Only what was in flight with the old token is sent again.
    assert_eq!(world.wire.api_calls("/v1/me/top/tracks"), 20 + 3);
}

#[test]
fn all_who_wait_for_a_token_get_the_same() {
    let (world, tab) = World::signed_in();
    let rejected = tab.session.grant().unwrap().tokens.access;
    world.pass(AN_HOUR);
    let asked = (0..20).map(|_| tab.session.access_token());
    let replaced = (0..20).map(|_| tab.session.replace(rejected.clone()));
    let tokens = world.run(join_all(asked.chain(replaced)));
    assert_eq!(world.wire.refreshes(), 1);
    let new = tab.session.grant().unwrap().tokens.access;
    assert!(new != rejected && tokens.iter().all(|token| *token == Ok(new.clone())));
}

#[test]
fn a_token_is_renewed_a_minute_before_its_end() {
    let (world, tab) = World::signed_in();
    world.pass(Millis::from_minutes(58));
    world.run(tab.ask()).unwrap();
    assert_eq!(world.wire.refreshes(), 0);
    world.pass(Millis::from_minutes(1));
    world.run(tab.ask()).unwrap();
    assert_eq!(world.wire.refreshes(), 1);
}

#[test]
fn an_idle_page_renews_when_it_is_told_that_time_has_passed() {
    let (world, tab) = World::signed_in();
    world.run(tab.session.renew_if_due());
    assert_eq!(world.wire.refreshes(), 0);
    world.pass(Millis::from_days(3));
    world.run(tab.session.renew_if_due());
    world.run(tab.session.renew_if_due());
    assert_eq!(world.wire.refreshes(), 1);
    world.run(tab.ask()).unwrap();
    assert_eq!(world.wire.calls().len(), 2);
}

#[test]
fn without_a_new_refresh_token_the_old_one_stays() {
    let (world, mut tab) = World::signed_in();
    let refresh_token = tab.refresh_token();
    for _ in 0..3 {
        world.pass(AN_HOUR);
        world.run(tab.ask()).unwrap();
        assert_eq!(tab.refresh_token(), refresh_token);
        tab = world.reload(tab);
    }
    assert_eq!(world.wire.refreshes(), 3);
}

#[test]
fn a_new_refresh_token_takes_the_place_of_the_old_one() {
    let (world, mut tab) = World::signed_in_with_rotation();
    let mut in_turn = vec![tab.refresh_token()];
    for _ in 0..5 {
        world.pass(AN_HOUR);
        world.run(tab.ask()).unwrap();
        assert!(!in_turn.contains(&tab.refresh_token()));
        in_turn.push(tab.refresh_token());
        tab = world.reload(tab);
    }
    let calls = world.wire.token_calls("refresh_token");
    let sent = calls.iter().filter_map(|call| call.field("refresh_token"));
    assert!(sent.eq(in_turn.into_iter().take(5)));
}

#[test]
fn both_tokens_are_kept_in_one_value() {
    let (world, tab) = World::signed_in_with_rotation();
    world.pass(AN_HOUR);
    world.run(tab.ask()).unwrap();
    let stored = tab.store.dump();
    assert!(stored.contains(&tab.access_token()) && stored.contains(&tab.refresh_token()));
    assert_eq!(
        tab.store.present(),
        [key("quota"), key("session"), key("tab")]
    );
}

#[test]
fn a_grant_that_has_ended_is_forgotten_and_never_asked_for_again() {
    let (world, tab) = World::signed_in();
    world.spotify.borrow_mut().revoke_grants(None, None);
    world.pass(AN_HOUR);
    assert_eq!(
        twenty_calls(&world, &tab),
        vec![Err(Error::NoToken(SIGNED_OUT)); 20]
    );
    assert_eq!(tab.session.state(), SessionState::Expired(client_id()));
    assert_eq!(world.wire.calls().len(), 1);
    assert!(!tab.has_stored_grant());

    world.run(tab.session.renew_if_due());
    world.pass(AN_HOUR);
    assert!(world.run(tab.ask()).unwrap_err().needs_sign_in());
    assert_eq!(world.wire.calls().len(), 1);
    // A tab that is loaded anew knows what to connect again, and no secret.
    let granted = ScopeSet::at_sign_in();
    let tab = world.reload(tab);
    assert_eq!(tab.session.state(), SessionState::Expired(client_id()));
    assert_eq!(tab.session.ended().unwrap().scopes, granted);
    world.sign_in(&tab).unwrap();
    assert!(tab.session.ended().is_none() && !tab.store.dump().contains("ended"));
}

#[test]
fn after_six_months_the_same_app_can_be_connected_again() {
    let (world, tab) = World::signed_in();
    let ends_at = tab.session.grant().unwrap().ends_at();
    world.pass(Millis::from_days(180));
    world.run(tab.ask()).unwrap();
    assert!(world.clock.true_now() < ends_at);
    world.pass(Millis::from_days(4));
    assert!(
        ends_at < world.clock.true_now(),
        "the listener was told in time"
    );
    assert_eq!(
        world.run(tab.ask()).unwrap_err(),
        Error::NoToken(SIGNED_OUT)
    );
    assert_eq!(tab.session.state(), SessionState::Expired(client_id()));
    assert_eq!(world.wire.refreshes(), 2);
    assert_eq!(tab.session.device().client_id(), Some(client_id()));

    world.sign_in(&tab).unwrap();
    assert!(tab.listener().is_some());
}

#[test]
fn a_401_costs_one_renewal_and_one_replay_and_never_more() {
    for (refusals, outcome) in [(1, Ok(())), (100, Err(Error::Unauthorized))] {
        let (world, tab) = World::signed_in();
        world.order(Fault::new(FaultKind::SpuriousUnauthorized).times(refusals));
        assert_eq!(world.run(tab.ask()).map(drop), outcome);
        assert_eq!(
            (world.wire.refreshes(), world.wire.api_calls("/v1/me")),
            (1, 2)
        );
        assert!(tab.listener().is_some(), "a 401 signs nobody out");
    }
}

#[test]
fn a_device_clock_that_is_a_day_off_neither_loops_nor_locks_out() {
    let day = 24 * 60 * 60 * 1000;
    for (first, then) in [
        (day, 0),
        (-day, 0),
        (day, -day),
        (-day, day),
        (0, day),
        (0, -day),
    ] {
        let (world, tab) = World::signed_in();
        world.clock.set_error(first);
        for _ in 0..3 {
            world.run(tab.ask()).unwrap();
        }
        assert!(world.wire.refreshes() <= 1, "{first}");
        world.clock.set_error(then);
        world.pass(AN_HOUR);
        world.wire.forget();
        for _ in 0..3 {
            world.run(tab.ask()).unwrap();
        }
        assert!(world.wire.refreshes() <= 1, "{first} then {then}");
        assert!(world.wire.api_calls("/v1/me") <= 4, "{first} then {then}");
    }
}
