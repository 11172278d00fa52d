//! Signing in: from the Connect page to Spotify and back, until `/me` answers.

mod support;

use std::{cell::RefCell, rc::Rc};

use cratedigger::{
    oauth::{ClientId, Scope},
    ports::Millis,
    route::{Route, TopRange, TopView},
    session::{Arrival, SessionState, SignInRequest},
    spotify::TokenSource,
};
use futures::future::join;
use simulator::App;
use support::{
    Decision, ScriptedTransport, TabSetup, World, answer, client_id, redirect_uri, request,
};

const ADA: Decision = Decision::Agree("ada01");

/// What `/me` says at the least.
const ME: &str = r#"{"id":"ada01"}"#;

/// An app other than the demo's.
const OTHER_APP: &str = "0123456789abcdef0123456789abcdef";

#[test]
fn the_listener_connects_agrees_and_is_back_where_they_were() {
    let (world, year) = (World::new(), TopRange::OneYear);
    let return_to = Route::Top {
        range: year,
        view: TopView::Artists,
    };
    let tab = world.open_tab();
    assert_eq!(tab.session.state(), SessionState::SignedOut);
    let url = tab.session.begin(request(return_to.clone())).unwrap();
    let query = world.visit(url.as_str(), ADA).unwrap();

    assert_eq!(world.finish(&tab, &query), Ok(return_to));

    let listener = tab.listener().unwrap();
    assert_eq!(
        (listener.id.as_str(), listener.display_name.as_deref()),
        ("ada01", Some("Ada"))
    );
    assert_eq!(
        (world.wire.exchanges(), world.wire.api_calls("/v1/me")),
        (1, 1)
    );
    assert_eq!(world.wire.calls().len(), 2);
    assert_eq!((tab.pending(), tab.has_stored_grant()), (0, true));
    assert_eq!(world.marks(), [""; 0]);
    let reloaded = world.reload(tab);
    assert_eq!(reloaded.listener(), Some(listener));
}

#[test]
fn the_session_says_how_far_the_sign_in_has_come() {
    let world = World::new();
    let tab = world.open_tab();
    let seen = Rc::new(RefCell::new(Vec::new()));
    let (session, note) = (Rc::clone(&tab.session), Rc::clone(&seen));
    tab.session
        .observe(move || note.borrow_mut().push(session.state()));
    world.sign_in(&tab).unwrap();
    let mut seen = seen.take();
    seen.dedup();
    let last = SessionState::SignedIn(tab.listener().unwrap());
    // Between the exchange and the grant there is nothing for a moment, in
    // which nothing else runs.
    seen.retain(|state| *state != SessionState::SignedOut);
    assert_eq!(
        seen,
        [SessionState::Authorizing, SessionState::Unproven, last]
    );
}

#[test]
fn the_exchange_names_the_same_app_and_address_as_the_request() {
    let world = World::new();
    let tab = world.open_tab();
    let query = world.consent(&tab, ADA);
    world.finish(&tab, &query).unwrap();
    let call = &world.wire.token_calls("authorization_code")[0];
    assert_eq!(call.url, "https://accounts.spotify.com/api/token");
    assert_eq!(call.query, "");
    assert_eq!(
        call.field("client_id").as_deref(),
        Some(client_id().as_str())
    );
    assert_eq!(
        call.field("redirect_uri").as_deref(),
        Some(redirect_uri().as_str())
    );
    assert_eq!(call.field("code_verifier").unwrap().len(), 43);
    assert_eq!(call.bearer, None);
}

#[test]
fn two_attempts_in_one_tab_do_not_overwrite_each_other() {
    let world = World::new();
    let redirect_uris = vec![redirect_uri().as_str().to_owned()];
    let other = App {
        client_id: OTHER_APP.to_owned(),
        redirect_uris,
        ..demo_app(&world)
    };
    world.spotify.borrow_mut().register_app(other);
    let tab = world.open_tab();
    let first = world.consent(&tab, ADA);
    let other_app = ClientId::parse(OTHER_APP).unwrap();
    let second = SignInRequest {
        client_id: other_app.clone(),
        ..request(Route::Settings)
    };
    let second = tab.session.begin(second).unwrap();
    let second = world.visit(second.as_str(), ADA).unwrap();
    assert_eq!(tab.pending(), 2);

    // The later one is answered first, each with its own app and page.
    let callback = tab.answered(&second);
    assert_eq!(
        (callback.client_id(), callback.return_to()),
        (&other_app, Route::Settings)
    );
    assert_eq!(world.finish(&tab, &first), Ok(Route::top()));
    assert_eq!(tab.session.grant().unwrap().client_id, client_id());
}

