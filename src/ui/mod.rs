//! What the listener sees: Leptos, and nothing that is not about seeing.

mod adding;
mod app;
mod boot;
mod components;
mod dom;
mod framed;
mod items;
mod keys;
mod listening;
mod menu;
mod pages;
mod parts;
mod pinned;
mod player;
mod player_window;
mod quota;
mod session_notices;
mod shell;
mod state;
mod toast;
mod words;

pub use boot::mount;
