//! What the player is told and Spotify does not do, or seems not to: taken back,
//! repeated where that does no harm, and told where it is trouble.

mod support;

use cratedigger::{
    player::{Command, Deed, Obstacle, Trouble},
    ports::{Millis, TransportError},
    spotify::{Error, PlayerRefusal, Refusal},
};
use serde_json::json;
use simulator::{Fault, FaultKind, Reason};
use support::{
    World,
    playback::{
        album, asked, new_player, play, playable, plays, shown_title, sign_in_for_everything_as,
        some_track, watched,
    },
};

const NEXT: &str = "POST player/next";
const STATE: &str = "GET player";

/// Long enough for a command and its re-read, and no poll in it.
const A_MOMENT: Millis = Millis(1200);

/// A refusal of every command until it is cleared.
fn refuse(world: &World, reason: Reason) {
    for method in ["PUT", "POST"] {
        world.order(Fault {
            reason: Some(reason),
            method: Some(method.to_owned()),
            ..Fault::new(FaultKind::PlayerRestriction).on("/v1/me/player")
        });
    }
}

fn fail(world: &World, method: &str, path: &str, times: u32) {
    world.order(Fault {
        method: Some(method.to_owned()),
        ..Fault::new(FaultKind::BadGateway).on(path).times(times)
    });
}

#[test]
fn a_refusal_that_is_none_is_looked_after_and_not_told() {
    let (world, _tab, tracks, player) = watched();
    world.control("POST /player", &json!({"playing": false}));
    player.tell(Command::Pause);
    assert!(!plays(&player));
    world.pass(A_MOMENT);
    let status = player.status();
    assert_eq!((plays(&player), status.trouble), (false, None));
    assert_eq!(asked(&world), ["PUT player/pause", STATE]);
    assert_eq!(shown_title(&player), tracks[0].name);
}

#[test]
fn a_refusal_takes_the_expectation_back_and_is_kept_until_dismissed() {
    let (world, _tab, tracks, player) = watched();
    refuse(&world, Reason::RemoteControlDisallow);
    player.tell(Command::Next);
    world.pass(Millis(200));
    assert_eq!(shown_title(&player), tracks[0].name);
    assert!(!player.status().now_playing.unwrap().is_changing);
    let trouble = Trouble {
        deed: Deed::Next,
        error: Error::Player(PlayerRefusal::DeviceNotControllable),
    };
    assert_eq!(player.status().trouble, Some(trouble.clone()));
    world.pass(A_MOMENT);
    assert_eq!(asked(&world), [NEXT, STATE]);
    assert_eq!(player.status().trouble, Some(trouble));
    player.dismiss_trouble();
    assert_eq!(player.status().trouble, None);
    // Whoever wanted to hear something is told why not, whatever the reason.
    world.all_is_well();
    refuse(&world, Reason::NoSpecificTrack);
    player.tell(play(&tracks[3]));
    world.pass(Millis(200));
    let error = player.status().trouble.map(|trouble| trouble.error);
    assert_eq!(error, Some(Error::Player(PlayerRefusal::NoSuchTrack)));
}

#[test]
fn a_lost_answer_is_told_and_the_truth_is_looked_up() {
    let (world, _tab, tracks, player) = watched();
    world.order(Fault {
        method: Some("POST".to_owned()),
        ..Fault::new(FaultKind::LoseAnswer)
            .on("/v1/me/player/next")
            .times(1)
    });
    player.tell(Command::Next);
    world.pass(A_MOMENT);
    let error = player.status().trouble.map(|trouble| trouble.error);
    assert_eq!(error, Some(Error::Unreachable(TransportError::Opaque)));
    assert_eq!(shown_title(&player), tracks[1].name);
    assert_eq!(asked(&world), [NEXT, STATE]);
}

#[test]
fn what_does_no_harm_is_repeated_and_not_for_ever() {
    for (times, calls, has_trouble) in [(3, 4, false), (4, 4, true)] {
        let (world, _tab, _, player) = watched();
        fail(&world, "PUT", "/v1/me/player/pause", times);
        player.tell(Command::Pause);
        world.pass(Millis(4_500));
        let asked = asked(&world);
        let paused = asked.iter().filter(|call| *call == "PUT player/pause");
        assert_eq!(paused.count(), calls, "{asked:?}");
        assert_eq!(player.status().trouble.is_some(), has_trouble);
        assert_eq!(plays(&player), has_trouble);
    }
}

