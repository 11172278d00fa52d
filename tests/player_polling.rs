//! When the player looks at what plays, and what it shows in between.

mod support;

use cratedigger::{
    oauth::Scope,
    player::{Command, Obstacle},
    ports::Millis,
    route::Route,
    session::SignInRequest,
    spotify::{Bucket, Error, Limit, model::PlayingType},
};
use serde_json::json;
use simulator::{Fault, FaultKind};
use support::{
    Decision, World,
    playback::{asked, new_player, playing, progress, shown_title, watched},
    request,
};

const STATE: &str = "GET player";

fn looks(world: &World) -> usize {
    asked(world).iter().filter(|call| *call == STATE).count()
}

#[test]
fn what_plays_is_polled_every_five_seconds_while_it_is_seen() {
    let (world, tab, _) = playing();
    let player = new_player(&world, &tab);
    world.pass(Millis::from_minutes(1));
    assert_eq!(looks(&world), 0, "nobody said that anything is seen");
    assert!(!player.status().has_been_read);
    player.set_visible(true);
    player.set_visible(true);
    world.pass(Millis(100));
    assert_eq!(looks(&world), 1);
    assert!(player.status().has_been_read);
    world.pass(Millis::from_secs(60));
    assert_eq!(looks(&world), 13);
    // Nothing is asked while it is hidden.
    player.set_visible(false);
    world.empty_log();
    world.pass(Millis::from_minutes(10));
    assert_eq!(looks(&world), 0);
    player.set_visible(true);
    world.pass(Millis(100));
    assert_eq!(looks(&world), 1, "the last look is old");
    player.set_visible(false);
    world.pass(Millis(1_000));
    player.set_visible(true);
    world.pass(Millis(3_000));
    assert_eq!(looks(&world), 1, "it is not old yet");
    world.pass(Millis(2_000));
    assert_eq!(looks(&world), 2);
}

#[test]
fn what_is_paused_is_polled_every_half_minute_and_so_is_nothing() {
    let (world, _tab, _, player) = watched();
    world.control("POST /player", &json!({"playing": false}));
    player.look();
    world.pass(Millis(100));
    world.empty_log();
    world.pass(Millis::from_secs(120));
    assert_eq!(looks(&world), 4);
    world.control("POST /player", &json!({"quiet": true}));
    player.look();
    world.pass(Millis(100));
    world.empty_log();
    world.pass(Millis::from_minutes(9));
    assert_eq!(looks(&world), 18);
    assert_eq!(player.status().now_playing, None);
    // What begins elsewhere is found by the next look.
    world.empty_log();
    world.control("POST /player", &json!({"playing": true}));
    world.pass(Millis::from_secs(30));
    assert_eq!(looks(&world), 1);
    assert!(player.status().now_playing.is_some());
}

#[test]
fn a_page_that_is_left_alone_with_nothing_playing_looks_less_often() {
    let (world, _tab, _, player) = watched();
    world.control("POST /player", &json!({"quiet": true}));
    player.look();
    world.pass(Millis(100));
    let looks_in = |minutes| {
        world.empty_log();
        world.pass(Millis::from_minutes(minutes));
        looks(&world)
    };
    assert_eq!(looks_in(10), 20);
    assert_eq!(looks_in(60), 30);
    // Somebody does something.
    player.look();
    world.pass(Millis(100));
    assert_eq!(looks_in(10), 20);
    assert_eq!(looks_in(60), 30);
    player.set_visible(false);
    player.set_visible(true);
    world.pass(Millis(100));
    assert_eq!(looks_in(10), 20);
}

#[test]
fn nothing_is_looked_for_while_the_page_is_hidden() {
    let (world, _tab, _, player) = watched();
    world.control("POST /player", &json!({"quiet": true}));
    player.look();
    world.pass(Millis(100));
    player.set_visible(false);
    world.empty_log();
    world.pass(Millis::from_minutes(30));
    assert_eq!(looks(&world), 0);
    player.set_visible(true);
    world.pass(Millis(100));
    assert_eq!(looks(&world), 1);
}

