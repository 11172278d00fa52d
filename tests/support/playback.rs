//! A world in which something plays.

use cratedigger::{
    ports::Millis,
    spotify::{
        AlbumId, Call, DeviceId, Window,
        endpoints::{
            commands::{self, PlayContext, Start},
            player, saved,
        },
        model::{Album, Device, Playable, PlaybackState, Track},
    },
};

use super::{Tab, World};

/// More than the player lags behind.
pub const LAG: Millis = Millis(500);

/// What plays.
pub fn state(world: &World, tab: &Tab) -> Option<PlaybackState> {
    world.get(tab, player::state())
}

/// What plays a moment after `command`.
pub fn tell(world: &World, tab: &Tab, command: Call<()>) -> PlaybackState {
    world.get(tab, command);
    world.pass(LAG);
    let state = world.read(tab, player::state());
    state.as_ref().clone().expect("a device is active")
}

/// What it is called that plays.
pub fn title(state: &PlaybackState) -> &str {
    state.item.as_ref().map_or("", Playable::name)
}

/// The device with `name` in its name.
pub fn device(world: &World, tab: &Tab, name: &str) -> Device {
    let devices = world.get(tab, player::devices()).devices;
    let found = devices
        .into_iter()
        .find(|device| device.name.contains(name));
    found.unwrap_or_else(|| panic!("no {name}"))
}

/// What names that device.
pub fn device_id(world: &World, tab: &Tab, name: &str) -> DeviceId {
    device(world, tab, name)
        .id
        .expect("as the simulator has it")
}

/// An album of at least four tracks, and their names.
pub fn album(world: &World, tab: &Tab) -> (AlbumId, Vec<Track>) {
    let page = world.get(tab, saved::albums(Window::first()));
    let mut albums = page.items().map(|saved| &saved.item);
    let is_long = |one: &&Album| one.total_tracks >= Some(4);
    let album = albums.find(is_long).expect("as the simulator has it");
    let header = album.simplified();
    (
        album.id.clone(),
        album
            .tracks
            .items()
            .map(|track| track.on(&header))
            .collect(),
    )
}

/// A world in which the album plays on the laptop from its first track on.
pub fn playing() -> (World, Tab, Vec<Track>) {
    let (world, tab) = World::signed_in_for_everything();
    let (id, tracks) = album(&world, &tab);
    let laptop = device_id(&world, &tab, "laptop");
    let context = PlayContext::Album(id, Start::Position(0));
    let state = tell(&world, &tab, commands::play_context(context, Some(&laptop)));
    assert!(state.is_playing && title(&state) == tracks[0].name);
    world.empty_log();
    (world, tab, tracks)
}
