//! The workshop against Spotify: calls made to see what comes, whosever token
//! they carry, and a session that recovers in plain sight.

#![expect(clippy::expect_used, reason = "a test may fail in this way")]

mod support;

use std::{cell::RefCell, rc::Rc};

use cratedigger::{
    oauth::{Scope, ScopeSet},
    ports::{Method, Millis, Transport, TransportError},
    session::TokenOrigin,
    spotify::{
        BearerToken, Bucket, Call, Endpoint, Error, Limit, Refusal, TokenUnavailable, Trial,
        Window,
        endpoints::{me, player, saved, search},
    },
    workshop::{Evidence, Exchange, Holder, PROBES, Probe, Witness, pasted_token},
};
use serde_json::json;
use simulator::{Fault, FaultKind};
use support::{Tab, TabSetup, World, scripted};

fn call(endpoint: &'static Endpoint, entries: &[(&str, &str)]) -> Call<()> {
    endpoint.filled(entries).expect("nothing is wrong")
}

fn try_out(world: &World, tab: &Tab, call: &Call<()>, bearer: &BearerToken) -> Trial {
    let trial = world.run(tab.client.try_out(call, bearer.clone()));
    trial.expect("an answer")
}

fn who(world: &World, tab: &Tab, bearer: &BearerToken) -> Holder {
    Holder::shown_by(&try_out(world, tab, &call(&me::PROFILE, &[]), bearer))
}

/// A token of the listener's for `scope`, or of the app alone.
fn pasted(world: &World, order: &serde_json::Value) -> BearerToken {
    let told = world.control("POST /tokens", order);
    let token = told["access_token"].as_str().expect("a token");
    BearerToken::Given(pasted_token(token).expect("well-formed"))
}

fn small(probe: Probe) -> Call<()> {
    probe.call().expect("a call")
}

#[test]
fn each_token_is_known_by_what_spotify_answers() {
    let (world, tab) = World::signed_in();
    let of_ada = pasted(&world, &json!({"account": "ada01"}));
    let of_cleo = pasted(&world, &json!({"account": "cleo"}));
    let of_bob = pasted(&world, &json!({"account": "bob"}));
    let of_nobody = pasted(&world, &json!({"app_alone": true}));
    let made_up = BearerToken::Given(pasted_token("BQmade-up").expect("well-formed"));
    let name = |holder: Holder| match holder {
        Holder::Listener(listener) => listener.name(),
        other => panic!("{other:?}"),
    };
    assert_eq!(name(who(&world, &tab, &BearerToken::Session)), "Ada");
    assert_eq!(name(who(&world, &tab, &of_ada)), "Ada");
    assert_eq!(name(who(&world, &tab, &of_cleo)), "cleo");
    assert_eq!(who(&world, &tab, &of_bob), Holder::NotAdmitted);
    assert_eq!(who(&world, &tab, &of_nobody), Holder::NoListener);
    assert_eq!(who(&world, &tab, &made_up), Holder::NotAccepted);
    world.expire_access_tokens();
    assert_eq!(who(&world, &tab, &of_cleo), Holder::NotAccepted);
}

#[test]
fn a_token_of_an_app_alone_reads_what_is_open_to_all() {
    let (world, tab) = World::signed_in();
    let of_nobody = pasted(&world, &json!({"app_alone": true}));
    let search = call(
        &search::SEARCH,
        &[("q", "salt"), ("type", "artist"), ("limit", "1")],
    );
    let trial = try_out(&world, &tab, &search, &of_nobody);
    assert_eq!((trial.response.status, trial.error), (200, None));
    assert!(trial.response.body.contains("\"artists\""));
}

#[test]
fn another_token_leaves_the_session_and_its_memory_alone() {
    let (world, tab) = World::signed_in_for_everything();
    let of_cleo = pasted(&world, &json!({"account": "cleo"}));
    let BearerToken::Given(token) = &of_cleo else {
        panic!("a token");
    };
    let bearer = token.expose().to_owned();
    world.wire.forget();
    let call = || call(&saved::TRACKS, &[("limit", "50"), ("offset", "0")]);
    let trial = try_out(&world, &tab, &call(), &of_cleo);
    assert_eq!(trial.response.status, 200);
    assert_eq!(
        world.wire.calls()[0].bearer.as_deref(),
        Some(bearer.as_str())
    );
    // The app asks for the same, and gets its own answer.
    let ours = world.read(&tab, saved::tracks(Window::first()));
    assert_eq!(world.wire.api_calls("/v1/me/tracks"), 2);
    assert_eq!(world.wire.calls()[1].bearer, Some(tab.access_token()));
    // What is known is asked again, and what came is not remembered.
    try_out(&world, &tab, &call(), &BearerToken::Session);
    assert_eq!(world.wire.api_calls("/v1/me/tracks"), 3);
    let again = world.read(&tab, saved::tracks(Window::first()));
    assert!(std::sync::Arc::ptr_eq(&ours, &again));
}

