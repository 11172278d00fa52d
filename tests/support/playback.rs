//! A world in which something plays.

use std::rc::Rc;

use cratedigger::{
    oauth::Scope,
    player::{Command, Player, What},
    ports::Millis,
    route::Route,
    session::SignInRequest,
    spotify::{
        AlbumId, Call, DeviceId, Window,
        endpoints::{
            PlayableUri, PlaylistUris,
            commands::{self, PlayContext, Start},
            player, saved,
        },
        model::{Album, Device, Playable, PlaybackState, Track},
    },
};

use super::{Decision, Tab, World, request};

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

/// A player in `tab`, which asks nothing yet.
pub fn new_player(world: &World, tab: &Tab) -> Player {
    Player::new(
        tab.client.clone(),
        Rc::clone(&world.clock) as Rc<_>,
        Rc::clone(&tab.tasks) as Rc<_>,
        Rc::clone(&world.device) as Rc<_>,
    )
}

/// A player that is seen, in a world in which the album plays; nothing of how
/// it came to that is counted.
pub fn watched() -> (World, Tab, Vec<Track>, Player) {
    let (world, tab, tracks) = playing();
    let player = new_player(&world, &tab);
    player.set_visible(true);
    world.pass(LAG);
    world.empty_log();
    (world, tab, tracks, player)
}

/// What it is called that the player shows, if anything is.
pub fn shown_title(player: &Player) -> String {
    let playing = player.status().now_playing;
    let state = playing.map(|playing| playing.state);
    state.as_ref().map(title).unwrap_or_default().to_owned()
}

/// The calls of the player since the log was emptied, in order: the method and
/// the path below `/v1/me/`.
pub fn asked(world: &World) -> Vec<String> {
    let spotify = world.spotify.borrow();
    let calls = spotify.log().iter();
    calls
        .filter(|entry| entry.host == "api.spotify.com" && entry.method != "OPTIONS")
        .map(|entry| {
            let path = entry.path.trim_start_matches("/v1/me/");
            format!("{} {path}", entry.method)
        })
        .collect()
}

/// A track that is not on the album that plays.
pub fn some_track(world: &World, tab: &Tab, album: &[Track]) -> Track {
    let page = world.get(tab, saved::tracks(Window::first()));
    let mut tracks = page.items().map(|saved| &saved.item);
    let is_other = |one: &&Track| {
        let is_listed = album.iter().any(|track| track.uri == one.uri);
        one.id.is_some() && one.is_playable != Some(false) && !is_listed
    };
    tracks
        .find(is_other)
        .expect("as the simulator has it")
        .clone()
}

/// Signs somebody in with every permission there is.
pub fn sign_in_for_everything_as(world: &World, tab: &Tab, account: &'static str) {
    let everything = SignInRequest {
        scopes: Scope::ALL.into_iter().collect(),
        show_dialog: true,
        ..request(Route::Home)
    };
    let url = tab.session.begin(everything).expect("a request");
    let query = world.visit(url.as_str(), Decision::Agree(account));
    world
        .finish(tab, &query.expect("a consent page"))
        .expect("a sign-in without trouble");
}

/// Whether the player shows that something plays, and is not paused.
pub fn plays(player: &Player) -> bool {
    let playing = player.status().now_playing;
    playing.is_some_and(|playing| playing.state.is_playing)
}

/// How far the player shows it to be, in milliseconds.
pub fn progress(player: &Player) -> u64 {
    player.status().progress(player.now()).0
}

/// The track as something to play.
pub fn playable(track: &Track) -> PlayableUri {
    let uri = track.uri.clone().expect("a URI");
    PlayableUri::try_from(uri).expect("a track")
}

/// To play this track by itself.
pub fn play(track: &Track) -> Command {
    let uris = vec![track.uri.clone().expect("a URI")];
    Command::Play(What::Uris {
        uris: PlaylistUris::try_from(uris).expect("a track"),
        from: Millis::ZERO,
    })
}
