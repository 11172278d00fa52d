//! Signing in when something is wrong: with the browser, at Spotify, or with
//! the app's settings there.

mod support;

use std::rc::Rc;

use cratedigger::{
    oauth::TokenError::{CodeExpired, InvalidGrant, ServerTrouble, Throttled, Unreachable},
    ports::{Millis, RandomError, StoreError, TransportError},
    route::Route,
    session::{BeginError, SessionState, SignInFailure},
    spotify::{Error, Refusal},
};
use simulator::{AppChange, DEMO_CLIENT_ID, Fault, FaultKind};
use support::{Decision, NoRandom, Tab, TabSetup, World, key, request};

const ADA: Decision = Decision::Agree("ada01");

fn is_untouched(world: &World, tab: &Tab) -> bool {
    tab.session.state() == SessionState::SignedOut
        && tab.store.present().iter().all(|own| *own == key("tab"))
        && world.wire.calls().is_empty()
}

#[test]
fn without_storage_there_is_no_address_to_go_to() {
    for refusal in [StoreError::Blocked, StoreError::Full] {
        let world = World::new();
        let tab = world.open_tab();
        tab.store.refuse(Some(refusal));
        let begun = tab.session.begin(request(Route::Home)).map(drop);
        assert_eq!(begun, Err(BeginError::Store(refusal)));
        assert!(!tab.session.can_keep_secrets(), "it is known beforehand");
        tab.store.refuse(None);
        assert!(tab.session.can_keep_secrets());
        assert!(is_untouched(&world, &tab));
        assert_eq!(tab.session.device().remembered_client_id(), None);
    }
}

#[test]
fn when_storage_fills_up_half_way_there_is_no_address_to_go_to() {
    let world = World::new();
    let tab = world.open_tab();
    tab.session.begin(request(Route::Home)).unwrap();
    tab.session.give_up_pending();
    tab.store.refuse(Some(StoreError::Full));
    let begun = tab.session.begin(request(Route::Home)).map(drop);
    assert_eq!(begun, Err(BeginError::Store(StoreError::Full)));
    assert!(is_untouched(&world, &tab));
}

#[test]
fn without_random_there_is_no_address_to_go_to() {
    let world = World::new();
    let store = Some(Rc::clone(&world.open_tab().store));
    let random = Some(Rc::new(NoRandom) as Rc<_>);
    let tab = world.open_tab_with(TabSetup {
        store,
        random,
        transport: None,
    });
    let begun = tab.session.begin(request(Route::Home)).map(drop);
    assert_eq!(begun, Err(BeginError::Random(RandomError)));
    assert!(is_untouched(&world, &tab));
}

#[test]
fn a_code_that_comes_too_late_is_said_to_be_too_late() {
    let world = World::new();
    let tab = world.open_tab();
    let query = world.consent(&tab, ADA);
    let callback = tab.answered(&query);
    world.pass(Millis::from_minutes(10));
    let outcome = world.run(tab.session.finish(callback, &tab.client));
    assert_eq!(outcome, Err(SignInFailure::Exchange(CodeExpired)));
    assert_eq!(tab.session.state(), SessionState::SignedOut);
}

#[test]
fn somebody_else_s_code_does_not_fit_our_verifier() {
    let world = World::new();
    let (tab, theirs) = (world.open_tab(), world.open_tab());
    let ours = world.consent(&tab, ADA);
    let injected = world.consent(&theirs, Decision::Agree("cleo"));
    let code = injected.split_once('&').unwrap().0;
    let state = ours.split_once('&').unwrap().1;
    let outcome = world.finish(&tab, &format!("{code}&{state}"));
    assert_eq!(outcome, Err(SignInFailure::Exchange(InvalidGrant)));
    assert!(!tab.has_stored_grant());
}

#[test]
fn trouble_at_the_exchange_costs_one_request_and_says_what_it_was() {
    let opaque = Unreachable(TransportError::Opaque);
    for (kind, error) in [
        (FaultKind::Unavailable, ServerTrouble(503)),
        (FaultKind::ServerError, ServerTrouble(500)),
        (FaultKind::RateLimitText, Throttled { retry_after: None }),
        (FaultKind::Drop, opaque),
        (FaultKind::Hidden, opaque),
    ] {
        let world = World::new();
        let tab = world.open_tab();
        world.order(Fault::new(kind).on("/api/token"));
        assert_eq!(
            world.sign_in(&tab),
            Err(SignInFailure::Exchange(error)),
            "{kind:?}"
        );
        assert_eq!(world.wire.calls().len(), 1, "{kind:?}");
        assert_eq!(tab.session.state(), SessionState::SignedOut);
        assert_eq!((tab.pending(), tab.has_stored_grant()), (0, false));
        // The next attempt finds nothing in its way.
        world.all_is_well();
        world.sign_in(&tab).unwrap();
    }
}