#[test]
fn whatever_comes_is_shown_once_and_counted() {
    let (world, tab) = World::signed_in();
    let status = |trial: &Trial| trial.response.status;
    // Not granted: the app would not even ask.
    let refused = try_out(
        &world,
        &tab,
        &call(&saved::TRACKS, &[]),
        &BearerToken::Session,
    );
    let lacking = Error::Forbidden(Refusal::InsufficientScope);
    assert_eq!((status(&refused), refused.error), (403, Some(lacking)));
    // Trouble at Spotify is not asked about again.
    world.order(Fault::new(FaultKind::BadGateway).on("/v1/me/top"));
    let trouble = try_out(
        &world,
        &tab,
        &call(&me::TOP_TRACKS, &[]),
        &BearerToken::Session,
    );
    assert_eq!(trouble.error, Some(Error::ServerTrouble(502)));
    assert_eq!(world.wire.api_calls("/v1/me/top/tracks"), 1);
    let sent = |bucket| tab.client.meter().tally(bucket).sent;
    assert_eq!((sent(Bucket::Library), sent(Bucket::Profile)), (1, 2));
}

#[test]
fn a_limit_holds_for_every_token() {
    let (world, tab) = World::signed_in();
    let of_nobody = pasted(&world, &json!({"app_alone": true}));
    world.order(Fault::new(FaultKind::Quota).on("/v1/search"));
    let search = || call(&search::SEARCH, &[("q", "salt"), ("type", "artist")]);
    let limited = try_out(&world, &tab, &search(), &of_nobody);
    assert_eq!(limited.response.status, 429);
    world.wire.forget();
    let outcome = world.run(tab.client.try_out(&search(), BearerToken::Session));
    let Err(Error::Limited(limited)) = outcome else {
        panic!("{outcome:?}");
    };
    assert_eq!(limited.limit, Limit::Quota);
    assert_eq!(world.wire.calls().len(), 0);
}

#[test]
fn probes_prove_what_was_granted_and_refute_the_rest() {
    let (world, tab) = World::signed_in();
    let granted = "user-top-read user-library-read user-read-playback-state";
    let of_cleo = pasted(&world, &json!({"account": "cleo", "scope": granted}));
    world.wire.forget();
    let mut evidence = Evidence::default();
    for probe in PROBES {
        let trial = try_out(&world, &tab, &small(*probe), &of_cleo);
        evidence = evidence.with(&small(*probe), &trial);
    }
    assert_eq!(evidence.proven, ScopeSet::parse(granted));
    let refuted = [
        Scope::UserReadRecentlyPlayed,
        Scope::UserReadCurrentlyPlaying,
        Scope::UserFollowRead,
        Scope::PlaylistReadPrivate,
    ];
    assert_eq!(evidence.refuted, ScopeSet::from_iter(refuted));
    assert_eq!(world.wire.calls().len(), PROBES.len());
    assert_eq!(world.marks(), [""; 0]);
}

/// A tab of a signed-in listener whose way to Spotify is watched.
fn watched(world: &World, tab: Tab) -> (Tab, Rc<Witness>) {
    let store = Some(Rc::clone(&tab.store));
    world.close(tab);
    let clock = Rc::clone(&world.clock) as Rc<_>;
    let witness = Rc::new(Witness::of(Rc::new(world.wire.clone()), clock));
    let tab = world.open_tab_with(TabSetup {
        store,
        transport: Some(Rc::clone(&witness) as Rc<dyn Transport>),
        random: None,
    });
    world.wire.forget();
    (tab, witness)
}

fn watch(witness: &Witness) -> Rc<RefCell<Vec<Exchange>>> {
    let seen = Rc::new(RefCell::new(Vec::new()));
    let own = Rc::clone(&seen);
    witness.watch(move |exchanges| *own.borrow_mut() = exchanges.to_vec());
    seen
}

type Told<'a> = (Method, &'a str, Option<Result<u16, TransportError>>);

fn told(exchanges: &[Exchange]) -> Vec<Told<'_>> {
    let told = exchanges.iter();
    told.map(|own| (own.method, own.address.as_str(), own.outcome))
        .collect()
}

const PROFILE: &str = "https://api.spotify.com/v1/me";
const TOKEN: &str = "https://accounts.spotify.com/api/token";

