//! What happens while a renewal is under way.

mod support;

use std::rc::Rc;

use cratedigger::{
    ports::Millis,
    session::{Forget, SessionState, SignInFailure},
    spotify::{Error, TokenSource, TokenUnavailable},
};
use futures::FutureExt;
use support::{Decision, Tab, World};

/// A tab whose renewal has reached Spotify and is not answered yet.
fn renewing() -> (World, Tab) {
    let (world, tab) = World::signed_in_with_rotation();
    world.pass(Millis::from_minutes(60));
    world.wire.hold("/api/token");
    (world, tab)
}

#[test]
fn it_shows_that_it_is_renewing() {
    let (world, tab) = renewing();
    let listener = tab.listener().unwrap();
    let call = world.start(tab.ask());
    assert_eq!(
        tab.session.state(),
        SessionState::Refreshing(listener.clone())
    );
    world.wire.release();
    world.run(call).unwrap();
    assert_eq!(tab.session.state(), SessionState::SignedIn(listener));
}

#[test]
fn a_renewal_is_kept_even_if_nobody_waits_for_it_any_more() {
    let (world, tab) = renewing();
    let spent = tab.refresh_token();
    let calls = [(); 3].map(|()| world.start(tab.ask()));
    drop(calls);
    world.wire.release();
    world.settle();
    assert_ne!(tab.refresh_token(), spent);
    assert!(tab.store.dump().contains(&tab.refresh_token()));
    world.run(tab.ask()).unwrap();
    assert_eq!(world.wire.refreshes(), 1);
}

#[test]
fn a_401_that_comes_late_does_not_renew_again() {
    let (world, tab) = World::signed_in();
    world.expire_access_tokens();
    world.wire.hold("/v1/me");
    let late = world.start(tab.ask());
    world.wire.hold_no_more();
    world.run(tab.ask_nth(0)).unwrap();
    let renewed = tab.access_token();
    world.wire.release();
    world.run(late).unwrap();
    assert_eq!((world.wire.refreshes(), tab.access_token()), (1, renewed));
}

#[test]
fn signing_out_while_renewing_leaves_nothing_behind() {
    let (world, tab) = renewing();
    let call = world.start(tab.ask());
    tab.session.sign_out(Forget::Session);
    world.wire.release();
    let signed_out = Error::NoToken(TokenUnavailable::SignedOut);
    assert_eq!(world.run(call), Err(signed_out));
    assert_eq!(tab.session.state(), SessionState::SignedOut);
    assert_eq!(tab.store.present(), [""; 0]);
    world.pass(Millis::from_minutes(60));
    assert_eq!(
        (tab.store.present().len(), world.wire.calls().len()),
        (0, 1)
    );
}

#[test]
fn a_renewal_of_an_earlier_session_does_not_touch_a_later_one() {
    let (world, tab) = renewing();
    let call = world.start(tab.ask());
    assert_eq!(world.wire.refreshes(), 1);
    world.wire.hold_no_more();
    world.sign_in_as(&tab, "cleo");
    let (access, refresh) = (tab.access_token(), tab.refresh_token());

    world.wire.release();
    assert_eq!(
        world.run(call),
        Err(Error::NoToken(TokenUnavailable::SignedOut))
    );
    assert_eq!((tab.access_token(), tab.refresh_token()), (access, refresh));
    assert!(tab.store.dump().contains(&tab.refresh_token()));
    assert_eq!(world.run(tab.ask()).unwrap().id.as_str(), "cleo");
}

#[test]
fn an_earlier_session_s_end_does_not_end_a_later_one() {
    let (world, tab) = World::signed_in();
    world.pass(Millis::from_minutes(60));
    world.spotify.borrow_mut().revoke_grants(None, None);
    world.wire.hold("/api/token");
    let call = world.start(tab.ask());
    world.wire.hold_no_more();
    world.sign_in(&tab).unwrap();
    world.wire.release();
    assert!(world.run(call).is_err());
    assert!(tab.listener().is_some() && tab.has_stored_grant());
}

#[test]
fn a_sign_in_that_was_overtaken_by_signing_out_leaves_nothing_behind() {
    let (world, tab) = World::signed_in();
    let callback = tab.answered(&world.consent(&tab, Decision::Agree("ada01")));
    world.wire.hold("/api/token");
    let (session, client) = (Rc::clone(&tab.session), tab.client.clone());
    let finishing = world.start(async move { session.finish(callback, &client).await });
    world.duplicate(&tab).session.sign_out(Forget::Session);
    world.settle();
    world.wire.release();
    assert_eq!(world.run(finishing), Err(SignInFailure::Overtaken));
    assert_eq!(tab.session.state(), SessionState::SignedOut);
    assert!(!tab.has_stored_grant());
}

#[test]
fn a_session_that_is_over_gives_no_token() {
    let (world, tab) = World::signed_in();
    let old = tab.session.grant().unwrap().tokens.access;
    tab.session.sign_out(Forget::Session);
    let signed_out = Err(TokenUnavailable::SignedOut);
    assert_eq!(
        tab.session.access_token().now_or_never(),
        Some(signed_out.clone())
    );
    assert_eq!(tab.session.replace(old).now_or_never(), Some(signed_out));
    assert_eq!(tab.session.granted(), None);
    assert!(world.run(tab.ask()).unwrap_err().needs_sign_in());
    assert_eq!(world.wire.calls().len(), 0);
}

#[test]
fn signing_out_keeps_or_forgets_the_device_as_asked() {
    for (forget, remembered) in [(Forget::Session, true), (Forget::Device, false)] {
        let (world, tab) = World::signed_in();
        tab.session.sign_out(forget);
        assert_eq!(
            tab.session.device().remembered_client_id().is_some(),
            remembered
        );
        assert_eq!(world.device.present().is_empty(), !remembered);
        assert_eq!(tab.store.present(), [""; 0]);
        assert_eq!(world.reload(tab).session.state(), SessionState::SignedOut);
    }
}
