//! What the listener sees: Leptos, and nothing that is not about seeing.

mod app;
mod boot;
mod components;
mod framed;
mod pages;
mod shell;
mod state;
mod words;

pub use boot::mount;
