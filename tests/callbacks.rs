//! What comes back in the address: each answer counts once, in the tab that
//! asked, for ten minutes, and only if it is whole.

#![expect(clippy::unwrap_used, reason = "a test may fail in this way")]

mod support;

use cratedigger::{
    oauth::{
        AuthorizationError::{AccessDenied, Other},
        AuthorizationFailure::{self, NotOurs, Refused},
        MalformedResponse::{
            self, DuplicateParameter, MissingState, NoSingleOutcome, TokenInAddress,
        },
    },
    ports::{Millis, Store},
    route::Route,
    session::{Arrival, CallbackFailure, SessionState},
};
use support::{Decision, Tab, World, key, request};

const ADA: Decision = Decision::Agree("ada01");

fn no(failure: AuthorizationFailure) -> CallbackFailure {
    failure.into()
}

fn bad(malformed: MalformedResponse) -> CallbackFailure {
    malformed.into()
}

/// A tab that was sent back with a good answer, as its code and its state.
fn sent_back(world: &World) -> (Tab, String, String) {
    let tab = world.open_tab();
    let query = world.consent(&tab, ADA);
    let rest = query.strip_prefix("code=").unwrap();
    let (code, state) = rest.split_once("&state=").unwrap();
    (tab, code.to_owned(), state.to_owned())
}

#[test]
fn a_refusal_is_a_refusal_once() {
    let world = World::new();
    let tab = world.open_tab();
    let query = world.consent(&tab, Decision::Cancel);
    let failed = tab.failed(&query);
    assert_eq!(
        (failed.failure, failed.return_to),
        (no(Refused(AccessDenied)), Route::top())
    );
    assert_eq!(tab.failed(&query).failure, no(NotOurs));
    assert_eq!(tab.session.state(), SessionState::SignedOut);
    assert_eq!((tab.pending(), world.wire.calls().len()), (0, 0));
}

#[test]
fn a_callback_that_is_replayed_or_reloaded_is_no_longer_ours() {
    let world = World::new();
    let tab = world.open_tab();
    let query = world.consent(&tab, ADA);
    let callback = tab.answered(&query);
    assert_eq!(
        tab.failed(&query).failure,
        no(NotOurs),
        "while it is exchanged"
    );
    drop(callback);
    let tab = world.reload(tab);
    assert_eq!(tab.failed(&query).failure, no(NotOurs), "after a reload");
    assert_eq!(world.wire.calls().len(), 0);
}

#[test]
fn a_stray_callback_leaves_the_session_alone() {
    let (world, tab) = World::signed_in();
    let (state, token) = (tab.session.state(), tab.access_token());
    for stray in [
        "code=x&state=y",
        "error=access_denied&state=y",
        "code=x",
        "access_token=x",
    ] {
        tab.failed(stray);
    }
    let query = world.consent(&tab, ADA);
    tab.answered(&query);
    tab.failed(&query);
    assert_eq!((tab.session.state(), tab.access_token()), (state, token));
    assert_eq!(world.wire.calls().len(), 0);
    assert!(world.reload(tab).listener().is_some());
}

#[test]
fn what_is_not_a_whole_answer_to_us_leads_nowhere() {
    // The answer, what comes of it, and whether it named our state, which
    // then is used up.
    let cases = [
        ("code={c}&code={c}&state={s}", bad(DuplicateParameter), true),
        (
            "code={c}&state={s}&state={s}",
            bad(DuplicateParameter),
            true,
        ),
        ("code={c}&state=x&state={s}", bad(DuplicateParameter), true),
        (
            "code={c}&state={s}&iss=x&iss=x",
            bad(DuplicateParameter),
            true,
        ),
        ("code={c}&error=x&state={s}", bad(NoSingleOutcome), true),
        ("state={s}", bad(NoSingleOutcome), true),
        ("code=&state={s}", bad(NoSingleOutcome), true),
        ("code={c}", bad(MissingState), false),
        ("code={c}&state=", bad(MissingState), false),
        ("error=access_denied", bad(MissingState), false),
        (
            "code={c}&state={s}&access_token=x",
            bad(TokenInAddress),
            true,
        ),
        ("code={c}&state={s}&id_token=x", bad(TokenInAddress), true),
        ("code={c}&state=x", no(NotOurs), false),
        ("code={c}&state={s}x", no(NotOurs), false),
        ("error=access_denied&state=x", no(NotOurs), false),
        (
            "code={c}&state={s}&iss=https%3A%2F%2Faccounts.spotify.com%2F",
            no(NotOurs),
            true,
        ),
        (
            "code={c}&state={s}&iss=https%3A%2F%2Fevil.example",
            no(NotOurs),
            true,
        ),
        ("error=<script>&state={s}", no(Refused(Other)), true),
    ];
    for (hostile, failure, uses_it_up) in cases {
        let world = World::new();
        let (tab, code, state) = sent_back(&world);
        let hostile = hostile.replace("{c}", &code).replace("{s}", &state);
        assert_eq!(tab.failed(&hostile).failure, failure, "{hostile}");
        assert_eq!(tab.pending(), usize::from(!uses_it_up), "{hostile}");
        let good = tab
            .session
            .receive(&format!("code={code}&state={state}"), "");
        assert_eq!(
            matches!(good, Arrival::Answered(_)),
            !uses_it_up,
            "{hostile}"
        );
        assert_eq!(world.wire.calls().len(), 0, "{hostile}");
        assert_eq!(tab.session.state(), SessionState::SignedOut);
    }
}

