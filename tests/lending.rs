//! A tab that was opened from the app has no copy of the session. It lives on
//! the access token of a tab that has, and is never given more.

#![expect(clippy::unwrap_used, reason = "a test may fail in this way")]

mod support;

use cratedigger::{
    oauth::{Scope, ScopeSet},
    ports::Millis,
    route::Route,
    session::{Forget, SessionState, SignInRequest},
    spotify::{Error, TokenUnavailable},
};
use futures::future::join;
use simulator::{Fault, FaultKind};
use support::{Decision, Tab, World, client_id, request};

const AN_HOUR: Millis = Millis::from_minutes(60);

/// A tab that owns the session, and one that was opened from it and has asked.
fn lent() -> (World, Tab, Tab) {
    let (world, owner) = World::signed_in_with_rotation();
    let opened = opened(&world);
    (world, owner, opened)
}

/// A tab with nothing in its storage that asks the others.
fn opened(world: &World) -> Tab {
    let tab = world.open_tab();
    assert!(tab.session.may_borrow());
    world.run(tab.session.borrow());
    tab
}

/// No refresh token went over the channel, and `borrower` keeps nothing.
fn nothing_is_told(world: &World, borrower: &Tab) {
    world.no_refresh_token_was_told();
    for secret in &world.spotify.borrow().secrets().refresh_tokens {
        assert!(!borrower.store.dump().contains(secret));
    }
    assert!(!borrower.has_stored_grant());
    assert_eq!(borrower.session.grant().unwrap().tokens.refresh, None);
}

#[test]
fn it_is_signed_in_without_a_call_and_at_once() {
    let (world, owner) = World::signed_in();
    let begun_at = world.clock.true_now();
    let opened = opened(&world);
    assert_eq!(opened.listener(), owner.listener());
    assert_eq!(opened.access_token(), owner.access_token());
    assert!(world.clock.true_now() - begun_at < Millis(100));
    assert_eq!(world.wire.calls().len(), 0);
    world.run(opened.ask()).unwrap();
    nothing_is_told(&world, &opened);
}

#[test]
fn hour_after_hour_the_owner_renews_for_both() {
    for has_locks in [true, false] {
        let (world, mut owner) = World::signed_in_with_rotation();
        if !has_locks {
            world.browser.take_locks_away();
            owner = world.reload(owner);
        }
        let opened = opened(&world);
        for round in 1..=3 {
            world.pass(AN_HOUR);
            let (first, second) = world.run(join(opened.ask(), owner.ask()));
            assert!(first.is_ok() && second.is_ok());
            assert_eq!(world.wire.refreshes(), round);
            assert_eq!(opened.access_token(), owner.access_token());
        }
        nothing_is_told(&world, &opened);
    }
}

#[test]
fn two_copies_without_locks_renew_once_for_a_borrower() {
    let (world, owner) = World::signed_in_with_rotation();
    world.browser.take_locks_away();
    let owner = world.reload(owner);
    let copy = world.duplicate(&owner);
    let opened = opened(&world);
    world.pass(AN_HOUR);
    world.run(opened.ask()).unwrap();
    assert_eq!(world.wire.refreshes(), 1);
    for tab in [&owner, &copy] {
        world.run(tab.ask()).unwrap();
    }
    assert_eq!(world.wire.refreshes(), 1);
    nothing_is_told(&world, &opened);
}

#[test]
fn an_owner_whose_token_has_ended_renews_before_it_lends() {
    let (world, _owner) = World::signed_in_with_rotation();
    world.pass(AN_HOUR);
    world.wire.hold("/api/token");
    let tab = world.open_tab();
    let session = std::rc::Rc::clone(&tab.session);
    let borrowing = world.start(async move { session.borrow().await });
    world.pass(Millis::from_secs(3));
    assert_eq!(tab.session.state(), SessionState::SignedOut);
    world.wire.release();
    world.run(borrowing);
    assert!(tab.listener().is_some());
    assert_eq!(world.wire.refreshes(), 1);
}

#[test]
fn a_token_that_spotify_refuses_is_replaced_by_the_owner() {
    let (world, owner, opened) = lent();
    world.expire_access_tokens();
    world.run(opened.ask()).unwrap();
    world.run(owner.ask()).unwrap();
    assert_eq!(world.wire.refreshes(), 1);
}

#[test]
fn where_nobody_is_signed_in_a_new_tab_asks_briefly_and_a_new_browser_not_at_all() {
    let world = World::new();
    let tab = world.open_tab();
    assert!(!tab.session.may_borrow(), "nobody has ever signed in here");
    tab.session.device().remember_client_id(&client_id());
    assert!(tab.session.may_borrow());
    let begun_at = world.clock.true_now();
    world.run(tab.session.borrow());
    assert_eq!(world.clock.true_now() - begun_at, Millis(400));
    assert_eq!(tab.session.state(), SessionState::SignedOut);
}

#[test]
fn when_no_owner_is_left_the_borrower_says_so_and_keeps_who_it_is() {
    let (world, owner, opened) = lent();
    let listener = opened.listener().unwrap();
    world.close(owner);
    // The token is good for the rest of its hour.
    world.run(opened.ask()).unwrap();
    world.pass(AN_HOUR);
    let gone = Error::NoToken(TokenUnavailable::LenderGone);
    assert!(gone.needs_sign_in());
    assert_eq!(world.run(opened.ask()), Err(gone));
    assert_eq!(opened.session.state(), SessionState::CutOff(listener));
    assert_eq!(world.wire.refreshes(), 0);
    assert!(world.browser.owners().is_empty(), "it takes no lock");
}

