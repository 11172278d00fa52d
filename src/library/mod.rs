//! The listener's lists as data: what is made and changed of them, in as few
//! calls as it takes, and never twice by mistake.

mod new_playlist;

pub use new_playlist::{Kept, NewPlaylist};
