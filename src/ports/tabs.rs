use std::rc::Rc;

use futures::future::LocalBoxFuture;

/// What came of asking for a lock that is shared by the tabs of one browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockOutcome {
    /// This tab holds it until it lets go, is closed or is reloaded.
    Held,
    /// Another tab holds it.
    HeldElsewhere,
    /// This browser has no such locks.
    Unsupported,
}

/// A lock that at most one tab of this browser holds: the Web Locks API.
pub trait TabLock {
    /// Takes the lock called `name` if it is free, without waiting for it.
    /// Asking again for a lock this tab holds answers [`LockOutcome::Held`].
    fn hold_if_free(&self, name: &str) -> LocalBoxFuture<'static, LockOutcome>;

    /// Lets go of the lock called `name`, if this tab holds it.
    fn release(&self, name: &str);
}

/// Messages to the other tabs of this browser on the same origin.
pub trait TabChannel {
    /// Sends `message` to every other tab; nobody may be listening.
    fn post(&self, message: &str);

    /// Calls `listener` with each message another tab posts, for the life of
    /// the page.
    fn listen(&self, listener: Box<dyn Fn(String)>);
}

/// Opens channels by their names.
pub trait Channels {
    /// The channel called `name`; pages that know the name hear each other.
    fn open(&self, name: &str) -> Rc<dyn TabChannel>;
}
