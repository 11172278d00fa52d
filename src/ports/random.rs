/// The system's random source could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the random source of this device cannot be read")]
pub struct RandomError;

/// A cryptographically secure random source.
pub trait Random {
    /// Fills `bytes` entirely, or fails and leaves them unusable.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomError>;
}