#[test]
fn a_token_in_the_fragment_is_never_believed() {
    let world = World::new();
    let (tab, code, state) = sent_back(&world);
    for query in ["", &format!("code={code}&state={state}")] {
        match tab
            .session
            .receive(query, "access_token=x&token_type=Bearer")
        {
            Arrival::Failed(failed) => assert_eq!(failed.failure, bad(TokenInAddress)),
            arrival => panic!("{arrival:?}"),
        }
    }
    assert_eq!(
        (tab.session.state(), tab.pending()),
        (SessionState::SignedOut, 0)
    );
}

#[test]
fn spotify_may_name_itself() {
    let world = World::new();
    let (tab, code, state) = sent_back(&world);
    let issuer = "iss=https%3A%2F%2Faccounts.spotify.com";
    world
        .finish(
            &tab,
            &format!("code={code}&state={state}&{issuer}&unknown=1"),
        )
        .unwrap();
    assert!(tab.listener().is_some());
}

#[test]
fn an_answer_counts_for_ten_minutes() {
    for (wait, counts) in [(Millis::from_minutes(10), true), (Millis(600_001), false)] {
        let world = World::new();
        let tab = world.open_tab();
        let url = tab.session.begin(request(Route::top())).unwrap();
        world.pass(wait);
        let query = world.visit(url.as_str(), ADA).unwrap();
        let arrival = tab.session.receive(&query, "");
        assert_eq!(matches!(arrival, Arrival::Answered(_)), counts, "{wait:?}");
        assert_eq!((tab.pending(), world.wire.calls().len()), (0, 0));
    }
}

#[test]
fn what_is_too_old_is_swept_out_at_the_next_attempt() {
    let world = World::new();
    let tab = world.open_tab();
    tab.session.begin(request(Route::Home)).unwrap();
    world.pass(Millis::from_minutes(11));
    tab.session.begin(request(Route::Home)).unwrap();
    assert_eq!(tab.pending(), 1);
}

#[test]
fn once_signed_in_nothing_is_waited_for_any_more() {
    let world = World::new();
    let tab = world.open_tab();
    tab.session.begin(request(Route::Settings)).unwrap();
    world.sign_in(&tab).unwrap();
    assert_eq!(tab.pending(), 0);
}

#[test]
fn an_answer_counts_only_in_the_tab_that_asked() {
    let world = World::new();
    let (tab, code, state) = sent_back(&world);
    let query = format!("code={code}&state={state}");
    assert_eq!(world.open_tab().failed(&query).failure, no(NotOurs));
    // Storage that was carried over from another tab does not help.
    tab.store.set(&key("tab"), "another").unwrap();
    assert_eq!(tab.failed(&query).failure, no(NotOurs));
    assert_eq!(world.wire.calls().len(), 0);
}

#[test]
fn coming_back_without_an_answer_is_noticed() {
    let world = World::new();
    let tab = world.open_tab();
    let is_ordinary = |tab: &Tab| matches!(tab.session.receive("utm=1", ""), Arrival::Ordinary);
    assert!(is_ordinary(&tab));
    let unknown_address = "http://127.0.0.1:8080/not-registered";
    let url = tab.session.begin(request(Route::Home)).unwrap();
    let at = url
        .as_str()
        .replace("127.0.0.1%3A8080%2F", "127.0.0.1%3A8080%2Fnot-registered");
    let page = world.visit(&at, ADA).expect_err(unknown_address);
    assert!(page.contains("INVALID_CLIENT: Invalid redirect URI"));
    assert!(matches!(tab.session.receive("", ""), Arrival::Unfinished));
    assert_eq!(tab.pending(), 1);
    tab.session.give_up_pending();
    assert_eq!(tab.pending(), 0);
    assert!(is_ordinary(&tab));
}
