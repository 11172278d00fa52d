//! What the player is told: shown at once, sent in order, and measured against
//! what Spotify then says.

mod support;

use cratedigger::{
    player::{Command, Deed, Obstacle, Player, Trouble, What},
    ports::{Millis, TransportError},
    spotify::{
        Error, PlayerRefusal, Refusal,
        endpoints::{
            PlayableUri, PlaylistUris,
            commands::{PlayContext, Start},
        },
        model::{RepeatMode, Track, Volume},
    },
};
use serde_json::json;
use simulator::{Fault, FaultKind, Reason, SwitchChange};
use support::{
    World,
    playback::{album, asked, device_id, new_player, shown_title, watched},
};

const NEXT: &str = "POST player/next";
const STATE: &str = "GET player";

/// Long enough for a command and its re-read, and no poll in it.
const A_MOMENT: Millis = Millis(1200);

fn plays(player: &Player) -> bool {
    let playing = player.status().now_playing;
    playing.is_some_and(|playing| playing.state.is_playing)
}

fn progress(player: &Player) -> u64 {
    player.status().progress(player.now()).0
}

fn volume(percent: u8) -> Command {
    Command::Volume(Volume::try_from(percent).unwrap())
}

fn playable(track: &Track) -> PlayableUri {
    PlayableUri::try_from(track.uri.clone().unwrap()).unwrap()
}

fn lag(world: &World, lag: u64) {
    world.switch(SwitchChange {
        lag_ms: Some(simulator::Millis(lag)),
        ..SwitchChange::default()
    });
}

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
fn a_command_shows_at_once_and_costs_one_call_and_one_re_read() {
    let (world, _tab, tracks, player) = watched();
    assert!(progress(&player) > 400);
    player.tell(Command::Next);
    let status = player.status();
    assert!(status.now_playing.unwrap().is_changing && status.is_busy);
    assert_eq!(progress(&player), 0);
    world.pass(A_MOMENT);
    let status = player.status();
    assert!(!status.now_playing.unwrap().is_changing && !status.is_busy);
    assert_eq!(shown_title(&player), tracks[1].name);
    assert_eq!(asked(&world), [NEXT, STATE]);
}

#[test]
fn each_command_is_seen_before_its_answer_and_true_afterwards() {
    let (world, tab, tracks, player) = watched();
    player.read_devices();
    world.pass(Millis(100));
    let kitchen = device_id(&world, &tab, "Kitchen");
    let (album, _) = album(&world, &tab);
    let transfer = Command::Transfer {
        device: kitchen.clone(),
        plays: true,
    };
    let what = What::Context(PlayContext::Album(album, Start::Item(playable(&tracks[2]))));
    let uris = PlaylistUris::try_from(vec![tracks[3].uri.clone().unwrap()]).unwrap();
    let uris = What::Uris {
        uris,
        from: Millis(9_000),
    };
    for command in [
        Command::Pause,
        Command::Resume,
        Command::Seek(Millis(40_000)),
        volume(7),
        Command::Repeat(RepeatMode::Track),
        Command::Shuffle(true),
        transfer,
        Command::Play(what),
        Command::Play(uris),
    ] {
        let is_seen = || {
            let playing = player.status().now_playing.unwrap();
            let (state, progress) = (&playing.state, progress(&player));
            let device = state.device.as_ref().unwrap();
            match &command {
                Command::Pause => !state.is_playing && player.status().may_resume().is_ok(),
                Command::Resume => state.is_playing && player.status().may_pause().is_ok(),
                Command::Seek(_) => (40_000..43_000).contains(&progress),
                Command::Volume(_) => device.volume == Volume::try_from(7).ok(),
                Command::Repeat(mode) => state.repeat == Some(*mode),
                Command::Shuffle(mixes) => state.shuffle == Some(*mixes),
                Command::Transfer { .. } => device.name == "Kitchen speaker",
                Command::Play(What::Context(_)) => shown_title(&player) == tracks[2].name,
                Command::Play(What::Uris { .. }) => {
                    shown_title(&player) == tracks[3].name && progress >= 9_000
                }
                _ => false,
            }
        };
        assert!(!is_seen(), "{command:?} changes something");
        player.tell(command.clone());
        assert!(is_seen(), "{command:?} at once");
        world.pass(Millis(300));
        assert!(is_seen(), "{command:?} while it lags");
        world.pass(Millis(1_700));
        assert!(is_seen(), "{command:?} when it is read");
        assert_eq!(player.status().trouble, None, "{command:?}");
    }
    assert_eq!(world.marks(), [""; 0]);
}

