//! The Web API when something is wrong: every row of the catalogue of errors,
//! what it costs, and that it signs nobody out.

mod support;

use std::rc::Rc;

use cratedigger::{
    ports::{Millis, TransportError},
    route::Route,
    session::SignInRequest,
    spotify::{
        Bucket,
        Error::{self, Forbidden, ServerTrouble, Unreachable, Unreadable},
        Limit, Page, Refusal, Window,
        endpoints::me::{self, TimeRange},
        model::Track,
    },
};
use futures::future::join_all;
use simulator::{Fault, FaultKind, SwitchChange};
use support::{NoRandom, ScriptedTransport, Tab, TabSetup, World, answer, request};

const TOP: &str = "/v1/me/top/tracks";

fn ask(world: &World, tab: &Tab) -> Result<Page<Track>, Error> {
    world.run(
        tab.client
            .call(me::top_tracks(TimeRange::ShortTerm, Window::first())),
    )
}

#[test]
fn each_kind_of_trouble_is_known_for_what_it_is() {
    let opaque = Told::Error(Unreachable(TransportError::Opaque));
    for (kind, told, calls) in [
        (FaultKind::Unavailable, Told::Error(ServerTrouble(503)), 3),
        (FaultKind::BadGateway, Told::Error(ServerTrouble(502)), 3),
        (FaultKind::ServerError, Told::Error(ServerTrouble(500)), 3),
        (FaultKind::RateLimit, Told::Limited(Limit::Rate, 30), 1),
        (FaultKind::RateLimitText, Told::Limited(Limit::Rate, 30), 1),
        (FaultKind::RateLimitHidden, opaque.clone(), 1),
        (FaultKind::Quota, Told::Limited(Limit::Quota, 15 * 60), 1),
        (
            FaultKind::NotAllowListed,
            Told::Error(Forbidden(Refusal::NotRegistered)),
            1,
        ),
        (
            FaultKind::OwnerNotPremium,
            Told::Error(Forbidden(Refusal::OwnerWithoutPremium)),
            2,
        ),
        (
            FaultKind::SpuriousPremiumRequired,
            Told::Error(Forbidden(Refusal::ListenerWithoutPremium)),
            2,
        ),
        (
            FaultKind::SpuriousUnauthorized,
            Told::Error(Error::Unauthorized),
            2,
        ),
        (FaultKind::Hidden, opaque.clone(), 1),
        (FaultKind::Drop, opaque.clone(), 1),
        (FaultKind::LoseAnswer, opaque.clone(), 1),
        (FaultKind::FailPreflight, opaque, 1),
    ] {
        let (world, tab) = World::signed_in();
        world.order(Fault::new(kind).on(TOP));
        let error = ask(&world, &tab).unwrap_err();
        assert_eq!(Told::by(error, &world), told, "{kind:?}");
        assert_eq!(world.wire.api_calls(TOP), calls, "{kind:?}");
        assert!(
            tab.listener().is_some() && tab.has_stored_grant(),
            "{kind:?}"
        );
        world.all_is_well();
        if let Told::Limited(_, seconds) = told {
            world.pass(Millis::from_secs(seconds));
        }
        assert!(ask(&world, &tab).is_ok(), "{kind:?}");
    }
}

/// An error, with the seconds that are left instead of a moment.
#[derive(Clone, Debug, PartialEq)]
enum Told {
    Error(Error),
    Limited(Limit, u64),
}

impl Told {
    fn by(error: Error, world: &World) -> Self {
        match error {
            Error::Limited(limited) => {
                assert_eq!(limited.bucket, Bucket::Profile);
                let left = limited.until - Millis(world.spotify_now().0);
                Self::Limited(limited.limit, left.0 / 1000)
            }
            error => Self::Error(error),
        }
    }
}

#[test]
fn what_passes_on_repeat_is_not_noticed() {
    for (kind, times) in [
        (FaultKind::BadGateway, 1),
        (FaultKind::BadGateway, 2),
        (FaultKind::OwnerNotPremium, 1),
        (FaultKind::SpuriousPremiumRequired, 1),
        (FaultKind::SpuriousUnauthorized, 1),
    ] {
        let (world, tab) = World::signed_in();
        world.order(Fault::new(kind).on(TOP).times(times));
        assert!(ask(&world, &tab).is_ok(), "{kind:?}");
        let calls = usize::try_from(times).unwrap() + 1;
        assert_eq!(world.wire.api_calls(TOP), calls, "{kind:?}");
    }
}

#[test]
fn a_burst_of_502_is_met_with_patience_and_then_believed() {
    let (world, tab) = World::signed_in();
    world.order(Fault::new(FaultKind::BadGateway).on(TOP));
    let calls = (0..5).map(|page| {
        let window = Window::from(page * 50);
        tab.client
            .call(me::top_tracks(TimeRange::ShortTerm, window))
    });
    let outcomes = world.run(join_all(calls));
    assert!(
        outcomes
            .iter()
            .all(|outcome| *outcome == Err(ServerTrouble(502)))
    );
    assert_eq!(world.wire.api_calls(TOP), 5 * 3);
    assert!(world.wire.most_in_flight() <= 3);
    assert!(tab.listener().is_some());
}

