//! Devices: none is active, one wakes, another takes over, one goes away.

#![expect(clippy::unwrap_used, reason = "a test may fail in this way")]

mod support;

use cratedigger::{
    player::{Command, Player, Preferred, Status, is_usable},
    ports::Millis,
    spotify::{
        DeviceId, Error, PlayerRefusal,
        model::{Device, DeviceType, Track},
    },
};
use serde_json::json;
use simulator::SwitchChange;
use support::{
    Tab, World, key,
    playback::{album, asked, device_id, new_player, play, playable, shown_title, watched},
};

const PLAY: &str = "PUT player/play";
const STATE: &str = "GET player";
const DEVICES: &str = "GET player/devices";
const TRANSFER: &str = "PUT player";

/// Until a device that was sent something counts as awake.
const A_WHILE: Millis = Millis::from_secs(11);

/// A player that is seen, where nothing is active; the album that could play.
fn quiet() -> (World, Tab, Vec<Track>, Player) {
    let (world, tab) = World::signed_in_for_everything();
    let (_, tracks) = album(&world, &tab);
    let player = new_player(&world, &tab);
    player.set_visible(true);
    world.pass(Millis(100));
    assert_eq!(player.status().now_playing, None);
    world.empty_log();
    (world, tab, tracks, player)
}

fn waits(status: &Status) -> Option<&Command> {
    status.needs_device.as_ref().map(|needs| &needs.waits)
}

fn active(player: &Player) -> String {
    let playing = player.status().now_playing;
    let device = playing.and_then(|playing| playing.state.device);
    device.map(|device| device.name).unwrap_or_default()
}

fn wake(world: &World) {
    world.control("POST /devices", &json!({"wake": "Bedroom speaker"}));
}

fn wakes_slowly(world: &World) {
    world.switch(SwitchChange {
        slow_wake: Some(true),
        ..SwitchChange::default()
    });
}

fn usable(player: &Player) -> Vec<DeviceId> {
    let devices = player.status().needs_device.unwrap().devices.unwrap();
    let usable = devices.into_iter().filter(is_usable);
    usable.filter_map(|device| device.id).collect()
}

#[test]
fn a_command_without_a_device_waits_for_the_one_that_is_chosen() {
    let (world, tab, tracks, player) = quiet();
    player.tell(play(&tracks[1]));
    assert_eq!(shown_title(&player), tracks[1].name, "it shows at once");
    world.pass(Millis(200));
    let status = player.status();
    assert_eq!(waits(&status), Some(&play(&tracks[1])));
    assert_eq!((status.now_playing, status.trouble), (None, None));
    assert_eq!(asked(&world), [PLAY, DEVICES]);
    // What has no id or takes no commands is shown, and cannot be chosen.
    let listed = player.status().needs_device.unwrap().devices.unwrap();
    assert_eq!((listed.len(), usable(&player).len()), (5, 3));
    world.empty_log();
    player.choose(&device_id(&world, &tab, "Kitchen"));
    assert_eq!(player.status().needs_device, None);
    assert_eq!(shown_title(&player), tracks[1].name);
    assert_eq!(active(&player), "Kitchen speaker");
    world.pass(Millis(1_200));
    assert_eq!(asked(&world), [DEVICES, PLAY, STATE]);
    assert_eq!(shown_title(&player), tracks[1].name);
    assert_eq!(active(&player), "Kitchen speaker");
}

#[test]
fn devices_are_listed_while_one_is_needed_and_the_page_is_seen() {
    let (world, _tab, tracks, player) = quiet();
    player.tell(play(&tracks[1]));
    world.pass(Millis(200));
    world.empty_log();
    world.pass(Millis::from_secs(15));
    assert_eq!(asked(&world), [DEVICES; 3]);
    player.set_visible(false);
    world.empty_log();
    world.pass(Millis::from_minutes(5));
    assert_eq!(asked(&world), [""; 0]);
    player.set_visible(true);
    world.pass(Millis(100));
    assert_eq!(asked(&world), [STATE, DEVICES]);
    player.give_up();
    world.empty_log();
    world.pass(Millis::from_minutes(5));
    assert_eq!(asked(&world), [STATE; 10], "one look in half a minute");
    assert_eq!(player.status().needs_device, None);
}

