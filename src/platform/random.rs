use crate::ports::{Random, RandomError};

/// `crypto.getRandomValues`, through `getrandom`.
pub struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomError> {
        getrandom::fill(bytes).map_err(|_| RandomError)
    }
}