#[test]
fn repeats_are_spread_out_at_random_and_do_without_random() {
    let waits = |world: &World, tab: &Tab| {
        world.order(Fault::new(FaultKind::BadGateway).on(TOP));
        ask(world, tab).unwrap_err();
        let times: Vec<_> = world.wire.calls().iter().map(|call| call.at).collect();
        let wait = |pair: &[Millis]| (pair[1] - pair[0] - Millis(80)).0;
        times.windows(2).map(wait).collect::<Vec<_>>()
    };
    let (world, tab) = World::signed_in();
    let spread = waits(&world, &tab);
    assert!((500..1000).contains(&spread[0]) && (1000..2000).contains(&spread[1]));
    assert_ne!(spread, [500, 1000]);

    let (world, tab) = World::signed_in();
    let (store, random) = (
        Some(Rc::clone(&tab.store)),
        Some(Rc::new(NoRandom) as Rc<_>),
    );
    let tab = world.open_tab_with(TabSetup {
        store,
        random,
        transport: None,
    });
    assert_eq!(waits(&world, &tab), [500, 1000]);
}

#[test]
fn a_rate_limit_is_over_when_its_window_has_passed() {
    let (world, tab) = World::signed_in();
    let change = SwitchChange {
        rate_limit: Some(2),
        ..SwitchChange::default()
    };
    world.spotify.borrow_mut().switch(change);
    let outcomes = [(); 3].map(|()| ask(&world, &tab).is_ok());
    assert_eq!(outcomes, [true, true, false]);
    world.pass(Millis::from_secs(30));
    assert!(ask(&world, &tab).is_ok());
    assert_eq!(world.wire.calls().len(), 4);
}

#[test]
fn a_network_in_trouble_is_called_by_its_name() {
    for error in [
        TransportError::Offline,
        TransportError::Opaque,
        TransportError::TimedOut,
    ] {
        let (world, tab) = World::signed_in();
        world.wire.fail(TOP, error);
        assert_eq!(ask(&world, &tab), Err(Unreachable(error)));
        assert_eq!(world.wire.calls().len(), 1);
        world.wire.release();
        assert!(ask(&world, &tab).is_ok());
    }
}

#[test]
fn spotify_has_the_last_word_on_permissions() {
    let world = World::new();
    let tab = world.open_tab();
    let nothing = SignInRequest {
        scopes: [].into_iter().collect(),
        ..request(Route::Home)
    };
    let url = tab.session.begin(nothing).unwrap();
    let query = world
        .visit(url.as_str(), support::Decision::Agree("ada01"))
        .unwrap();
    world.finish(&tab, &query).unwrap();
    // This device believes otherwise.
    tab.store
        .edit(r#""scopes":"""#, r#""scopes":"user-top-read""#);
    let tab = world.reload(tab);
    assert_eq!(
        ask(&world, &tab),
        Err(Forbidden(Refusal::InsufficientScope))
    );
    assert_eq!(world.wire.api_calls(TOP), 1);
}

#[test]
fn hostile_bodies_are_unreadable_and_nothing_worse() {
    let deep = "[".repeat(100_000);
    let deep_list = format!(r#"{{"items":{deep}"#);
    for body in [
        "",
        " ",
        "null",
        "7",
        "\"text\"",
        "true",
        "{",
        "{]",
        "<html>",
        "\u{0}",
        "\u{feff}{}",
        r#"{"items":7}"#,
        r#"{"items":{}}"#,
        r#"{"items":[],"total":1e400}"#,
        "{}",
        r#"{"error":{"status":200}}"#,
        r#"{"items":[]}trailing"#,
        &deep,
        &deep_list,
    ] {
        let (world, tab, script) = scripted(body);
        let start: String = body.chars().take(40).collect();
        assert_eq!(ask(&world, &tab), Err(Unreadable), "{start}");
        assert_eq!(script.requests().len(), 1, "{start}");
        assert!(tab.listener().is_some());
    }
}

#[test]
fn entries_that_cannot_be_read_are_left_out() {
    let (world, tab, _) = scripted(
        r#"{"items":[null,7,"x",[],{},{"name":null},
            {"name":"A path","id":"../../v1/me/player/x"},
            {"name":"<img src=x onerror=alert(1)>","id":null,"artists":null,"album":null,
             "duration_ms":null,"explicit":null,"external_urls":{"spotify":"javascript:alert(1)"}},
            {"name":"Fine","id":"4iV5W9uYEdYUVa79Axb7Rh","unknown":{"deep":[1,2,3]}}],
            "total":null,"next":null,"unknown":true}"#,
    );
    let page = ask(&world, &tab).unwrap();
    let names: Vec<_> = page.items().map(|track| track.name.as_str()).collect();
    assert_eq!(names, ["A path", "<img src=x onerror=alert(1)>", "Fine"]);
    for track in page.items().take(2) {
        let link = track.external_urls.open_spotify();
        assert_eq!((&track.id, link), (&None, None));
    }
}

/// A tab that is signed in and gets this answer to its next call.
fn scripted(body: &str) -> (World, Tab, Rc<ScriptedTransport>) {
    let (world, tab) = World::signed_in();
    let script = ScriptedTransport::giving([answer(200, body)]);
    let (store, transport) = (Rc::clone(&tab.store), Rc::clone(&script) as Rc<_>);
    world.close(tab);
    let tab = world.open_tab_with(TabSetup {
        store: Some(store),
        transport: Some(transport),
        random: None,
    });
    (world, tab, script)
}