#[test]
fn a_spoilt_token_is_recovered_from_in_plain_sight() {
    let (world, tab) = World::signed_in();
    let (tab, witness) = watched(&world, tab);
    // A renewal just before does not stand in the way.
    world.run(tab.session.renew_now()).expect("a renewal");
    let seen = watch(&witness);
    let former = tab.access_token();
    let spoilt = tab.session.spoil_access_token().expect("a session");
    assert_ne!(tab.access_token(), former);
    world.run(tab.ask()).expect("a profile");
    tab.session.put_back(spoilt);
    witness.look_away();
    assert_eq!(
        told(&seen.borrow()),
        [
            (Method::Get, PROFILE, Some(Ok(401))),
            (Method::Post, TOKEN, Some(Ok(200))),
            (Method::Get, PROFILE, Some(Ok(200))),
        ]
    );
    assert!(seen.borrow().iter().all(|own| own.took > Millis::ZERO));
    assert_ne!(tab.access_token(), former);
    world.run(tab.ask()).expect("a profile");
    assert_eq!(seen.borrow().len(), 3);
}

#[test]
fn a_recovery_that_fails_puts_the_former_token_back() {
    let (world, tab) = World::signed_in();
    let (tab, witness) = watched(&world, tab);
    let seen = watch(&witness);
    let former = tab.access_token();
    let spoilt = tab.session.spoil_access_token().expect("a session");
    world.wire.fail("/api/token", TransportError::Offline);
    assert!(world.run(tab.ask()).is_err());
    tab.session.put_back(spoilt);
    assert_eq!(tab.access_token(), former);
    let (first, second) = (seen.borrow()[0].outcome, seen.borrow()[1].outcome);
    assert_eq!(
        (first, second),
        (Some(Ok(401)), Some(Err(TransportError::Offline)))
    );
    world.wire.release();
    world.run(tab.ask()).expect("a profile");
}

#[test]
fn a_spoilt_token_is_never_written_down() {
    let (world, tab) = World::signed_in();
    let former = tab.access_token();
    tab.session.spoil_access_token().expect("a session");
    let store = Rc::clone(&tab.store);
    world.close(tab);
    let setup = TabSetup {
        store: Some(store),
        ..TabSetup::default()
    };
    assert_eq!(world.open_tab_with(setup).access_token(), former);
}

#[test]
fn a_renewal_says_whether_a_new_refresh_token_came() {
    let (world, tab) = World::signed_in();
    let refresh_token = tab.refresh_token();
    let renewed = world.run(tab.session.renew_now()).expect("a renewal");
    let kept = TokenOrigin::Spotify {
        with_refresh_token: false,
    };
    assert_eq!(renewed.from, kept);
    assert_eq!(tab.refresh_token(), refresh_token);
    let grant = tab.session.grant().expect("a grant");
    assert_eq!(renewed.renew_at, grant.tokens.renew_at);

    let (world, tab) = World::signed_in_with_rotation();
    let refresh_token = tab.refresh_token();
    let renewed = world.run(tab.session.renew_now()).expect("a renewal");
    let rotated = TokenOrigin::Spotify {
        with_refresh_token: true,
    };
    assert_eq!(renewed.from, rotated);
    assert_ne!(tab.refresh_token(), refresh_token);
}

#[test]
fn a_renewal_says_which_tab_it_came_from() {
    let (world, owner) = World::signed_in_with_rotation();
    let copy = world.duplicate(&owner);
    let opened = world.open_tab();
    world.run(opened.session.borrow());
    let renewed = |tab: &Tab| world.run(tab.session.renew_now()).expect("a renewal").from;
    let refresh_token = copy.refresh_token();
    assert_eq!(renewed(&copy), TokenOrigin::Copy);
    assert_eq!(renewed(&opened), TokenOrigin::Lender);
    assert_eq!(copy.refresh_token(), refresh_token);
    assert_ne!(owner.refresh_token(), refresh_token);
    assert!(matches!(renewed(&owner), TokenOrigin::Spotify { .. }));
}

#[test]
fn whoever_is_signed_out_can_look_at_a_token_and_has_none() {
    let world = World::new();
    let tab = world.open_tab();
    let of_cleo = pasted(&world, &json!({"account": "cleo"}));
    assert!(matches!(who(&world, &tab, &of_cleo), Holder::Listener(_)));
    let call = call(&me::PROFILE, &[]);
    let outcome = world.run(tab.client.try_out(&call, BearerToken::Session));
    let none = Error::NoToken(TokenUnavailable::SignedOut);
    assert_eq!(outcome.err(), Some(none));
    assert_eq!(
        world.run(tab.session.renew_now()).err(),
        Some(TokenUnavailable::SignedOut)
    );
    assert!(tab.session.spoil_access_token().is_none());
}

#[test]
fn nothing_active_is_an_answer_too() {
    let answer = support::answer(204, "");
    let (world, tab, _) = scripted([answer]);
    let trial = try_out(
        &world,
        &tab,
        &call(&player::STATE, &[]),
        &BearerToken::Session,
    );
    assert_eq!((trial.response.status, trial.error), (204, None));
}
