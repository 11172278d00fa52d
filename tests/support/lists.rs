//! Playlists to try things on.

use cratedigger::{
    ports::Millis,
    spotify::{
        PlaylistId, SpotifyUri, Walk, Window,
        endpoints::{
            PlaylistUris,
            playlist_items::{self, Target},
            playlists::{self, PlaylistName},
            saved,
        },
        model::{Playlist, PlaylistItem, Visibility},
    },
};
use serde_json::Value;

use super::{Tab, World};

/// More than the moment in which a new playlist cannot be read.
pub const A_MOMENT: Millis = Millis::from_secs(1);

/// Makes a playlist, and waits until it can be read.
pub fn create(world: &World, tab: &Tab, visibility: Visibility) -> Playlist {
    let name = PlaylistName::try_from("Crates <1> & 2").expect("as the simulator has it");
    let description = Some("It's \"new\"\n& old".to_owned());
    let made = world.get(tab, playlists::create(name, visibility, description));
    world.pass(A_MOMENT);
    made
}

/// The playlist that the control makes of so many items.
pub fn made(world: &World, order: &Value) -> PlaylistId {
    let told = world.control("POST /playlists", order);
    let id = told["id"]
        .as_str()
        .expect("as the simulator has it")
        .to_owned();
    id.try_into().expect("as the simulator has it")
}

/// A playlist of which nothing more is known.
pub fn any(id: &PlaylistId) -> Target<'_> {
    let visibility = None;
    Target { id, visibility }
}

/// What `count` saved tracks are called, from the newest on.
pub fn songs(world: &World, tab: &Tab, count: usize) -> Vec<SpotifyUri> {
    let page = world.get(tab, saved::tracks(Window::first()));
    let uris = page.items().filter_map(|saved| saved.item.uri.clone());
    uris.take(count).collect()
}

/// All of these at once.
pub fn batch(uris: &[SpotifyUri]) -> PlaylistUris {
    PlaylistUris::try_from(uris.to_vec()).expect("as the simulator has it")
}

/// All that is in a playlist: nothing where the content is gone.
pub fn contents(world: &World, tab: &Tab, id: &PlaylistId) -> Vec<Option<SpotifyUri>> {
    let id = id.clone();
    let list = move |window| playlist_items::items(&id, window);
    let items = world.run(Walk::through(tab.client.clone(), 0, list).collect());
    let uri = |item: PlaylistItem| item.item.and_then(|item| item.uri());
    items
        .expect("as the simulator has it")
        .into_iter()
        .map(uri)
        .collect()
}

/// As [`contents`] gives them.
pub fn some(uris: &[SpotifyUri]) -> Vec<Option<SpotifyUri>> {
    uris.iter().cloned().map(Some).collect()
}