#[test]
fn nothing_is_skipped_twice() {
    // It did nothing, which is seen: once more.
    let (world, _tab, tracks, player) = watched();
    fail(&world, "POST", "/v1/me/player/next", 1);
    player.tell(Command::Next);
    world.pass(Millis(3_000));
    assert_eq!(asked(&world), [NEXT, STATE, NEXT, STATE]);
    assert_eq!(shown_title(&player), tracks[1].name);
    // It did what it was to, and said otherwise.
    let (world, tab, tracks, player) = watched();
    let (album, _) = album(&world, &tab);
    world.empty_log();
    fail(&world, "POST", "/v1/me/player/next", 1);
    player.tell(Command::Next);
    world.pass(Millis(200));
    let moved = json!({"play": format!("spotify:album:{}", album.as_str()), "position": 1});
    world.control("POST /player", &moved);
    world.pass(Millis(2_500));
    assert_eq!(asked(&world), [NEXT, STATE, STATE]);
    assert_eq!(shown_title(&player), tracks[1].name);
    assert_eq!(player.status().trouble, None);
    // Nobody can tell: in a private session nothing is said.
    let (world, _tab, _, player) = watched();
    world.control("POST /player", &json!({"private": true}));
    player.look();
    world.pass(Millis(100));
    world.empty_log();
    fail(&world, "POST", "/v1/me/player/next", 1);
    player.tell(Command::Next);
    world.pass(Millis(2_500));
    assert_eq!(asked(&world)[..2], [NEXT, STATE]);
    assert!(!asked(&world)[2..].contains(&NEXT.to_owned()));
    assert!(player.status().trouble.is_some());
}

#[test]
fn nothing_is_queued_twice() {
    const ENQUEUE: &str = "POST player/queue";
    const QUEUE: &str = "GET player/queue";
    let (world, tab, tracks, player) = watched();
    let other = some_track(&world, &tab, &tracks);
    world.empty_log();
    fail(&world, "POST", "/v1/me/player/queue", 1);
    player.tell(Command::Enqueue(playable(&other)));
    world.pass(Millis(2_500));
    assert_eq!(asked(&world), [ENQUEUE, QUEUE, ENQUEUE, STATE]);
    assert_eq!(player.status().trouble, None);
    // It stands there already, and the queue from before is not known.
    let (world, _tab, tracks, player) = watched();
    fail(&world, "POST", "/v1/me/player/queue", 1);
    player.tell(Command::Enqueue(playable(&tracks[2])));
    world.pass(Millis(2_500));
    assert_eq!(asked(&world), [ENQUEUE, QUEUE, STATE]);
    assert!(player.status().trouble.is_some());
    // It is known, so that can be told.
    let (world, _tab, tracks, player) = watched();
    player.read_queue();
    world.pass(Millis(100));
    world.empty_log();
    fail(&world, "POST", "/v1/me/player/queue", 1);
    player.tell(Command::Enqueue(playable(&tracks[2])));
    world.pass(Millis(2_500));
    assert_eq!(asked(&world), [ENQUEUE, QUEUE, ENQUEUE, STATE]);
    assert_eq!(player.status().trouble, None);
}

#[test]
fn premium_is_missed_only_when_that_is_said_twice() {
    // Once may be nothing.
    let (world, _tab, _, player) = watched();
    world.order(Fault {
        method: Some("PUT".to_owned()),
        ..Fault::new(FaultKind::SpuriousPremiumRequired)
            .on("/v1/me/player")
            .times(1)
    });
    player.tell(Command::Pause);
    world.pass(A_MOMENT);
    let status = player.status();
    assert_eq!((status.trouble, status.needs_premium), (None, false));
    assert!(!plays(&player));
    // Cleo has none.
    let world = World::new();
    let tab = world.open_tab();
    sign_in_for_everything_as(&world, &tab, "cleo");
    let order = json!({"account": "cleo", "play": "episode", "playing": true});
    world.control("POST /player", &order);
    let player = new_player(&world, &tab);
    player.set_visible(true);
    world.pass(Millis(100));
    world.empty_log();
    assert_eq!(player.status().may_pause(), Ok(()));
    player.tell(Command::Pause);
    world.pass(A_MOMENT);
    let status = player.status();
    assert!(status.needs_premium && plays(&player));
    assert_eq!(status.may_pause(), Err(Obstacle::NeedsPremium));
    let error = status.trouble.map(|trouble| trouble.error);
    assert!(matches!(
        error,
        Some(
            Error::Player(PlayerRefusal::PremiumRequired)
                | Error::Forbidden(Refusal::ListenerWithoutPremium)
        )
    ));
    assert_eq!(asked(&world), ["PUT player/pause"; 2]);
    // What plays is read all the same, and a command is not sent twice again.
    world.pass(Millis(5_000));
    world.empty_log();
    player.tell(Command::Pause);
    world.pass(Millis(100));
    assert_eq!(asked(&world), ["PUT player/pause"]);
    world.pass(Millis(5_000));
    assert!(asked(&world).contains(&STATE.to_owned()));
}
