//! What the player is told: shown at once, sent in order, and measured against
//! what Spotify then says.

#![expect(clippy::unwrap_used, reason = "a test may fail in this way")]

mod support;

use cratedigger::{
    player::{Command, Player, What},
    ports::Millis,
    spotify::{
        endpoints::{
            PlaylistUris,
            commands::{PlayContext, Start},
        },
        model::{RepeatMode, Volume},
    },
};
use serde_json::json;
use simulator::{Fault, FaultKind, SwitchChange};
use support::{
    World,
    playback::{album, asked, device_id, playable, plays, progress, shown_title, watched},
};

const NEXT: &str = "POST player/next";
const STATE: &str = "GET player";

/// Long enough for a command and its re-read, and no poll in it.
const A_MOMENT: Millis = Millis(1200);

fn volume(percent: u8) -> Command {
    Command::Volume(Volume::try_from(percent).unwrap())
}

fn lag(world: &World, lag: u64) {
    world.switch(SwitchChange {
        lag_ms: Some(simulator::Millis(lag)),
        ..SwitchChange::default()
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
    // Something else plays by itself.
    let end = tracks[3].duration - Millis(900);
    world.control("POST /player", &json!({"position_ms": end.0}));
    player.look();
    world.pass(Millis(100));
    world.empty_log();
    world.pass(Millis(2_000));
    assert_eq!(shown_title(&player), tracks[1].name);
    assert_eq!(asked(&world), [STATE, QUEUE]);
    player.show_queue(false);
    world.empty_log();
    player.tell(Command::Next);
    world.pass(A_MOMENT);
    assert_eq!(asked(&world), [NEXT, STATE]);
}

#[test]
fn a_queue_that_could_not_be_read_again_is_read_by_itself_when_it_can() {
    const QUEUE: &str = "GET player/queue";
    let reads = |world: &World| asked(world).iter().filter(|call| *call == QUEUE).count();
    for (fault, rests_for) in [
        (FaultKind::BadGateway, Millis::from_secs(30)),
        (FaultKind::RateLimit, Millis::from_secs(40)),
    ] {
        let (world, _tab, tracks, player) = watched();
        player.show_queue(true);
        world.pass(Millis(100));
        world.order(Fault {
            method: Some("GET".to_owned()),
            retry_after_s: Some(40),
            ..Fault::new(fault).on("/v1/me/player/queue")
        });
        player.tell(Command::Enqueue(playable(&tracks[3])));
        world.pass(Millis::from_secs(6));
        assert!(player.status().queue_trouble.is_some(), "{fault:?}");
        world.all_is_well();
        // Not while nobody looks, and then at once.
        player.set_visible(false);
        world.empty_log();
        world.pass(rests_for);
        assert_eq!(reads(&world), 0, "{fault:?}");
        player.set_visible(true);
        world.pass(Millis(300));
        assert_eq!(reads(&world), 1, "{fault:?}");
        let status = player.status();
        assert_eq!(status.queue_trouble, None, "{fault:?}");
        assert_eq!(status.queue.unwrap().queue[0].name(), tracks[3].name);
        world.empty_log();
        world.pass(Millis::from_secs(60));
        assert_eq!(reads(&world), 0, "{fault:?}");
    }
    // As long as it fails, twice a minute.
    let (world, _tab, _, player) = watched();
    world.order(Fault::new(FaultKind::Hidden).on("/v1/me/player/queue"));
    player.show_queue(true);
    world.pass(Millis(100));
    world.empty_log();
    world.pass(Millis::from_secs(29));
    assert_eq!(reads(&world), 0);
    world.pass(Millis::from_secs(2));
    assert_eq!(reads(&world), 1);
}

#[test]
fn a_queue_that_is_opened_right_after_a_command_is_not_what_it_was_before() {
    let (world, _tab, tracks, player) = watched();
    player.tell(Command::Enqueue(playable(&tracks[3])));
    world.pass(Millis(100));
    player.show_queue(true);
    world.pass(A_MOMENT);
    let queue = player.status().queue.unwrap();
    assert_eq!(queue.queue[0].name(), tracks[3].name);
}

#[test]
fn what_is_taken_into_the_queue_is_counted_and_what_is_refused_is_not() {
    let (world, _tab, tracks, player) = watched();
    let refuse = json!({"fault": "player_restriction", "reason": "DEVICE_NOT_CONTROLLABLE",
        "path": "/v1/me/player/queue", "times": 1});
    world.control("POST /faults", &refuse);
    for track in &tracks[1..4] {
        player.tell(Command::Enqueue(playable(track)));
    }
    world.pass(A_MOMENT);
    assert_eq!(player.status().enqueued, 2);
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
