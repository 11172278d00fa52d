//! Which test calls which endpoint: each file's own list, which that file
//! compares with Spotify's log.

use cratedigger::spotify::{
    Endpoint,
    endpoints::{
        albums, artists, audiobooks, commands, episodes, library, me, player, playlist_items,
        playlists, saved, search, shows, tracks,
    },
};

/// What `tests/endpoints_catalogue.rs` calls.
pub const CATALOGUE: &[&Endpoint] = &[
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
];

/// What `tests/endpoints_user.rs` calls.
pub const USER: &[&Endpoint] = &[
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
];

/// What `tests/endpoints_playlists.rs` calls.
pub const PLAYLISTS: &[&Endpoint] = &[
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
];

/// What `tests/endpoints_player.rs` calls.
pub const PLAYER: &[&Endpoint] = &[
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
