//! A sign-in with PKCE, one step at a time.

mod draft;
mod practice;
mod quotes;
mod step;

pub use draft::{Draft, EXAMPLE_CHALLENGE, EXAMPLE_VERIFIER, Origin};
pub use practice::{Practice, Renewed};
pub use step::Step;
