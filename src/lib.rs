//! Cratedigger: a Spotify client that is nothing but static files.
//!
//! The pure rooms know no browser and are tested natively: [`oauth`],
//! [`spotify`], [`session`], [`player`], [`player_window`], [`workshop`]. What they need from
//! the world are the traits in [`ports`]. Only `platform` knows the browser and
//! only `ui` knows Leptos; both exist in the browser alone.

pub mod config;
pub mod id;
mod json;
pub mod library;
pub mod oauth;
pub mod player;
pub mod player_window;
pub mod ports;
pub mod route;
pub mod session;
pub mod spotify;
pub mod workshop;

#[cfg(target_arch = "wasm32")]
mod platform;
#[cfg(target_arch = "wasm32")]
pub mod ui;
