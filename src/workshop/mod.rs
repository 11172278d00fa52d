//! What the workshop shows and composes: OAuth as it really happens, tokens
//! and what they prove, and requests as code.

pub mod code;
mod evidence;
mod holder;
mod indented;
pub mod ways;
mod witness;

pub use evidence::{Evidence, PROBES, Probe};
pub use holder::{Holder, InvalidToken, pasted_token};
pub use indented::{Cut, indented};
pub use witness::{Exchange, Witness};