#[test]
fn turning_to_the_page_finds_what_began_meanwhile() {
    let (world, tab, _, player) = watched();
    world.control("POST /player", &json!({"quiet": true}));
    player.look();
    world.pass(Millis(100));
    world.empty_log();
    world.control("POST /player", &json!({"playing": true}));
    for _ in 0..3 {
        player.look();
    }
    world.pass(Millis(100));
    assert_eq!(looks(&world), 1, "three that look at once look together");
    assert_eq!(tab.client.meter().tally(Bucket::Player).joined, 0);
    assert!(player.status().now_playing.is_some());
}

#[test]
fn progress_goes_by_the_clock_and_ends_with_the_track() {
    let (world, _tab, tracks, player) = watched();
    player.set_visible(false);
    let before = progress(&player);
    world.pass(Millis(12_345));
    assert_eq!(progress(&player), before + 12_345);
    world.pass(Millis::from_minutes(20));
    assert_eq!(progress(&player), tracks[0].duration.0);
    // Set to another place elsewhere: the next look tells.
    world.control("POST /player", &json!({"position_ms": 10_000}));
    player.look();
    world.pass(Millis(80));
    assert!((10_000..10_200).contains(&progress(&player)));
    player.tell(Command::Pause);
    world.pass(Millis(1_000));
    let before = progress(&player);
    world.pass(Millis::from_minutes(1));
    assert_eq!(progress(&player), before);
}

#[test]
fn the_end_of_a_track_is_looked_at_once() {
    let (world, _tab, tracks, player) = watched();
    let near = tracks[0].duration - Millis(1_500);
    world.control("POST /player", &json!({"position_ms": near.0}));
    player.look();
    world.pass(Millis(100));
    world.empty_log();
    world.pass(Millis(2_300));
    assert_eq!(looks(&world), 1);
    assert_eq!(shown_title(&player), tracks[1].name);
    // A track that stands at its end, whatever the reason, is no loop.
    let (world, _tab, tracks, player) = watched();
    let stand = |world: &World, left: u64| {
        let at = tracks[0].duration - Millis(left);
        world.control("POST /player", &json!({"position_ms": at.0}));
    };
    stand(&world, 300);
    player.look();
    world.pass(Millis(100));
    world.empty_log();
    for _ in 0..50 {
        stand(&world, 300);
        world.pass(Millis(200));
    }
    assert!(looks(&world) <= 3, "{} looks in ten seconds", looks(&world));
}

#[test]
fn trouble_leaves_what_was_known_and_says_that_it_is_old() {
    let (world, _tab, tracks, player) = watched();
    world.order(Fault::new(FaultKind::BadGateway).on("/v1/me/player"));
    world.pass(Millis::from_secs(12));
    let status = player.status();
    assert_eq!(status.stale, Some(Error::ServerTrouble(502)));
    assert_eq!(shown_title(&player), tracks[0].name);
    assert!(progress(&player) > 10_000);
    // It gets tired of it, and comes back by itself.
    world.empty_log();
    world.pass(Millis::from_secs(60));
    assert!(looks(&world) <= 9, "{}", looks(&world));
    world.all_is_well();
    world.pass(Millis::from_secs(31));
    assert_eq!(player.status().stale, None);
}

