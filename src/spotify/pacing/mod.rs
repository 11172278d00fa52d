//! When a call may be made: few at a time, none while its bucket rests.

mod cool_down;
mod queue;

pub(super) use cool_down::{CoolDown, Strike};
pub(super) use queue::{Pacing, Turn};
