//! What tabs tell each other, and what they do not listen to.

#![expect(clippy::unwrap_used, reason = "a test may fail in this way")]

mod support;

use cratedigger::{
    ports::Millis,
    session::{Forget, SessionState},
};
use support::{Tab, World};

const AN_HOUR: Millis = Millis::from_minutes(60);

/// No tab of the app, but on the same origin.
const STRANGER: u32 = 0;

/// The value of `field` in the last message that was posted.
fn last_posted(world: &World, field: &str) -> String {
    let posted = world.browser.posted();
    let message: serde_json::Value = serde_json::from_str(posted.last().unwrap()).unwrap();
    message[field].as_str().unwrap_or_default().to_owned()
}

/// A complete answer to the question called `nonce`.
fn reply(nonce: &str, token: &str, renew_at: Millis) -> String {
    serde_json::json!({
        "kind": "access-token/2",
        "nonce": nonce,
        "family": "f",
        "client_id": "4f1c0a9be27d4d0c8a6f7e35b1902d6c",
        "access_token": token,
        "scopes": "user-top-read",
        "renew_at": renew_at.0,
        "authorized_at": 0,
        "listener_id": "ada01",
        "listener_name": "Ada",
        "attended_at": 0,
    })
    .to_string()
}

fn say(world: &World, message: &str) {
    world.browser.post(STRANGER, message);
    world.settle();
}

#[test]
fn signing_out_reaches_every_copy() {
    for leaver in 0..3 {
        let (world, owner) = World::signed_in();
        let copies = [world.duplicate(&owner), world.duplicate(&owner)];
        let [copy, another] = copies;
        let tabs = [owner, copy, another];
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
fn signing_out_does_not_reach_another_session() {
    let (world, tab) = World::signed_in();
    let another = world.open_tab();
    world.sign_in_as(&another, "cleo");
    tab.session.sign_out(Forget::Session);
    world.settle();
    assert_eq!(another.listener().unwrap().id.as_str(), "cleo");
    assert!(another.has_stored_grant());
}

#[test]
fn a_copy_that_waits_for_a_token_is_told_to_stop() {
    let (world, owner) = World::signed_in();
    let copy = world.duplicate(&owner);
    world.pass(AN_HOUR);
    world.freeze(&owner);
    let call = world.start(copy.ask());
    owner.session.sign_out(Forget::Session);
    world.settle();
    assert_eq!(copy.session.state(), SessionState::SignedOut);
    assert!(world.run(call).unwrap_err().needs_sign_in());
    assert_eq!(
        (copy.store.present().len(), world.wire.calls().len()),
        (0, 0)
    );
}

#[test]
fn what_is_no_message_of_ours_changes_nothing() {
    let (world, owner) = World::signed_in();
    let ours = owner.store.dump();
    let (state, token) = (owner.session.state(), owner.access_token());
    for garbled in [
        "",
        "{}",
        "[]",
        "null",
        "\u{0}",
        "signed-out/1",
        r#"{"kind":"signed-out/1"}"#,
        r#"{"kind":"signed-out/1","family":7}"#,
        r#"{"kind":"signed-out/1","family":""}"#,
        r#"{"kind":"signed-out/1","family":"somebody else's"}"#,
        r#"{"kind":"access-token-request/1","family":"?","nonce":"n","beyond":0}"#,
        r#"{"kind":"access-token-request/2","family":"?","nonce":"n","beyond":0,"obtained_at":0,"asked_at":0}"#,
        r#"{"kind":"access-token-request/2","family":"?","nonce":"n","beyond":-1,"obtained_at":0,"asked_at":0}"#,
        r#"{"kind":"session-request/1","nonce":"n","beyond":0,"of":"somebody-else"}"#,
        r#"{"kind":"session-request/1","nonce":"n","beyond":0,"of":""}"#,
        r#"{"kind":"session-request/2","nonce":"n","beyond":0}"#,
        r#"{"kind":"session-followed/1","family":"somebody else's","by":"x"}"#,
        r#"{"kind":"access-token-soon/1","nonce":"n"}"#,
        r#"{"kind":"access-token/2","nonce":"n","access_token":"x","scopes":"","renew_at":9e99}"#,
        &reply("n", "x", Millis(9_999_999_999_999)),
    ] {
        let posted = world.browser.posted().len();
        say(&world, garbled);
        assert_eq!(
            (owner.session.state(), owner.access_token()),
            (state.clone(), token.clone())
        );
        assert_eq!(owner.store.dump(), ours, "{garbled}");
        assert_eq!(
            world.browser.posted().len(),
            posted + 1,
            "answered: {garbled}"
        );
    }
    assert_eq!(world.wire.calls().len(), 0);
}

#[test]
fn a_message_of_another_version_is_ignored() {
    let (world, tab) = World::signed_in();
    let family = family_of(&tab);
    for kind in ["signed-out/2", "signed-out", "Signed-Out/1"] {
        say(
            &world,
            &format!(r#"{{"kind":"{kind}","family":"{family}"}}"#),
        );
        assert!(tab.listener().is_some(), "{kind}");
    }
    say(
        &world,
        &format!(r#"{{"kind":"signed-out/1","family":"{family}"}}"#),
    );
    assert_eq!(tab.session.state(), SessionState::SignedOut);
}

#[test]
fn only_the_answer_to_the_own_question_counts() {
    let (world, owner) = World::signed_in();
    let copy = world.duplicate(&owner);
    world.freeze(&owner);
    world.pass(AN_HOUR);
    let call = world.start(copy.ask());
    let nonce = last_posted(&world, "nonce");
    let later = world.clock.true_now() + AN_HOUR;
    say(&world, &reply("another", "stray", later));
    assert_ne!(copy.access_token(), "stray");
    say(&world, &reply(&nonce, "theirs", later));
    assert_eq!(copy.access_token(), "theirs");
    say(&world, &reply(&nonce, "twice", later));
    assert_eq!(copy.access_token(), "theirs");
    drop(call);
}

#[test]
fn a_token_that_has_ended_is_no_answer() {
    let (world, owner) = World::signed_in();
    let copy = world.duplicate(&owner);
    let token = copy.access_token();
    world.freeze(&owner);
    world.pass(AN_HOUR);
    let call = world.start(copy.ask());
    let nonce = last_posted(&world, "nonce");
    say(&world, &reply(&nonce, "old", world.clock.true_now()));
    assert!(world.run(call).unwrap_err().is_retryable());
    assert_eq!(copy.access_token(), token);
}

#[test]
fn nothing_is_told_unless_it_is_asked_for() {
    let (world, owner) = World::signed_in();
    let copy = world.duplicate(&owner);
    world.run(owner.ask()).unwrap();
    world.run(copy.ask()).unwrap();
    world.pass(AN_HOUR);
    world.run(owner.ask()).unwrap();
    assert_eq!(world.browser.posted(), [""; 0]);
}

#[test]
fn a_question_tells_no_secret_at_all() {
    let (world, owner) = World::signed_in();
    let copy = world.duplicate(&owner);
    world.freeze(&owner);
    world.pass(AN_HOUR);
    world.run(copy.ask()).unwrap_err();
    let posted = world.browser.posted();
    assert_eq!(posted.len(), 1);
    for secret in [copy.access_token(), copy.refresh_token()] {
        assert!(!posted[0].contains(&secret));
    }
}

fn family_of(tab: &Tab) -> String {
    let stored = tab.store.dump();
    let (_, rest) = stored.split_once(r#"\"family\":\""#).unwrap();
    rest.split('\\').next().unwrap().to_owned()
}
