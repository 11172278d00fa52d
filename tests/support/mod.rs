//! The world of the native tests: the ports in memory, Spotify simulated, and
//! time that passes when a test says so or when nothing else can happen.

#![allow(dead_code, unused_imports, reason = "each test file uses a part of it")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test may fail in this way"
)]

pub mod asking;
pub mod browser;
mod clock;
mod consent;
mod coverage;
pub mod lists;
pub mod playback;
pub mod player_window;
mod random;
mod scripted;
mod spotify;
mod store;
mod tab;
mod tabs;
mod tasks;
mod timeline;
mod wire;
mod world;

pub use browser::Browser;
pub use clock::FakeClock;
pub use consent::Decision;
pub use coverage::{CATALOGUE, PLAYER, PLAYLISTS, USER};
pub use random::{NoRandom, SeededRandom};
pub use scripted::{ScriptedTransport, answer};
pub use spotify::{name, names, scripted};
pub use store::MemoryStore;
pub use tab::{Tab, TabSetup, key};
pub use wire::{Call, Wire};
pub use world::{BASE_PATH, ORIGIN, World, client_id, redirect_uri, request};
