//! The workshop: what a sign-in is made of, as values that can be shown and
//! tried out. Nothing here touches the session unless somebody asks for it.

mod command;
mod rfc;
mod secrets;
pub mod steps;
mod text;

pub use command::Command;
pub use rfc::Quote;
pub use secrets::{Reveal, Revealed, hash_of, name_of, octets_of};
pub use text::{Span, Text};
