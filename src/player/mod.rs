//! What is playing, as a state machine: what Spotify says, what was just told,
//! and the clock. It asks as seldom as it can (design 7: a poll every 5 s while
//! something plays and the page is seen, one re-read a command) and shows what
//! is expected at once.
//!
//! Everything a screen needs is in [`Status`]; everything it can do is a
//! [`Command`], or one of the few other methods of [`Player`]. None of them
//! waits: what came of it is seen in the next status.

mod book;
mod command;
mod driver;
mod elsewhere;
mod errands;
mod expectation;
mod fetched;
mod foresight;
mod looking;
mod needs_device;
mod permission;
mod preferred;
mod reading;
mod schedule;
mod sending;
mod status;
mod timer;
mod waking;

pub use command::{Command, Deed, What};
pub use driver::Player;
pub use needs_device::{NeedsDevice, is_usable};
pub use permission::Obstacle;
pub use preferred::Preferred;
pub use status::{LastItem, NowPlaying, Status, Trouble};
