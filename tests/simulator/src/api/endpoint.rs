//! How an endpoint describes itself.

use http::Method;
use http::StatusCode;
use serde_json::Value;

use crate::api::refusal::Refusal;
use crate::apps::Population;
use crate::call::Call;
use crate::clock::Millis;
use crate::listeners::Listener;
use crate::log::LogEntry;
use crate::scope::ScopeSet;
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
    /// What it answers, or why it refuses.
    pub answer: fn(&mut Visit<'_>) -> Result<Success, Refusal>,
}

/// What a call brings when all is well (contract 3.2, 6.1).
#[derive(Clone, Debug, PartialEq)]
pub enum Success {
    /// 200 with JSON.
    Json(Value),
    /// 200 with JSON that any cache may keep for two hours (contract 3.5).
    Public(Value),
    /// 201 with JSON.
    Created(Value),
    /// A status without a body.
    Empty(StatusCode),
    /// 200 with text that is no JSON, as player commands often answer.
    Text(String),
}

impl Success {
    /// The JSON body, if it has one.
    pub fn body_mut(&mut self) -> Option<&mut Value> {
        match self {
            Self::Json(body) | Self::Public(body) | Self::Created(body) => Some(body),
            Self::Empty(_) | Self::Text(_) => None,
        }
    }

    /// How long who may keep it (contract 3.5).
    pub fn cache_control(&self) -> &'static str {
        match self {
            Self::Public(_) => "public, max-age=7200",
            _ => "private, max-age=0",
        }
    }
}

impl From<Value> for Success {
    fn from(body: Value) -> Self {
        Self::Json(body)
    }
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
    /// What the token was granted, for scopes that depend on what is asked.
    pub scopes: ScopeSet,
    /// Which rules of which year apply.
    pub population: Population,
    /// Simulator time.
    pub now: Millis,
}

impl Visit<'_> {
    /// One segment of the path, counted from 0: the id in `/v1/albums/{}` is
    /// segment 2.
    pub fn segment(&self, place: usize) -> &str {
        let path = self.call.path.trim_start_matches('/');
        path.split('/').nth(place).unwrap_or_default()
    }

    /// One segment of the path with its escapes undone: user ids are free-form
    /// (contract 3.1).
    pub fn free_segment(&self, place: usize) -> String {
        let encoded = self.segment(place).replace('+', "%2B");
        let mut decoded = form_urlencoded::parse(encoded.as_bytes());
        let first = decoded.next().map(|(text, _)| text.into_owned());
        first.unwrap_or_default()
    }

    /// The JSON object in the body; an empty body is an empty object.
    pub fn json_body(&self) -> Result<serde_json::Map<String, Value>, Refusal> {
        if self.call.body.is_empty() {
            return Ok(serde_json::Map::new());
        }
        serde_json::from_slice(&self.call.body)
            .map_err(|_| Refusal::BadRequest("Error parsing JSON."))
    }

    /// Refuses unless the token has a scope.
    pub fn needs(&self, scope: &str) -> Result<(), Refusal> {
        if self.scopes.has(scope) {
            Ok(())
        } else {
            Err(Refusal::InsufficientScope)
        }
    }
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