#[test]
fn a_device_that_wakes_is_used_by_itself() {
    let (world, _tab, tracks, player) = quiet();
    wakes_slowly(&world);
    player.tell(play(&tracks[1]));
    world.pass(Millis::from_secs(7));
    // One that takes no commands is of no use.
    let tape = json!({"add": {"name": "Tape deck", "restricted": true}});
    world.control("POST /devices", &tape);
    world.pass(Millis::from_secs(5));
    assert!(waits(&player.status()).is_some());
    wake(&world);
    world.empty_log();
    world.pass(Millis::from_secs(9));
    let status = player.status();
    assert_eq!((status.needs_device, status.trouble), (None, None));
    assert_eq!(asked(&world), [DEVICES, PLAY, PLAY, PLAY, STATE]);
    assert_eq!(shown_title(&player), tracks[1].name);
    assert_eq!(active(&player), "Bedroom speaker");
}

#[test]
fn the_device_that_was_active_last_is_used_without_asking() {
    let (world, tab, tracks, player) = watched();
    let laptop = player.preferred().unwrap();
    assert_eq!(laptop.device_type, DeviceType::Computer);
    assert!(world.device.dump().contains(&key("player-device")));
    world.control("POST /player", &json!({"quiet": true}));
    // Another visit, which remembers it.
    let player = new_player(&world, &tab);
    assert_eq!(player.preferred(), Some(laptop.clone()));
    player.set_visible(true);
    world.pass(Millis(100));
    world.empty_log();
    player.tell(play(&tracks[2]));
    for _ in 0..20 {
        assert_eq!(shown_title(&player), tracks[2].name);
        assert_eq!(player.status().needs_device, None);
        world.pass(Millis(60));
    }
    assert_eq!(asked(&world), [PLAY, DEVICES, PLAY, STATE]);
    assert_eq!(active(&player), laptop.name);
    // Another one is preferred until one becomes active.
    world.pass(A_WHILE);
    world.control("POST /player", &json!({"quiet": true}));
    player.prefer(Preferred {
        name: "Kitchen speaker".to_owned(),
        device_type: DeviceType::Speaker,
    });
    player.tell(Command::Resume);
    world.pass(Millis(1_200));
    assert_eq!(active(&player), "Kitchen speaker");
    // A name alone is no device.
    world.pass(A_WHILE);
    world.control("POST /player", &json!({"quiet": true}));
    player.prefer(Preferred {
        name: "Kitchen speaker".to_owned(),
        device_type: DeviceType::Tv,
    });
    player.tell(Command::Resume);
    world.pass(Millis(1_200));
    assert_eq!(waits(&player.status()), Some(&Command::Resume));
}

#[test]
fn what_cannot_begin_by_itself_is_preceded_by_a_transfer() {
    let (world, tab, tracks, player) = quiet();
    player.tell(Command::Enqueue(playable(&tracks[2])));
    world.pass(Millis(200));
    let kitchen = device_id(&world, &tab, "Kitchen");
    world.empty_log();
    player.choose(&kitchen);
    world.pass(Millis(1_200));
    assert_eq!(asked(&world), [TRANSFER, "POST player/queue", STATE]);
    assert_eq!(active(&player), "Kitchen speaker");
    let calls = world.wire.calls();
    assert!(!calls[0].body.contains("play\""), "{}", calls[0].body);
    let playing = player.status().now_playing.unwrap();
    assert!(!playing.state.is_playing, "what was paused stays so");
}

#[test]
fn another_command_takes_the_place_of_the_one_that_waits() {
    let (world, tab, tracks, player) = quiet();
    player.tell(play(&tracks[1]));
    player.tell(Command::Shuffle(true));
    world.pass(Millis(300));
    assert_eq!(
        asked(&world),
        [PLAY, DEVICES],
        "what came after is given up"
    );
    player.tell(play(&tracks[2]));
    world.pass(Millis(300));
    assert_eq!(waits(&player.status()), Some(&play(&tracks[2])));
    // A device that is named is one that is chosen.
    player.tell(Command::Transfer {
        device: device_id(&world, &tab, "Kitchen"),
        plays: true,
    });
    world.pass(Millis(1_200));
    assert_eq!(shown_title(&player), tracks[2].name);
    assert_eq!(active(&player), "Kitchen speaker");
    // With nothing active there is nothing to pause.
    world.pass(A_WHILE);
    world.control("POST /player", &json!({"quiet": true}));
    player.tell(Command::Pause);
    world.pass(Millis(1_200));
    let status = player.status();
    assert_eq!((status.needs_device, status.trouble), (None, None));
    assert_eq!(status.now_playing, None);
}

