use std::cell::Cell;

use cratedigger::ports::{Random, RandomError};

/// Draws that repeat from run to run and never from draw to draw.
pub struct SeededRandom(Cell<u64>);

impl SeededRandom {
    /// Draws that follow from `seed`.
    pub const fn new(seed: u64) -> Self {
        Self(Cell::new(seed))
    }

    // SplitMix64: each state is met once, and so is each result.
    fn draw(&self) -> u64 {
        let state = self.0.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
        self.0.set(state);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

impl Random for SeededRandom {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomError> {
        for chunk in bytes.chunks_mut(8) {
            let draw = self.draw().to_le_bytes();
            chunk.copy_from_slice(&draw[..chunk.len()]);
        }
        Ok(())
    }
}

/// A source that cannot be read.
pub struct NoRandom;

impl Random for NoRandom {
    fn fill(&self, _: &mut [u8]) -> Result<(), RandomError> {
        Err(RandomError)
    }
}
