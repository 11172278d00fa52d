//! Practice runs: every step is real, and the session knows nothing of them
//! until it is asked to.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may fail in this way"
)]

mod support;

use cratedigger::{
    oauth::{Check, CodeVerifier, Parameter, ScopeSet, Secret, TokenAnswer, TokenError},
    ports::{Millis, StoreError},
    session::{Arrival, CallbackFailure, Judged, SessionState},
    workshop::steps::{Draft, EXAMPLE_VERIFIER, Practice, Step},
};
use simulator::SwitchChange;
use support::{Decision, Tab, World, client_id, redirect_uri};

const ADA: Decision = Decision::Agree("ada01");

fn draft(tab: &Tab) -> Draft {
    let secrets = tab.session.fresh_secrets().unwrap();
    Draft::new(secrets, Some(client_id()), redirect_uri())
}

/// Goes to Spotify with `draft`, and comes back as the listener decides.
fn sent_back(world: &World, tab: &Tab, draft: &Draft, decision: Decision) -> Box<Judged> {
    let url = tab
        .session
        .begin_practice(draft.request().unwrap())
        .unwrap();
    let query = world.visit(url.as_str(), decision).unwrap();
    judged(tab, &query)
}

fn judged(tab: &Tab, query: &str) -> Box<Judged> {
    match tab.session.receive(query, "") {
        Arrival::Practice(judged) => judged,
        arrival => panic!("{arrival:?}"),
    }
}

fn answered(world: &World, tab: &Tab) -> Practice {
    let judged = sent_back(world, tab, &draft(tab), ADA);
    Practice::answered(judged, draft(tab))
}

fn exchange(world: &World, tab: &Tab, practice: &mut Practice) -> Result<(), TokenError> {
    let callback = practice.to_exchange().unwrap();
    let (trace, granted) = world.run(tab.session.practise_exchange(callback));
    let outcome = granted.as_ref().map(drop).map_err(|error| *error);
    assert!(practice.exchanged(trace, granted.ok()));
    outcome
}

/// A practice run of somebody who is not signed in, with its grant.
fn exchanged() -> (World, Tab, Practice) {
    let world = World::new();
    let tab = world.open_tab();
    let mut practice = answered(&world, &tab);
    exchange(&world, &tab, &mut practice).unwrap();
    (world, tab, practice)
}

fn refresh(world: &World, tab: &Tab, practice: &mut Practice) {
    let granted = practice.granted().unwrap().clone();
    let refreshed = world.run(tab.session.practise_refresh(&granted));
    let (trace, granted) = refreshed.unwrap();
    practice.refreshed(trace, granted);
}

fn described(practice: &Practice) -> Option<Parameter> {
    let answer = &practice.exchange().unwrap().answer;
    answer.member("error_description").cloned()
}

fn refresh_token(practice: &Practice) -> String {
    let tokens = &practice.granted().unwrap().tokens;
    tokens.refresh.as_ref().unwrap().expose().to_owned()
}

#[test]
fn what_comes_back_is_judged_and_nothing_is_done_with_it() {
    let (world, tab) = World::signed_in();
    let token = tab.access_token();
    let practice = answered(&world, &tab);
    let trace = &practice.answer().unwrap().trace;
    assert_eq!((trace.failed, practice.furthest()), (None, Step::Exchange));
    assert_eq!(world.wire.calls().len(), 0);
    assert_eq!((tab.access_token(), tab.pending()), (token, 0));
    assert!(tab.listener().is_some());
}

#[test]
fn a_grant_of_practice_is_kept_nowhere_until_it_is_to_be_the_session() {
    let (world, tab, practice) = exchanged();
    assert_eq!(practice.furthest(), Step::Answer);
    assert!(!tab.has_stored_grant());
    assert_eq!(tab.session.state(), SessionState::SignedOut);
    assert_eq!(tab.session.trace(), None);

    let granted = practice.granted().unwrap().clone();
    let (token, story) = (granted.tokens.access.clone(), practice.story().unwrap());
    let used = tab
        .session
        .use_practice(granted, story.clone(), &tab.client);
    world.run(used).unwrap();
    assert_eq!(tab.access_token(), token.expose());
    assert!(tab.has_stored_grant() && tab.listener().is_some());
    assert_eq!(tab.session.trace(), Some(story));
    let tab = world.reload(tab);
    assert!(tab.session.trace().is_none() && tab.session.grant().is_some());
}

