//! What becomes of a call.

use crate::clock::Millis;
use crate::reply::Reply;

/// What becomes of a call: a reply, or a connection that ends without one.
#[derive(Debug)]
pub struct Answer {
    /// The reply; none when the connection is dropped.
    pub reply: Option<http::Response<Vec<u8>>>,
    /// How long a server holds the reply back. In-process use may ignore it.
    pub held_for: Millis,
}

impl Answer {
    pub(crate) fn at_once(reply: Reply) -> Self {
        Self {
            reply: Some(reply),
            held_for: Millis(0),
        }
    }
}
