//! Calls that new client IDs have lost (contract 5.1): those lost in 2026, and
//! those that only extended quota has since 2024.

pub mod audio;
pub mod batch;
pub mod browse;
pub mod featured;
pub mod recommendations;
pub mod users;

pub use browse::new_albums;
