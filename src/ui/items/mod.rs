//! What lists are made of: rows of what can be played, cards of what can be
//! opened, and what stands there while they are read; and the heads of pages.

mod card;
mod entry;
mod filter;
mod head;
mod length;
mod listing;
mod more;
mod page;
mod pin;
mod resume;
mod row;
mod save;
mod spoken;
mod waiting;
mod window;
mod words;

pub use card::{Card, card, cards};
pub use entry::{Entry, Named};
pub use filter::{filter_field, filtered};
pub use head::{Head, head_waiting, thing_head};
pub use length::{clock_length, long_length};
pub use listing::{Shape, listing};
pub use more::{more, until_there};
pub use page::thing_page;
pub use pin::{pin_button, small_pin_button};
pub use resume::resume;
pub use row::{Row, all_named, explicit, named, row, rows};
pub use spoken::{description, spoken_row};
pub use waiting::{cards_waiting, rows_waiting};
pub use words::{album_kind, copyright, counted, dotted, released, year};
