//! How an endpoint describes itself.

use http::Method;
use serde_json::Value;

use crate::api::refusal::Refusal;
use crate::call::Call;
use crate::listeners::Listener;
use crate::log::LogEntry;
use crate::world::World;

/// A call of the Web API.
#[derive(Debug)]
pub struct Endpoint {
    pub method: Method,
    /// The path; `{}` stands for one segment of any text.
    pub path: &'static str,
    /// Scopes the token must all have.
    pub scopes: &'static [&'static str],
    /// Query parameters it knows. Others it ignores, but the log marks them.
    pub parameters: &'static [&'static str],
    /// The body of a 200, or why there is none.
    pub answer: fn(&mut Visit<'_>) -> Result<Value, Refusal>,
}

impl Endpoint {
    /// Whether a path is this endpoint's.
    pub fn is_at(&self, path: &str) -> bool {
        path_fits(self.path, path)
    }
}

/// One admitted call: who asks, and for what.
#[derive(Debug)]
pub struct Visit<'a> {
    pub world: &'a mut World,
    pub call: &'a Call,
    pub entry: &'a mut LogEntry,
    pub listener: Listener,
}

/// Whether a path has the form of a pattern in which `{}` is any segment.
pub fn path_fits(pattern: &str, path: &str) -> bool {
    let mut segments = path.split('/');
    let fits = pattern.split('/').all(|expected| {
        segments.next().is_some_and(|found| {
            if expected == "{}" {
                !found.is_empty()
            } else {
                expected == found
            }
        })
    });
    fits && segments.next().is_none()
}
