//! Renewing while Spotify or the network is in trouble: the session is kept,
//! Spotify is left in peace, and all is well again afterwards.

#![expect(clippy::unwrap_used, reason = "a test may fail in this way")]

mod support;

use std::rc::Rc;

use cratedigger::{
    oauth::TokenError::{
        self, InvalidClient, Protocol, Refused, ServerTrouble, Throttled, Unreachable,
    },
    ports::{Millis, Response, TransportError},
    session::SessionState,
    spotify::{Error, TokenSource, TokenUnavailable},
};
use simulator::{Fault, FaultKind};
use support::{ScriptedTransport, Tab, TabSetup, World, answer, client_id};

const AN_HOUR: Millis = Millis::from_minutes(60);

fn not_renewed(error: TokenError) -> Error {
    Error::NoToken(TokenUnavailable::NotRenewed(error))
}

/// A tab whose access token has just ended.
fn with_ended_token() -> (World, Tab) {
    let (world, tab) = World::signed_in();
    world.pass(AN_HOUR);
    (world, tab)
}

/// The seconds between the requests that were sent, without the time that the
/// answers took.
fn pauses(world: &World, answers_take: Millis) -> Vec<u64> {
    let calls = world.wire.calls();
    let times: Vec<_> = calls.iter().map(|call| call.at).collect();
    let pause = |pair: &[Millis]| (pair[1] - pair[0] - answers_take).0 / 1000;
    times.windows(2).map(pause).collect()
}

#[test]
fn trouble_at_spotify_keeps_the_session_and_is_left_in_peace() {
    let opaque = Unreachable(TransportError::Opaque);
    for (kind, error) in [
        (FaultKind::Unavailable, ServerTrouble(503)),
        (FaultKind::BadGateway, ServerTrouble(502)),
        (FaultKind::ServerError, ServerTrouble(500)),
        (FaultKind::Drop, opaque),
        (FaultKind::Hidden, opaque),
    ] {
        let (world, tab) = with_ended_token();
        world.order(Fault::new(kind).on("/api/token"));
        assert_eq!(world.run(tab.ask()), Err(not_renewed(error)), "{kind:?}");
        assert_eq!(world.wire.calls().len(), 3, "{kind:?}");
        assert_eq!(pauses(&world, Millis(80)), [1, 4], "{kind:?}");
        is_kept_and_rests_and_recovers(&world, tab, error);
    }
}

#[test]
fn a_network_in_trouble_keeps_the_session_and_is_left_in_peace() {
    for (error, takes) in [
        (TransportError::Opaque, Millis(80)),
        (TransportError::TimedOut, Millis::from_secs(10)),
    ] {
        let (world, tab) = with_ended_token();
        world.wire.fail("/api/token", error);
        let error = Unreachable(error);
        assert_eq!(world.run(tab.ask()), Err(not_renewed(error)));
        assert_eq!(pauses(&world, takes), [1, 4], "{error:?}");
        is_kept_and_rests_and_recovers(&world, tab, error);
    }
}

#[test]
fn a_device_that_was_offline_asks_again_as_soon_as_it_may() {
    let (world, tab) = with_ended_token();
    world.wire.fail("/api/token", TransportError::Offline);
    let error = not_renewed(Unreachable(TransportError::Offline));
    assert_eq!(world.run(tab.ask()), Err(error));
    world.wire.release();
    world.wire.forget();
    world.run(tab.session.renew_if_due());
    assert_eq!(world.wire.refreshes(), 1);
    world.run(tab.ask()).unwrap();
}

fn is_kept_and_rests_and_recovers(world: &World, tab: Tab, error: TokenError) {
    assert!(tab.listener().is_some() && tab.has_stored_grant());
    world.wire.forget();
    world.pass(Millis(29_000));
    let error = not_renewed(error);
    assert!(error.is_retryable() && !error.needs_sign_in());
    for _ in 0..10 {
        assert_eq!(world.run(tab.ask()), Err(error.clone()));
        world.run(tab.session.renew_if_due());
    }
    assert_eq!(world.wire.calls().len(), 0, "it rests");
    let until = tab.session.renewal_rests_until();
    assert_eq!(until, Some(Millis(world.spotify_now().0 + 1_000)));
    world.pass(Millis(1_000));
    assert_eq!(tab.session.renewal_rests_until(), None);
    world.all_is_well();
    world.wire.release();
    world.run(tab.ask()).unwrap();
    assert_eq!(world.wire.refreshes(), 1);
    assert!(world.reload(tab).listener().is_some());
}

#[test]
fn trouble_that_passes_is_not_noticed() {
    let (world, tab) = with_ended_token();
    world.order(Fault::new(FaultKind::Unavailable).on("/api/token").times(2));
    world.run(tab.ask()).unwrap();
    assert_eq!(world.wire.refreshes(), 3);
}

