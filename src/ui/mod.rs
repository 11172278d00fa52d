//! What the listener sees: Leptos, and nothing that is not about seeing.

#![expect(
    clippy::needless_pass_by_value,
    reason = "components own their properties, whatever they do with them"
)]

mod app;
mod boot;
mod components;
mod framed;
mod pages;
mod quota;
mod shell;
mod state;
mod words;

pub use boot::mount;
