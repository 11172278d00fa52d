//! What the pure rooms ask of the world, as traits.
//!
//! `platform` implements them with the browser, tests implement them with
//! memory and the simulator. There is no other seam and no other mocking.

mod clock;
mod random;
mod store;
mod tabs;
mod tasks;
mod transport;

pub use clock::{Clock, Millis};
pub use random::{Random, RandomError};
pub use store::{Store, StoreError};
pub use tabs::{Channels, LockOutcome, TabChannel, TabLock};
pub use tasks::Tasks;
pub use transport::{CachePolicy, Method, Request, Response, Transport, TransportError};
