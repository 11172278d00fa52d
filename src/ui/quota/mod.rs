//! The Quota panel: what was asked of Spotify, what rests, and why.

mod buckets;
mod panel;
mod picture;
mod way_in;

pub use panel::QuotaPanel;
pub use way_in::QuotaButton;