#[test]
fn a_verifier_of_another_challenge_is_refused_by_spotify() {
    let world = World::new();
    let tab = world.open_tab();
    let mut draft = draft(&tab);
    draft.take_example();
    let judged = sent_back(&world, &tab, &draft, ADA);
    let mut practice = Practice::answered(judged, draft);
    practice.instead = Some(CodeVerifier::parse(&"a".repeat(43)));
    let refused = exchange(&world, &tab, &mut practice);
    assert_eq!(refused, Err(TokenError::InvalidGrant));
    let words = Parameter::plain("error_description", "code_verifier was incorrect");
    assert_eq!(described(&practice), Some(words));
    assert!(practice.granted().is_none());
}

#[test]
fn the_example_of_the_rfc_works_like_any_verifier() {
    let world = World::new();
    let tab = world.open_tab();
    let mut draft = draft(&tab);
    draft.take_example();
    let judged = sent_back(&world, &tab, &draft, ADA);
    let mut practice = Practice::answered(judged, draft);
    exchange(&world, &tab, &mut practice).unwrap();
    let verifier = CodeVerifier::parse(EXAMPLE_VERIFIER).unwrap();
    let sent = &practice.exchange().unwrap().sent;
    let own = Parameter::secret("code_verifier", Secret::Verifier(verifier));
    assert!(sent.contains(&own));
}

#[test]
fn a_code_works_once_and_what_it_granted_stays() {
    let (world, tab, mut practice) = exchanged();
    let again = exchange(&world, &tab, &mut practice);
    assert_eq!(again, Err(TokenError::InvalidGrant));
    let words = Parameter::plain("error_description", "Invalid authorization code");
    assert_eq!(described(&practice), Some(words));
    assert!(practice.granted().is_some());
    practice.let_go();
    assert_eq!(
        (practice.granted(), practice.furthest()),
        (None, Step::Exchange)
    );
}

#[test]
fn a_code_that_waited_too_long_is_refused() {
    let world = World::new();
    let tab = world.open_tab();
    let mut practice = answered(&world, &tab);
    world.pass(Millis::from_minutes(11));
    let refused = exchange(&world, &tab, &mut practice);
    assert_eq!(refused, Err(TokenError::CodeExpired));
    let words = Parameter::plain("error_description", "Authorization code expired");
    assert_eq!(described(&practice), Some(words));
}

#[test]
fn saying_no_ends_it_at_the_last_check() {
    let world = World::new();
    let tab = world.open_tab();
    let judged = sent_back(&world, &tab, &draft(&tab), Decision::Cancel);
    assert_eq!(judged.trace.failed, Some(Check::Agreed));
    let practice = Practice::answered(judged, draft(&tab));
    assert_eq!(practice.furthest(), Step::Callback);
    assert!(practice.to_exchange().is_none());
}

#[test]
fn another_state_is_judged_as_the_vault_would() {
    let world = World::new();
    let tab = world.open_tab();
    let practice = answered(&world, &tab);
    let trace = &practice.answer().unwrap().trace;
    let (_, wrong) = tab.session.fresh_secrets().unwrap();
    let judged = trace.with_state(wrong.clone()).unwrap();
    assert_eq!(judged.trace.failed, Some(Check::Pending));
    assert!(judged.verdict.is_err());
    // The app itself says the same to the same address.
    let failed = tab.failed(&format!("code=c&state={}", wrong.expose()));
    assert_eq!(Some(failed.failure), judged.verdict.err());
    let right = practice.sent().unwrap().state.clone();
    assert!(trace.with_state(right).unwrap().verdict.is_ok());
}

#[test]
fn an_answer_to_practice_counts_once() {
    let world = World::new();
    let tab = world.open_tab();
    let draft = draft(&tab);
    let url = tab.session.begin_practice(draft.request().unwrap());
    let query = world.visit(url.unwrap().as_str(), ADA).unwrap();
    assert!(judged(&tab, &query).verdict.is_ok());
    let again = tab.failed(&query);
    assert!(matches!(again.failure, CallbackFailure::Authorization(_)));
}

#[test]
fn whoever_comes_back_from_practice_without_an_answer_has_not_begun_to_sign_in() {
    let world = World::new();
    let tab = world.open_tab();
    let request = draft(&tab).request().unwrap();
    tab.session.begin_practice(request).unwrap();
    let tab = world.reload(tab);
    assert!(matches!(tab.session.receive("", ""), Arrival::Ordinary));
}

