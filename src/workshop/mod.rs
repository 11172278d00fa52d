//! The workshop: what a sign-in is made of, as values that can be shown and
//! tried out, tokens and what they prove, and requests as code. Nothing here
//! touches the session unless somebody asks for it.

pub mod code;
mod command;
mod evidence;
mod holder;
mod indented;
mod rfc;
mod secrets;
pub mod steps;
mod text;
pub mod ways;
mod witness;

pub use command::Command;
pub use evidence::{Evidence, PROBES, Probe};
pub use holder::{Holder, InvalidToken, pasted_token};
pub use indented::{Cut, indented};
pub use rfc::Quote;
pub use secrets::{Reveal, Revealed, hash_of, name_of, octets_of};
pub use text::{Span, Text};
pub use witness::{Exchange, Witness};