#[test]
fn an_exchange_that_hangs_ends_in_time() {
    let world = World::new();
    let tab = world.open_tab();
    world.wire.fail("/api/token", TransportError::TimedOut);
    let query = world.consent(&tab, ADA);
    let begun_at = world.clock.true_now();
    let error = Unreachable(TransportError::TimedOut);
    assert_eq!(
        world.finish(&tab, &query),
        Err(SignInFailure::Exchange(error))
    );
    assert!(world.clock.true_now() - begun_at <= Millis::from_secs(10));
}

#[test]
fn an_exchange_that_fails_leaves_the_session_there_was() {
    let (world, tab) = World::signed_in();
    let (state, token) = (tab.session.state(), tab.access_token());
    world.order(Fault::new(FaultKind::Unavailable).on("/api/token").times(1));
    assert!(world.sign_in(&tab).is_err());
    assert_eq!((tab.session.state(), tab.access_token()), (state, token));
    assert_eq!(tab.session.trace(), None);
    world.run(tab.ask()).unwrap();
    let reloaded = world.reload(tab);
    assert!(reloaded.listener().is_some());
}

#[test]
fn who_is_not_on_the_list_can_go_on_once_they_are() {
    let world = World::new();
    let tab = world.open_tab();
    let query = world.consent(&tab, Decision::Agree("bob"));
    let refused = Error::Forbidden(Refusal::NotRegistered);
    assert_eq!(
        world.finish(&tab, &query),
        Err(SignInFailure::NotProven(refused.clone()))
    );
    assert_eq!(tab.session.state(), SessionState::Unproven);

    let tab = world.reload(tab);
    assert_eq!(tab.session.state(), SessionState::Unproven);
    assert_eq!(world.run(tab.session.prove(&tab.client)), Err(refused));

    let allow_list = Some(vec!["bob".to_owned()]);
    let change = AppChange {
        allow_list,
        ..AppChange::default()
    };
    world
        .spotify
        .borrow_mut()
        .change_app(DEMO_CLIENT_ID, change)
        .unwrap();
    assert_eq!(world.run(tab.session.prove(&tab.client)), Ok(()));
    assert_eq!(tab.listener().unwrap().id.as_str(), "bob");
    assert_eq!(world.wire.exchanges(), 1);
    assert!(world.reload(tab).listener().is_some());
}

#[test]
fn when_the_owner_has_no_premium_that_is_said_and_asked_only_twice() {
    let world = World::new();
    let tab = world.open_tab();
    let change = AppChange {
        owner_premium: Some(false),
        ..AppChange::default()
    };
    world
        .spotify
        .borrow_mut()
        .change_app(DEMO_CLIENT_ID, change)
        .unwrap();
    let refused = Error::Forbidden(Refusal::OwnerWithoutPremium);
    assert_eq!(world.sign_in(&tab), Err(SignInFailure::NotProven(refused)));
    assert_eq!(world.wire.api_calls("/v1/me"), 2);
    assert!(tab.has_stored_grant());
}

#[test]
fn trouble_after_the_exchange_keeps_what_was_granted() {
    let world = World::new();
    let tab = world.open_tab();
    world.order(Fault::new(FaultKind::BadGateway).on("/v1/me"));
    let trouble = SignInFailure::NotProven(Error::ServerTrouble(502));
    assert_eq!(world.sign_in(&tab), Err(trouble));
    world.all_is_well();
    assert_eq!(world.run(tab.session.prove(&tab.client)), Ok(()));
    assert!(tab.listener().is_some());
}

#[test]
fn when_the_tokens_cannot_be_kept_nobody_is_signed_in() {
    let world = World::new();
    let tab = world.open_tab();
    let query = world.consent(&tab, ADA);
    let callback = tab.answered(&query);
    tab.store.refuse(Some(StoreError::Full));
    let outcome = world.run(tab.session.finish(callback, &tab.client));
    let full = BeginError::Store(StoreError::Full);
    assert_eq!(outcome, Err(SignInFailure::Begin(full)));
    assert_eq!(tab.session.state(), SessionState::SignedOut);
}
