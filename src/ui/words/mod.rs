//! The one place that turns an error into words and a next step.

mod calls;
mod limits;
mod permissions;
mod player;
mod player_window;
mod sign_in;

pub use limits::{bucket_name, rest_reason};
pub use permissions::{PARTS, purpose};
pub use player::{deed, device_type, obstacle};
pub use player_window::{window_remedy, window_trouble};
pub use sign_in::{Remedy, SignInExplanation, unchanged};

use crate::spotify::NextStep;

/// What went wrong with a part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// In a few words.
    pub title: &'static str,
    /// The cause, and what it means.
    pub body: String,
    /// What to do about it.
    pub next: NextStep,
}