#[test]
fn two_attempts_share_no_secret() {
    let world = World::new();
    let tab = world.open_tab();
    let urls = [(); 2].map(|()| tab.session.begin(request(Route::Home)).unwrap());
    let secrets = urls.each_ref().map(|url| {
        let query = url.as_str().split_once('?').unwrap().1.as_bytes();
        let value = |name: &str| form_urlencoded::parse(query).find(|(key, _)| key == name);
        [
            value("state").unwrap().1,
            value("code_challenge").unwrap().1,
        ]
    });
    let [first, second] = secrets;
    assert!(first.iter().all(|secret| !second.contains(secret)));
    assert_ne!(first[0], first[1]);
}

#[test]
fn two_handlers_of_one_callback_make_one_token_request() {
    let world = World::new();
    let tab = world.open_tab();
    let query = world.consent(&tab, ADA);
    let handle = || async {
        match tab.session.receive(&query, "") {
            Arrival::Answered(callback) => tab.session.finish(callback, &tab.client).await.is_ok(),
            _ => false,
        }
    };
    assert_eq!(world.run(join(handle(), handle())), (true, false));
    assert_eq!(world.wire.exchanges(), 1);
    assert!(tab.listener().is_some());
}

#[test]
fn who_agreed_before_comes_straight_back_unless_they_want_another_account() {
    let (world, tab) = World::signed_in();
    let query = world.consent(&tab, Decision::Cancel);
    assert!(query.starts_with("code="), "nobody was asked");
    let another = SignInRequest {
        show_dialog: true,
        ..request(Route::Home)
    };
    let url = tab.session.begin(another).unwrap();
    let query = world.visit(url.as_str(), Decision::Agree("cleo")).unwrap();
    world.finish(&tab, &query).unwrap();
    let listener = tab.listener().unwrap();
    assert_eq!(
        (listener.id.as_str(), listener.display_name),
        ("cleo", None)
    );
}

#[test]
fn what_was_granted_is_what_spotify_says_and_else_what_was_asked_for() {
    let both = [Scope::UserTopRead, Scope::UserLibraryRead];
    for (scope, granted) in [
        (r#","scope":"user-top-read user-library-read""#, &both[..]),
        (r#","scope":"user-top-read unknown""#, &both[..1]),
        (r#","scope":"""#, &[]),
        ("", &both),
    ] {
        let tokens = format!(r#"{{"access_token":"x","token_type":"Bearer"{scope}}}"#);
        let world = World::new();
        let transport = ScriptedTransport::giving([answer(200, &tokens), answer(200, ME)]);
        let transport = Some(transport as Rc<_>);
        let tab = world.open_tab_with(TabSetup {
            transport,
            ..TabSetup::default()
        });
        let wanted = SignInRequest {
            scopes: both.into_iter().collect(),
            ..request(Route::Home)
        };
        let url = tab.session.begin(wanted).unwrap();
        let query = world.visit(url.as_str(), ADA).unwrap();
        world.finish(&tab, &query).unwrap();
        let granted = granted.iter().copied().collect();
        assert_eq!(tab.session.granted(), Some(granted), "{scope}");
    }
}

#[test]
fn the_device_remembers_the_app_and_nothing_secret() {
    let world = World::new();
    let tab = world.open_tab();
    assert_eq!(tab.session.device().remembered_client_id(), None);
    world.sign_in(&tab).unwrap();
    let later = world.open_tab();
    assert_eq!(
        later.session.device().remembered_client_id(),
        Some(client_id())
    );
    assert_eq!(later.session.state(), SessionState::SignedOut);
    assert_eq!(world.device.present().len(), 1, "{}", world.device.dump());
    for secret in [tab.access_token(), tab.refresh_token()] {
        assert!(!world.device.dump().contains(&secret));
    }
}

#[test]
fn the_six_months_count_from_the_consent() {
    let (world, tab) = World::signed_in();
    let authorized_at = tab.session.grant().unwrap().authorized_at;
    assert!(world.clock.true_now() - authorized_at < Millis::from_minutes(1));
    world.pass(Millis::from_minutes(90));
    world.run(tab.ask()).unwrap();
    assert_eq!(tab.session.grant().unwrap().authorized_at, authorized_at);
}

fn demo_app(world: &World) -> App {
    world.spotify.borrow().apps()[0].clone()
}