#[test]
fn while_calls_rest_nothing_is_asked() {
    let (world, _tab, tracks, player) = watched();
    world.order(Fault {
        retry_after_s: Some(40),
        ..Fault::new(FaultKind::RateLimit)
            .on("/v1/me/player")
            .times(1)
    });
    world.pass(Millis::from_secs(6));
    let until = player.status().stale.and_then(|error| error.until());
    let until = until.expect("calls rest");
    assert!(matches!(
        player.status().stale,
        Some(Error::Limited(limited)) if limited.limit == Limit::Rate
    ));
    world.empty_log();
    player.look();
    player.tell(Command::Pause);
    world.pass(until - player.now() - Millis(1));
    assert_eq!(asked(&world), [""; 0]);
    assert_eq!(shown_title(&player), tracks[0].name);
    let error = player.status().trouble.map(|trouble| trouble.error);
    assert!(matches!(error, Some(Error::Limited(_))));
    world.pass(Millis(200));
    assert_eq!(asked(&world), [STATE]);
    assert_eq!(player.status().stale, None);
}

#[test]
fn without_the_permission_nothing_is_sent() {
    let world = World::new();
    let tab = world.open_tab();
    let only_top = SignInRequest {
        scopes: [Scope::UserTopRead].into_iter().collect(),
        ..request(Route::Home)
    };
    let url = tab.session.begin(only_top).expect("a request");
    let agreed = world.visit(url.as_str(), Decision::Agree("ada01"));
    world
        .finish(&tab, &agreed.expect("a consent page"))
        .expect("a sign-in");
    world.empty_log();
    let player = new_player(&world, &tab);
    player.set_visible(true);
    player.look();
    world.pass(Millis::from_minutes(5));
    assert_eq!(asked(&world), [""; 0]);
    let missing = Error::ScopesNotGranted([Scope::UserReadPlaybackState].into_iter().collect());
    assert_eq!(player.status().stale, Some(missing));
    assert_eq!(player.status().may_pause(), Err(Obstacle::NotRead));
}

#[test]
fn a_clock_that_is_set_back_holds_nothing_up() {
    let (world, _tab, _, player) = watched();
    world.clock.set_error(-3_600_000);
    world.pass(Millis::from_secs(11));
    assert!((2..=4).contains(&looks(&world)), "{}", looks(&world));
    player.tell(Command::Next);
    world.clock.set_error(-7_200_000);
    world.pass(Millis(6_000));
    let status = player.status();
    assert!(!status.is_busy && !status.now_playing.unwrap().is_changing);
}

#[test]
fn odd_things_play_too() {
    let (world, _tab, _, player) = watched();
    for (order, playing_type, has_item, seek) in [
        (
            json!({"play": "ad"}),
            PlayingType::Ad,
            false,
            Err(Obstacle::Advertisement),
        ),
        (json!({"play": "local"}), PlayingType::Track, true, Ok(())),
        (
            json!({"play": "episode"}),
            PlayingType::Episode,
            true,
            Ok(()),
        ),
        (
            json!({"private": true}),
            PlayingType::Unknown,
            false,
            Err(Obstacle::NothingPlaying),
        ),
    ] {
        world.control("POST /player", &order);
        player.look();
        world.pass(Millis(100));
        let status = player.status();
        let playing = status.now_playing.as_ref().unwrap();
        let told = (playing.state.playing_type, playing.state.item.is_some());
        assert_eq!(told, (playing_type, has_item), "{order}");
        assert_eq!(status.may_seek(), seek, "{order}");
        assert_eq!(status.may_pause(), Ok(()), "{order}");
    }
}

#[test]
fn whoever_watches_is_told_of_each_change_and_not_of_the_time() {
    let (world, tab, _) = playing();
    let player = new_player(&world, &tab);
    let told = std::rc::Rc::new(std::cell::Cell::new(0));
    for _ in 0..2 {
        let told = std::rc::Rc::clone(&told);
        player.clone().observe(move || told.set(told.get() + 1));
    }
    player.set_visible(true);
    world.pass(Millis(100));
    assert_eq!(told.get(), 2, "both, of what was read");
    player.tell(Command::Pause);
    assert_eq!(told.get(), 4, "at once");
    world.pass(Millis(2_000));
    let told_before = told.get();
    world.pass(Millis::from_secs(20));
    assert_eq!(told.get(), told_before);
}
