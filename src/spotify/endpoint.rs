use crate::{
    oauth::Scope,
    ports::{CachePolicy, Method, Millis, Request},
};

/// A path of the Web API, below its origin. Only `spotify` can make one, so
/// the access token can go nowhere else (security 48).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiPath(String);

impl ApiPath {
    /// A path written in this room.
    pub(super) fn new(path: impl Into<String>) -> Self {
        Self(path.into())
    }

    /// The path, from `/v1/` on, with its query.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One call of the Web API as a description: everything but the token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// The method.
    pub method: Method,
    /// Where.
    pub path: ApiPath,
    /// What the listener must have granted.
    pub scopes: &'static [Scope],
}

/// How long an answer of the Web API may take.
const TIMEOUT: Millis = Millis::from_secs(20);

impl Endpoint {
    /// A read of `path`.
    pub(super) const fn get(path: ApiPath, scopes: &'static [Scope]) -> Self {
        Self {
            method: Method::Get,
            path,
            scopes,
        }
    }

    /// Whether sending it twice does no harm.
    pub const fn is_repeatable(&self) -> bool {
        matches!(self.method, Method::Get)
    }

    /// The request with its bearer header.
    pub(super) fn request(&self, origin: &str, bearer: String) -> Request {
        Request {
            method: self.method,
            url: format!("{origin}{}", self.path.as_str()),
            headers: vec![("authorization", bearer)],
            body: None,
            cache: CachePolicy::Default,
            timeout: TIMEOUT,
        }
    }
}
