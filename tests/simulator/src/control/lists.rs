//! Commands that fill libraries and change playlists, as if a listener did so
//! elsewhere.

use serde::Deserialize;
use serde_json::Value;
use serde_json::json;

use crate::catalogue::Thing;
use crate::clock::Millis;
use crate::control::CommandError;
use crate::control::commands::read;
use crate::playlists::Content;
use crate::playlists::Contents;
use crate::playlists::Entry;
use crate::playlists::Filling;
use crate::playlists::MOST_ENTRIES;
use crate::playlists::Playlist;
use crate::playlists::Recipe;
use crate::simulator::Simulator;
use crate::simulator::Unknown;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LibraryOrder {
    account: String,
    /// How many tracks are saved, in place of those that are.
    tracks: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaylistOrder {
    /// Who keeps it.
    account: String,
    name: String,
    /// Whose it is: the account's, unless another user is named.
    #[serde(default)]
    owner: Option<String>,
    #[serde(default)]
    items: usize,
    #[serde(default)]
    filling: Filling,
    #[serde(default = "shown")]
    public: Option<bool>,
    /// Whether account and owner both may change it.
    #[serde(default)]
    collaborative: bool,
}

#[expect(clippy::unnecessary_wraps, reason = "the form of the field")]
fn shown() -> Option<bool> {
    Some(true)
}

/// A change behind the client's back, in the order of the fields.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct PlaylistChange {
    name: Option<String>,
    /// How many entries go from the beginning.
    drop: usize,
    /// How many tracks come to the end.
    add: usize,
}

/// Gives an account a library of so many tracks.
pub fn fill_library(simulator: &mut Simulator, body: &[u8]) -> Result<Value, CommandError> {
    let order: LibraryOrder = read(body)?;
    let world = &mut simulator.world;
    let listener = world.listener(&order.account).cloned();
    let listener = listener.ok_or(Unknown::Account)?;
    let library = world.library.of(&listener, &world.catalogue);
    library.refill_tracks(&listener, order.tracks, &world.catalogue);
    Ok(json!({"tracks": library.tracks.len()}))
}

/// Makes a playlist that an account keeps.
pub fn make_playlist(simulator: &mut Simulator, body: &[u8]) -> Result<Value, CommandError> {
    let order: PlaylistOrder = read(body)?;
    let world = &mut simulator.world;
    world.listener(&order.account).ok_or(Unknown::Account)?;
    let owner = order.owner.as_ref().unwrap_or(&order.account);
    let recipe = Recipe {
        seed: order.items as u64,
        length: order.items.min(MOST_ENTRIES),
        filling: order.filling,
        adders: vec![owner.clone()],
        begun: 2020,
        ..Recipe::default()
    };
    let collaborators = order.collaborative.then(|| order.account.clone());
    let id = world.playlists.add(|id| Playlist {
        public: order.public,
        collaborative: order.collaborative,
        collaborators: collaborators.into_iter().collect(),
        ..Playlist::new(id, owner, &order.name, Contents::of(recipe))
    });
    world.playlists.follow(&order.account, &id);
    told(simulator, &id)
}

/// Changes a playlist behind the client's back.
pub fn change_playlist(
    simulator: &mut Simulator,
    id: &str,
    body: &[u8],
    host_time: Millis,
) -> Result<Value, CommandError> {
    let change: PlaylistChange = read(body)?;
    let now = simulator.now(host_time);
    let world = &mut simulator.world;
    let playlist = world.playlists.find_mut(id).ok_or(Unknown::Playlist)?;
    playlist.name = change.name.unwrap_or_else(|| playlist.name.clone());
    let owner = playlist.owner.clone();
    let catalogue = &world.catalogue;
    playlist.contents.change(catalogue, |entries| {
        entries.drain(..change.drop.min(entries.len()));
        let tracks = catalogue.artists().flat_map(|key| catalogue.tracks_of(key));
        entries.extend(tracks.take(change.add).map(|track| Entry {
            content: Content::Thing(Thing::Track(track)),
            added_at: now,
            added_by: Some(owner.clone()),
        }));
    });
    playlist.edited();
    told(simulator, id)
}

fn told(simulator: &Simulator, id: &str) -> Result<Value, CommandError> {
    let playlist = simulator.world.playlists.find(id);
    let playlist = playlist.ok_or(Unknown::Playlist)?;
    Ok(json!({
        "id": playlist.id,
        "snapshot_id": playlist.snapshot(),
        "total": playlist.contents.total(),
    }))
}
