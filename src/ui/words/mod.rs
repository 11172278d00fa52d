//! The one place that turns an error into words and a next step.

mod calls;
mod sign_in;

pub use sign_in::{Remedy, SignInExplanation, unchanged};

use crate::oauth::Scope;

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

/// What a listener can do about an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// Ask Spotify once more.
    TryAgain,
    /// Sign in again.
    ConnectAgain,
    /// Grant a permission.
    Grant(Scope),
    /// Change something in Spotify's dashboard.
    Dashboard,
}