#[test]
fn a_refresh_keeps_the_refresh_token_or_brings_a_new_one() {
    let (world, tab, mut practice) = exchanged();
    let first = refresh_token(&practice);
    refresh(&world, &tab, &mut practice);
    assert_eq!(practice.renewed().unwrap().rotated, Ok(false));
    assert_eq!(refresh_token(&practice), first);

    let change = SwitchChange {
        legacy_rotation: Some(true),
        ..SwitchChange::default()
    };
    world.spotify.borrow_mut().switch(change);
    refresh(&world, &tab, &mut practice);
    assert_eq!(practice.renewed().unwrap().rotated, Ok(true));
    assert_ne!(refresh_token(&practice), first);
    assert!(!tab.has_stored_grant());
}

#[test]
fn a_refresh_of_what_was_thrown_away_brings_nothing_back() {
    let (world, tab, mut practice) = exchanged();
    let granted = practice.granted().unwrap().clone();
    let late = world.run(tab.session.practise_refresh(&granted));
    let (trace, granted) = late.unwrap();
    practice.let_go();
    practice.is_waiting = true;
    practice.refreshed(trace, granted);
    assert!(practice.granted().is_none() && practice.renewed().is_none());
    assert!(practice.is_waiting);
}

#[test]
fn a_grant_that_cannot_be_kept_tells_no_story() {
    let (world, tab, practice) = exchanged();
    let (granted, story) = (practice.granted().unwrap(), practice.story().unwrap());
    tab.store.refuse(Some(StoreError::Full));
    let used = tab
        .session
        .use_practice(granted.clone(), story, &tab.client);
    assert!(world.run(used).is_err());
    assert!(tab.session.trace().is_none() && tab.session.grant().is_none());
}

#[test]
fn whoever_comes_back_without_an_answer_begins_with_what_they_chose() {
    let world = World::new();
    let tab = world.open_tab();
    let mut chosen = draft(&tab);
    chosen.scopes = ScopeSet::default();
    chosen.show_dialog = false;
    tab.session
        .begin_practice(chosen.request().unwrap())
        .unwrap();
    let tab = world.reload(tab);
    let asked = tab.session.unanswered_practice().unwrap();
    let secrets = tab.session.fresh_secrets().unwrap();
    let anew = Draft::new(secrets, None, redirect_uri()).like(asked);
    assert_eq!(anew.client_id, chosen.client_id);
    assert_eq!((anew.scopes, anew.show_dialog), (chosen.scopes, false));
    assert_ne!((anew.verifier, anew.state), (chosen.verifier, chosen.state));
    world.pass(Millis::from_minutes(11));
    assert!(tab.session.unanswered_practice().is_none());
}

#[test]
fn an_answer_that_comes_late_is_none_of_another_run() {
    let world = World::new();
    let tab = world.open_tab();
    let callback = answered(&world, &tab).to_exchange().unwrap();
    let (trace, granted) = world.run(tab.session.practise_exchange(callback));
    for mut other in [Practice::begin(draft(&tab)), answered(&world, &tab)] {
        let furthest = other.furthest();
        assert!(!other.exchanged(trace.clone(), granted.clone().ok()));
        assert!(other.exchange().is_none() && other.granted().is_none());
        assert_eq!(other.furthest(), furthest);
    }
}

#[test]
fn the_sign_in_of_this_page_is_told_with_its_answer() {
    let world = World::new();
    let tab = world.open_tab();
    world.sign_in(&tab).unwrap();
    let story = tab.session.trace().unwrap();
    let request = story.callback.request.unwrap();
    assert_eq!(request.request().scopes, ScopeSet::at_sign_in());
    let exchange = story.exchange.unwrap();
    let verifier = Secret::Verifier(request.request().verifier.clone());
    assert!(
        exchange
            .sent
            .contains(&Parameter::secret("code_verifier", verifier))
    );
    let TokenAnswer::Fields {
        status: 200,
        members,
    } = exchange.answer
    else {
        panic!("no answer");
    };
    let access = members.iter().find(|member| member.name == "access_token");
    let Some(Secret::Access(access)) = access.unwrap().as_secret() else {
        panic!("no token");
    };
    assert_eq!(access.expose(), tab.access_token());
    tab.session.sign_out(cratedigger::session::Forget::Session);
    assert_eq!(tab.session.trace(), None);
}