#[test]
fn a_chosen_device_that_is_gone_is_told_and_another_can_be_chosen() {
    let (world, tab, tracks, player) = quiet();
    player.tell(play(&tracks[1]));
    world.pass(Millis(200));
    let kitchen = device_id(&world, &tab, "Kitchen");
    world.control("POST /devices", &json!({"sleep": kitchen.as_str()}));
    player.choose(&kitchen);
    world.pass(Millis(4_000));
    let status = player.status();
    assert_eq!(waits(&status), Some(&play(&tracks[1])));
    let error = status.trouble.map(|trouble| trouble.error);
    assert_eq!(error, Some(Error::Player(PlayerRefusal::DeviceNotFound)));
    assert!(!usable(&player).contains(&kitchen));
    // When it is back, it is used.
    world.control("POST /devices", &json!({"wake": kitchen.as_str()}));
    world.pass(Millis(7_000));
    assert_eq!(active(&player), "Kitchen speaker");
    assert_eq!(player.status().trouble, None);
}

#[test]
fn what_was_to_follow_on_a_transfer_waits_when_its_device_is_gone() {
    let (world, tab, tracks, player) = quiet();
    let enqueue = Command::Enqueue(playable(&tracks[2]));
    player.tell(enqueue.clone());
    world.pass(Millis(200));
    let kitchen = device_id(&world, &tab, "Kitchen");
    world.control("POST /devices", &json!({"sleep": kitchen.as_str()}));
    player.choose(&kitchen);
    world.pass(Millis(4_000));
    assert_eq!(waits(&player.status()), Some(&enqueue));
    // A transfer by itself is no command that waits: another device may play.
    player.give_up();
    world.control("POST /devices", &json!({"wake": kitchen.as_str()}));
    player.read_devices();
    world.pass(Millis(100));
    world.control("POST /devices", &json!({"sleep": kitchen.as_str()}));
    player.tell(Command::Transfer {
        device: kitchen.clone(),
        plays: true,
    });
    world.pass(Millis(4_000));
    let status = player.status();
    assert_eq!(waits(&status), None);
    assert!(status.trouble.is_some());
    let is_listed = |device: &Device| device.id.as_ref() == Some(&kitchen);
    assert!(!status.devices.unwrap().iter().any(is_listed));
}

#[test]
fn a_transfer_to_a_device_that_has_hardly_woken_keeps_playing() {
    let (world, tab, tracks, player) = watched();
    wakes_slowly(&world);
    wake(&world);
    let bedroom = device_id(&world, &tab, "Bedroom");
    player.read_devices();
    world.pass(Millis(100));
    world.empty_log();
    player.tell(Command::Transfer {
        device: bedroom,
        plays: false,
    });
    for _ in 0..35 {
        assert_eq!(active(&player), "Bedroom speaker");
        assert_eq!(shown_title(&player), tracks[0].name);
        world.pass(Millis(100));
    }
    assert_eq!(asked(&world), [TRANSFER, TRANSFER, TRANSFER, STATE]);
    let playing = player.status().now_playing.unwrap();
    assert!(playing.state.is_playing);
    assert_eq!(player.status().trouble, None);
}

#[test]
fn a_device_that_goes_away_leaves_what_played_to_go_on_elsewhere() {
    let (world, tab, tracks, player) = watched();
    let kitchen = device_id(&world, &tab, "Kitchen");
    let laptop = device_id(&world, &tab, "laptop");
    world.control("POST /devices", &json!({"remove": laptop.as_str()}));
    world.pass(Millis(5_100));
    let status = player.status();
    assert_eq!(status.now_playing, None);
    let last = status.last_item.unwrap();
    assert_eq!(last.item.name(), tracks[0].name);
    assert!(last.was_playing);
    assert_eq!(last.device.and_then(|device| device.id), Some(laptop));
    // Nothing is active: looks are far apart, and what played is kept.
    world.empty_log();
    world.pass(Millis::from_secs(60));
    assert_eq!(asked(&world), [STATE; 2]);
    player.tell(Command::Transfer {
        device: kitchen,
        plays: true,
    });
    assert_eq!(shown_title(&player), tracks[0].name);
    assert_eq!(player.status().last_item, None);
    world.pass(Millis(1_200));
    assert_eq!(active(&player), "Kitchen speaker");
    let playing = player.status().now_playing.unwrap();
    assert!(playing.state.is_playing && !playing.is_changing);
    assert_eq!(shown_title(&player), tracks[0].name);
}

#[test]
fn devices_are_read_when_they_are_asked_for() {
    let (world, _tab, _, player) = quiet();
    assert_eq!(player.status().devices, None);
    player.read_devices();
    player.read_devices();
    world.pass(Millis(100));
    assert_eq!(asked(&world), [DEVICES]);
    let names: Vec<_> = player.status().devices.unwrap();
    assert_eq!(names.len(), 5);
    assert_eq!(player.status().devices_trouble, None);
}
