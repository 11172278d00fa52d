//! The calls of the Web API that a development-mode app may make (contract 4),
//! one file a resource. Each is described before it is made, by an
//! [`Endpoint`], and made from arguments that cannot be wrong.

pub mod albums;
pub mod artists;
pub mod audiobooks;
pub mod commands;
mod cover;
pub mod episodes;
pub mod library;
pub mod me;
pub mod player;
pub mod playlist_items;
pub mod playlists;
pub mod saved;
pub mod search;
pub mod shows;
pub mod tracks;
mod uri_batch;

#[cfg(test)]
mod tests;

pub use cover::{CoverJpeg, InvalidCover};
pub use uri_batch::{
    InvalidBatch, LibraryUris, NotPlayable, Occurrences, PlayableUri, PlaylistUris, Takes, UriBatch,
};

use super::{Endpoint, Parameter, Values};

/// Asks for episodes as what they are, and not as half-empty tracks (contract
/// 6.2).
const ADDITIONAL_TYPES: Parameter =
    Parameter::query("additional_types", Values::SomeOf(&["track", "episode"]));

/// What it always is.
const TRACKS_AND_EPISODES: &str = "track,episode";

/// All of them, in the order of contract 4.
pub static ALL: &[&Endpoint] = &[
    &albums::ALBUM,
    &albums::TRACKS,
    &artists::ARTIST,
    &artists::ALBUMS,
    &tracks::TRACK,
    &shows::SHOW,
    &shows::EPISODES,
    &episodes::EPISODE,
    &audiobooks::AUDIOBOOK,
    &audiobooks::CHAPTERS,
    &audiobooks::CHAPTER,
    &search::SEARCH,
    &me::PROFILE,
    &me::TOP_ARTISTS,
    &me::TOP_TRACKS,
    &me::FOLLOWING,
    &saved::TRACKS,
    &saved::ALBUMS,
    &saved::EPISODES,
    &saved::SHOWS,
    &saved::AUDIOBOOKS,
    &library::SAVE,
    &library::REMOVE,
    &library::CONTAINS,
    &playlists::MINE,
    &playlists::PLAYLIST,
    &playlist_items::ITEMS,
    &playlists::CREATE,
    &playlists::CHANGE,
    &playlist_items::ADD,
    &playlist_items::REPLACE,
    &playlist_items::REORDER,
    &playlist_items::REMOVE,
    &playlists::COVER,
    &playlists::SET_COVER,
    &player::STATE,
    &player::CURRENTLY_PLAYING,
    &player::DEVICES,
    &player::QUEUE,
    &player::RECENTLY_PLAYED,
    &commands::TRANSFER,
    &commands::PLAY,
    &commands::PAUSE,
    &commands::NEXT,
    &commands::PREVIOUS,
    &commands::SEEK,
    &commands::REPEAT,
    &commands::SHUFFLE,
    &commands::VOLUME,
    &commands::ENQUEUE,
];