#[test]
fn a_state_that_lags_is_looked_at_twice_and_then_believed() {
    // It comes late: the bar never falls back to what was.
    let (world, _tab, tracks, player) = watched();
    lag(&world, 1_200);
    player.tell(Command::Pause);
    for _ in 0..25 {
        world.pass(Millis(100));
        assert!(!plays(&player));
    }
    assert_eq!(asked(&world), ["PUT player/pause", STATE, STATE]);
    // It never comes: what Spotify says is true.
    let (world, _tab, _, player) = watched();
    lag(&world, 60_000);
    player.tell(Command::Next);
    world.pass(Millis(1_000));
    assert!(player.status().now_playing.unwrap().is_changing);
    world.pass(Millis(1_500));
    assert!(!player.status().now_playing.unwrap().is_changing);
    assert_eq!(shown_title(&player), tracks[0].name);
    assert_eq!(asked(&world), [NEXT, STATE, STATE]);
}

#[test]
fn commands_go_one_after_another_and_are_followed_by_one_look() {
    let (world, _tab, tracks, player) = watched();
    for command in [Command::Next, Command::Next, Command::Pause, volume(9)] {
        player.tell(command);
    }
    assert!(!plays(&player));
    world.pass(Millis(2_000));
    assert_eq!(world.wire.most_in_flight(), 1);
    assert_eq!(
        asked(&world),
        [NEXT, NEXT, "PUT player/pause", "PUT player/volume", STATE]
    );
    assert_eq!(shown_title(&player), tracks[2].name);
    assert!(!plays(&player));
}

#[test]
fn dragging_a_slider_costs_one_call() {
    let (world, _tab, _, player) = watched();
    for step in 1..=30 {
        player.tell(Command::Seek(Millis(step * 1_000)));
        assert_eq!(progress(&player), step * 1_000);
        world.pass(Millis(30));
    }
    assert_eq!(asked(&world), [""; 0]);
    world.pass(A_MOMENT);
    assert_eq!(asked(&world), ["PUT player/seek", STATE]);
    let sent = world.wire.calls();
    assert!(sent[0].query.contains("position_ms=30000"), "{sent:?}");
    // It waits no longer when something follows, and takes the place of one
    // that is about the same only.
    world.empty_log();
    for command in [
        volume(20),
        Command::Next,
        Command::Seek(Millis(5_000)),
        volume(30),
        Command::Seek(Millis(6_000)),
        volume(40),
        Command::Previous,
        Command::Seek(Millis(7_000)),
    ] {
        player.tell(command);
    }
    world.pass(Millis(2_000));
    assert_eq!(
        asked(&world),
        [
            "PUT player/volume",
            NEXT,
            "PUT player/seek",
            "PUT player/volume",
            "POST player/previous",
            "PUT player/seek",
            STATE
        ]
    );
    let sent = world.wire.calls();
    let queries: Vec<_> = [2, 3].map(|at: usize| sent[at].query.as_str()).into();
    assert_eq!(queries, ["position_ms=6000", "volume_percent=40"]);
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
    let uris = PlaylistUris::try_from(vec![tracks[3].uri.clone().unwrap()]).unwrap();
    player.tell(Command::Play(What::Uris {
        uris,
        from: Millis::ZERO,
    }));
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
    let other = support::playback::some_track(&world, &tab, &tracks);
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
fn the_queue_is_read_again_while_it_is_shown() {
    const QUEUE: &str = "GET player/queue";
    let (world, _tab, tracks, player) = watched();
    player.show_queue(true);
    world.pass(Millis(100));
    let first = |player: &Player| {
        let queue = player.status().queue.unwrap();
        queue.queue[0].name().to_owned()
    };
    assert_eq!(first(&player), tracks[1].name);
    world.empty_log();
    player.tell(Command::Enqueue(playable(&tracks[3])));
    world.pass(A_MOMENT);
    assert_eq!(asked(&world), ["POST player/queue", STATE, QUEUE]);
    assert_eq!(first(&player), tracks[3].name);
    // What comes next is known, so it shows at once.
    world.empty_log();
    player.tell(Command::Next);
    assert_eq!(shown_title(&player), tracks[3].name);
    world.pass(A_MOMENT);
    assert_eq!(asked(&world), [NEXT, STATE, QUEUE]);
    assert_eq!(first(&player), tracks[1].name);
    player.show_queue(false);
    world.empty_log();
    player.tell(Command::Next);
    world.pass(A_MOMENT);
    assert_eq!(asked(&world), [NEXT, STATE]);
}

#[test]
fn what_was_asked_before_an_answer_says_nothing_about_it() {
    let (world, _tab, _, player) = watched();
    world.wire.hold("/v1/me/player");
    player.look();
    world.pass(Millis(50));
    world.wire.hold_no_more();
    player.tell(Command::Pause);
    world.pass(Millis(300));
    // An old answer that still says that it plays.
    world.wire.release();
    world.pass(Millis(10));
    assert!(!plays(&player));
    world.pass(A_MOMENT);
    assert!(!plays(&player));
    assert_eq!(asked(&world), [STATE, "PUT player/pause", STATE]);
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
    support::playback::sign_in_for_everything_as(&world, &tab, "cleo");
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