#[test]
fn answers_that_make_no_sense_are_not_asked_for_again() {
    let page = "<html>Service</html>";
    let wrong_kind = r#"{"access_token":"x","token_type":"mac","expires_in":3600}"#;
    let forever = r#"{"access_token":"x","token_type":"Bearer","expires_in":1e9}"#;
    // Without an error of its own each is a breach of the protocol.
    for (status, body, known) in [
        (200, page, None),
        (200, "{}", None),
        (200, wrong_kind, None),
        (200, forever, None),
        (204, "", None),
        (400, page, None),
        (400, r#"{"error":"invalid_client"}"#, Some(InvalidClient)),
        (400, r#"{"error":"invalid_request"}"#, Some(Refused)),
    ] {
        let (world, tab, script) = scripted(vec![answer(status, body)]);
        let error = match world.run(tab.session.access_token()) {
            Err(TokenUnavailable::NotRenewed(error)) => error,
            outcome => panic!("{outcome:?}"),
        };
        assert!(
            known.map_or(matches!(error, Protocol(_)), |known| known == error),
            "{error:?}"
        );
        assert_eq!(world.run(tab.ask()), Err(not_renewed(error)), "it rests");
        assert_eq!(script.requests().len(), 1);
        assert!(tab.listener().is_some() && tab.has_stored_grant());
    }
}

#[test]
fn a_429_is_waited_out_as_long_as_it_says() {
    for (seconds, rest) in [(None, 30), (Some(5), 30), (Some(120), 120)] {
        let limit = Response {
            status: 429,
            retry_after: seconds,
            body: String::new(),
        };
        let good = r#"{"access_token":"new","token_type":"Bearer","expires_in":3600}"#;
        let (world, tab, script) = scripted(vec![limit, answer(200, good)]);
        let error = TokenUnavailable::NotRenewed(Throttled {
            retry_after: seconds.map(Millis::from_secs),
        });
        for _ in 0..3 {
            assert_eq!(world.run(tab.session.access_token()), Err(error));
        }
        world.pass(Millis(rest * 1000 - 1));
        assert_eq!(world.run(tab.session.access_token()), Err(error));
        assert_eq!(script.requests().len(), 1);
        world.pass(Millis(1));
        assert!(world.run(tab.session.access_token()).is_ok());
        assert_eq!(script.requests().len(), 2);
    }
}

#[test]
fn a_renewal_that_nobody_waits_for_is_more_patient() {
    let (world, tab) = with_ended_token();
    world.order(Fault::new(FaultKind::Unavailable).on("/api/token"));
    world.run(tab.session.renew_if_due());
    assert_eq!(world.wire.refreshes(), 3);
    world.pass(Millis::from_secs(5 * 60 + 29));
    world.run(tab.session.renew_if_due());
    assert_eq!(world.wire.refreshes(), 3);
    world.pass(Millis::from_secs(1));
    world.run(tab.session.renew_if_due());
    assert_eq!(world.wire.refreshes(), 6);
    // Whoever needs the token waits only for the rest.
    world.all_is_well();
    world.pass(Millis::from_secs(30));
    world.run(tab.ask()).unwrap();
    assert_eq!(world.wire.refreshes(), 7);
}

#[test]
fn a_clock_that_is_set_back_does_not_lengthen_the_rest() {
    let (world, tab) = with_ended_token();
    world.order(Fault::new(FaultKind::Unavailable).on("/api/token"));
    world.run(tab.ask()).unwrap_err();
    world.all_is_well();
    world.clock.set_error(-1_200_000);
    world.run(tab.session.renew_if_due());
    world.run(tab.ask()).unwrap();
}

#[test]
fn when_the_answer_is_lost_after_rotation_the_listener_is_signed_out_once() {
    let (world, tab) = World::signed_in_with_rotation();
    world.pass(AN_HOUR);
    world.order(Fault::new(FaultKind::LoseAnswer).on("/api/token").times(1));
    let signed_out = Error::NoToken(TokenUnavailable::SignedOut);
    assert_eq!(world.run(tab.ask()), Err(signed_out.clone()));
    assert_eq!(world.wire.refreshes(), 2);
    assert_eq!(tab.session.state(), SessionState::Expired(client_id()));
    assert!(!tab.has_stored_grant());
    world.pass(AN_HOUR);
    assert_eq!(world.run(tab.ask()), Err(signed_out));
    assert_eq!(world.wire.calls().len(), 2);
}

#[test]
fn when_the_answer_is_lost_without_rotation_nobody_notices() {
    let (world, tab) = with_ended_token();
    world.order(Fault::new(FaultKind::LoseAnswer).on("/api/token").times(1));
    world.run(tab.ask()).unwrap();
    assert_eq!(world.wire.refreshes(), 2);
}

#[test]
fn a_grant_without_a_refresh_token_ends_with_its_access_token() {
    let granted = r#"{"access_token":"x","token_type":"Bearer","expires_in":3600}"#;
    let world = World::new();
    let script = ScriptedTransport::giving([answer(200, granted), answer(200, r#"{"id":"ada"}"#)]);
    let transport = Some(Rc::clone(&script) as Rc<_>);
    let tab = world.open_tab_with(TabSetup {
        transport,
        ..TabSetup::default()
    });
    world.sign_in(&tab).unwrap();
    world.pass(AN_HOUR);
    assert!(world.run(tab.ask()).unwrap_err().needs_sign_in());
    assert_eq!(tab.session.state(), SessionState::Expired(client_id()));
    assert_eq!(script.requests().len(), 2);
}

/// A tab whose access token has just ended, and that gets these answers.
fn scripted(answers: Vec<Response>) -> (World, Tab, Rc<ScriptedTransport>) {
    let (world, tab) = with_ended_token();
    let store = Some(Rc::clone(&tab.store));
    world.close(tab);
    let script = ScriptedTransport::giving(answers);
    let transport = Some(Rc::clone(&script) as Rc<_>);
    let tab = world.open_tab_with(TabSetup {
        store,
        transport,
        random: None,
    });
    (world, tab, script)
}