#[test]
fn a_borrower_that_was_cut_off_goes_on_when_a_tab_of_the_listener_is_there_again() {
    let (world, owner, opened) = lent();
    world.close(owner);
    world.pass(AN_HOUR);
    world.run(opened.ask()).unwrap_err();
    let stranger = world.open_tab();
    world.sign_in_as(&stranger, "cleo");
    world.run(opened.ask()).unwrap_err();
    let again = world.open_tab();
    world.sign_in_as(&again, "ada01");
    assert_eq!(world.run(opened.ask()).unwrap().id.as_str(), "ada01");
    assert!(matches!(opened.session.state(), SessionState::SignedIn(_)));
}

#[test]
fn a_borrower_lends_to_nobody() {
    let (world, owner, opened) = lent();
    world.close(owner);
    let another = world.open_tab();
    world.run(another.session.borrow());
    assert_eq!(another.session.state(), SessionState::SignedOut);
    assert!(opened.listener().is_some());
}

#[test]
fn signing_out_reaches_owner_copies_and_borrowers_from_any_of_them() {
    for leaver in 0..3 {
        let (world, owner, opened) = lent();
        let copy = world.duplicate(&owner);
        let tabs = [owner, opened, copy];
        tabs[leaver].session.sign_out(Forget::Session);
        world.settle();
        for tab in &tabs {
            assert_eq!(tab.session.state(), SessionState::SignedOut);
            assert_eq!(tab.store.present(), [""; 0]);
        }
        assert_eq!(world.wire.calls().len(), 0);
    }
}

#[test]
fn who_signed_out_is_not_signed_in_as_somebody_else() {
    let (world, _ada) = World::signed_in();
    let tab = world.open_tab();
    world.sign_in_as(&tab, "cleo");
    tab.session.sign_out(Forget::Session);
    tab.session.stay_apart();
    let tab = world.reload(tab);
    assert!(!tab.session.may_borrow());
    // Until somebody signs in here again.
    world.sign_in_as(&tab, "cleo");
    assert_eq!(tab.listener().unwrap().id.as_str(), "cleo");
    assert!(!tab.store.dump().contains("apart"));
}

#[test]
fn of_two_listeners_it_is_the_one_whose_tab_was_looked_at_last() {
    let (world, ada) = World::signed_in();
    let cleo = world.open_tab();
    world.sign_in_as(&cleo, "cleo");
    for (looked_at, expected) in [(&ada, "ada01"), (&cleo, "cleo"), (&ada, "ada01")] {
        world.pass(Millis::from_secs(5));
        world.run(looked_at.session.renew_if_due());
        assert_eq!(opened(&world).listener().unwrap().id.as_str(), expected);
    }
}

#[test]
fn what_is_not_proven_is_not_lent() {
    let world = World::new();
    let tab = world.open_tab();
    let query = world.consent(&tab, Decision::Agree("bob"));
    world.finish(&tab, &query).unwrap_err();
    assert_eq!(tab.session.state(), SessionState::Unproven);
    let another = world.open_tab();
    world.run(another.session.borrow());
    assert_eq!(another.session.state(), SessionState::SignedOut);
}

/// Signs Ada in anew in `tab` with these permissions, as a page does that comes
/// back from Spotify.
fn sign_in_anew(world: &World, tab: &Tab, scopes: ScopeSet) {
    let asked = SignInRequest {
        scopes,
        ..request(Route::Home)
    };
    let url = tab.session.begin(asked).unwrap();
    let query = world.visit(url.as_str(), Decision::Agree("ada01")).unwrap();
    world.finish(tab, &query).unwrap();
}

#[test]
fn a_borrower_follows_the_owner_to_more_permissions_and_out() {
    let (world, owner, opened) = lent();
    let more = ScopeSet::at_sign_in()
        .iter()
        .chain([Scope::UserLibraryRead])
        .collect();
    sign_in_anew(&world, &owner, more);
    world.settle();
    let granted = |tab: &Tab| tab.session.grant().unwrap().tokens.scopes;
    assert_eq!(granted(&opened), more);
    // And to fewer.
    let fewer = [Scope::UserTopRead].into_iter().collect();
    sign_in_anew(&world, &owner, fewer);
    world.settle();
    assert_eq!(granted(&opened), fewer);
    nothing_is_told(&world, &opened);
    owner.session.sign_out(Forget::Session);
    world.settle();
    assert_eq!(opened.session.state(), SessionState::SignedOut);
}

#[test]
fn a_borrower_that_signs_in_has_a_session_of_its_own() {
    let (world, owner, opened) = lent();
    world.sign_in_as(&opened, "cleo");
    assert!(opened.has_stored_grant());
    owner.session.sign_out(Forget::Session);
    world.settle();
    assert_eq!(opened.listener().unwrap().id.as_str(), "cleo");
}

#[test]
fn who_lives_on_a_session_is_told_of_the_next_though_that_was_proven_late() {
    let (world, owner, opened) = lent();
    let query = world.consent(&owner, Decision::Agree("ada01"));
    world.order(Fault::new(FaultKind::Drop).on("/v1/me"));
    assert!(world.finish(&owner, &query).is_err());
    world.all_is_well();
    world.run(owner.session.prove(&owner.client)).unwrap();
    world.settle();
    let families = [&owner, &opened].map(|tab| tab.session.grant().unwrap().family);
    assert_eq!(families[0], families[1]);
    owner.session.sign_out(Forget::Session);
    world.settle();
    assert_eq!(opened.session.state(), SessionState::SignedOut);
}

#[test]
fn a_token_that_is_there_to_be_refused_is_not_lent() {
    let (world, owner) = World::signed_in();
    owner.session.spoil_access_token().unwrap();
    let opened = opened(&world);
    assert_eq!(opened.session.state(), SessionState::SignedOut);
}
