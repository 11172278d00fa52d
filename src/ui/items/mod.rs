//! What lists are made of: rows of what can be played, cards of what can be
//! opened, and what stands there while they are read.

mod card;
mod entry;
mod length;
mod row;
mod waiting;

pub use card::{Card, card, cards};
pub use entry::{Entry, Named, Obstacle};
pub use length::{clock_length, long_length};
pub use row::{all_named, explicit, named, row, rows};
pub use waiting::{cards_waiting, rows_waiting};
