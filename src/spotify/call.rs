use std::fmt::{Display, Write};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::{Endpoint, Market, SpotifyUri, Window, model::FromJson};
use crate::{
    json,
    oauth::{Scope, ScopeSet},
    ports::{CachePolicy, Millis, Request, Response},
};

/// How soon a call is made when several wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Priority {
    /// The listener waits for it.
    Now,
    /// It may be of use soon.
    Later,
}

/// A call of the Web API, ready to be made, and how its answer is read. Made
/// by the functions of [`endpoints`](super::endpoints), made real by the
/// [`Client`](super::Client).
pub struct Call<T> {
    pub(super) plan: Plan,
    pub(super) read: fn(&Response) -> Option<T>,
}

/// A call without the type of its answer. Its path is made in this room and
/// stands below Spotify's API, so the token can go nowhere else (security 48).
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub endpoint: &'static Endpoint,
    path: String,
    /// What stands in the braces of the path.
    id: String,
    body: Option<Body>,
    pub scopes: ScopeSet,
    pub priority: Priority,
    pub subject: Option<SpotifyUri>,
}

#[derive(Clone, Debug)]
enum Body {
    Json(String),
    Jpeg(String),
}

/// How long an answer of the Web API may take.
const TIMEOUT: Millis = Millis::from_secs(20);

/// Everything but what RFC 3986 leaves unreserved, and the comma and the colon
/// of lists of URIs, which may stand in a query as they are.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b',')
    .remove(b':');

impl Endpoint {
    /// A call that is answered with JSON.
    pub(super) fn call<T: FromJson>(&'static self) -> Call<T> {
        self.read_by(read)
    }

    /// A call that may be answered with nothing, by 204 or an empty body.
    pub(super) fn call_or_nothing<T: FromJson>(&'static self) -> Call<Option<T>> {
        self.read_by(|response| {
            if response.status == 204 || response.body.trim().is_empty() {
                Some(None)
            } else {
                read(response).map(Some)
            }
        })
    }

    /// A call of which only the success matters: the body may be anything
    /// (contract 6.1).
    pub(super) fn command(&'static self) -> Call<()> {
        self.read_by(|_| Some(()))
    }

    fn read_by<T>(&'static self, read: fn(&Response) -> Option<T>) -> Call<T> {
        Call {
            plan: Plan {
                endpoint: self,
                path: self.path.to_owned(),
                id: String::new(),
                body: None,
                scopes: self.scopes.iter().copied().collect(),
                priority: Priority::Now,
                subject: None,
            },
            read,
        }
    }
}

fn read<T: FromJson>(response: &Response) -> Option<T> {
    let tree = json::read(&response.body)?;
    T::from_json(tree)
}

impl<T> Call<T> {
    /// Fills the braces of the path.
    pub(super) fn on(mut self, id: &str) -> Self {
        let path = &mut self.plan.path;
        if let (Some(from), Some(to)) = (path.find('{'), path.find('}')) {
            let id = utf8_percent_encode(id, RESERVED).to_string();
            path.replace_range(from..=to, &id);
            self.plan.id = id;
        }
        self
    }

    /// Says what it is about: a read need not be made when that is known, and a
    /// write makes it unknown.
    pub(super) fn about(mut self, subject: impl Into<SpotifyUri>) -> Self {
        self.plan.subject = Some(subject.into());
        self
    }

    /// Adds a parameter of the query.
    pub(super) fn with(mut self, name: &str, value: impl Display) -> Self {
        debug_assert!(
            self.plan.endpoint.parameter(name).is_some(),
            "{name} is not described"
        );
        let path = &mut self.plan.path;
        let separator = if path.contains('?') { '&' } else { '?' };
        let value = value.to_string();
        let value = utf8_percent_encode(&value, RESERVED);
        // Writing to a string cannot fail.
        let _ = write!(path, "{separator}{name}={value}");
        self
    }

    /// Adds a parameter of the query if there is a value for it.
    pub(super) fn with_some(self, name: &str, value: Option<impl Display>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Asks for one page, as large as the endpoint allows if not said
    /// otherwise.
    pub(super) fn window(self, window: Window) -> Self {
        let most = self.plan.endpoint.page_size().unwrap_or(Window::USUAL_SIZE);
        let limit = window.size.map_or(most, |size| size.clamp(1, most));
        self.with("limit", limit).with("offset", window.offset)
    }

    /// Sends JSON along.
    pub(super) fn json(mut self, body: &Value) -> Self {
        self.plan.body = Some(Body::Json(body.to_string()));
        self
    }

    /// Sends a picture along: the base64 of a JPEG.
    pub(super) fn jpeg(mut self, base64: String) -> Self {
        self.plan.body = Some(Body::Jpeg(base64));
        self
    }

    /// Needs these permissions too.
    pub(super) fn needing(mut self, scopes: impl IntoIterator<Item = Scope>) -> Self {
        self.plan.scopes = self.plan.scopes.iter().chain(scopes).collect();
        self
    }

    /// Answers for a market that the listener chose; nothing changes where the
    /// endpoint knows none.
    #[must_use]
    pub fn in_market(self, market: Market) -> Self {
        match self.plan.endpoint.parameter("market") {
            // What is known was told for the listener's own country.
            Some(_) => Self {
                plan: Plan {
                    subject: None,
                    ..self.plan
                },
                ..self
            }
            .with("market", market),
            None => self,
        }
    }

    /// The same call, made when nothing is waited for.
    #[must_use]
    pub fn later(mut self) -> Self {
        self.plan.priority = Priority::Later;
        self
    }

    /// What it is a call of.
    pub fn endpoint(&self) -> &'static Endpoint {
        self.plan.endpoint
    }

    /// Everything the listener must have granted for it.
    pub fn scopes(&self) -> ScopeSet {
        self.plan.scopes
    }

    /// Where it goes: the path from `/v1/` on, with its query.
    pub fn path(&self) -> &str {
        &self.plan.path
    }
}

impl Plan {
    /// What tells one read from another.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Beginnings of the paths whose answers it makes untrue.
    pub fn spoiled_paths(&self) -> impl Iterator<Item = String> {
        let beginnings = self.endpoint.spoils.iter();
        beginnings.map(|beginning| beginning.replace("{id}", &self.id))
    }

    /// The request with its bearer header.
    pub fn request(&self, origin: &str, bearer: String) -> Request {
        let mut headers = vec![("authorization", bearer)];
        let body = self.body.as_ref().map(|body| {
            let (content_type, text) = match body {
                Body::Json(text) => ("application/json", text),
                Body::Jpeg(text) => ("image/jpeg", text),
            };
            headers.push(("content-type", content_type.to_owned()));
            text.clone()
        });
        Request {
            method: self.endpoint.method,
            url: format!("{origin}{}", self.path),
            headers,
            body,
            cache: CachePolicy::Default,
            timeout: TIMEOUT,
        }
    }
}
