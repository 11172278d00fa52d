//! The simulator against the contract, table by table.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod api;
mod authorize;
mod browser;
mod catalogue;
mod clients;
mod control;
mod faults;
mod legacy;
mod library;
mod library_writes;
mod listening;
mod log;
mod login;
mod music;
mod nulls;
mod player_commands;
mod player_devices;
mod player_time;
mod playlist_edits;
mod playlist_items;
mod playlist_writes;
mod playlists;
mod quota;
mod sdk;
mod search;
mod served;
mod single_origin;
mod stage;
mod token;
mod top;
mod visitor;
