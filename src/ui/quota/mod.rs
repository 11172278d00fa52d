//! The Quota panel: what was asked of Spotify, what rests, and why.

mod buckets;
mod panel;
mod picture;
mod way_in;

pub use panel::{quota_panel, quota_sheet};
pub use way_in::quota_button;
