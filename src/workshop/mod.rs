//! The workshop: what a sign-in is made of, as values that can be shown and
//! tried out, tokens and what they prove, and requests as code. Nothing here
//! touches the session unless somebody asks for it.

pub mod code;
mod evidence;
mod holder;
mod indented;
pub mod steps;
pub mod ways;
mod witness;

pub use evidence::{Evidence, PROBES, Probe};
pub use holder::{Holder, InvalidToken, pasted_token};
pub use indented::{Cut, indented};
pub use witness::{Exchange, Witness};
