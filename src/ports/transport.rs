use futures::future::LocalBoxFuture;

use super::Millis;

/// The methods Spotify uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Adds or commands.
    Post,
    /// Sets.
    Put,
    /// Removes.
    Delete,
}

impl Method {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

/// Whether the browser's own HTTP cache may answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CachePolicy {
    /// As the answer's headers allow.
    Default,
    /// Never read, never written: for anything that carries a secret.
    NoStore,
}

/// One request, complete. Its `Debug` leaves out headers and body, which may
/// carry secrets.
pub struct Request {
    /// The method.
    pub method: Method,
    /// An absolute `https` address of Spotify's, made by `oauth` or `spotify`.
    pub url: String,
    /// Headers by lower-case name.
    pub headers: Vec<(&'static str, String)>,
    /// The body, if there is one.
    pub body: Option<String>,
    /// Use of the browser's cache.
    pub cache: CachePolicy,
    /// How long to wait for the whole answer.
    pub timeout: Millis,
}

impl std::fmt::Debug for Request {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("url", &self.url)
            .finish_non_exhaustive()
    }
}

/// One answer, with what page code may read of it (contract 3.5). Its `Debug`
/// leaves out the body, which may carry secrets.
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// `Retry-After` in seconds, on the rare occasion that it is readable.
    pub retry_after: Option<u64>,
    /// The body as text; empty when there was none.
    pub body: String,
}

impl Response {
    /// Whether the status is a success.
    pub const fn is_success(&self) -> bool {
        self.status >= 200 && self.status < 300
    }
}

impl std::fmt::Debug for Response {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}

/// No answer could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TransportError {
    /// The device says it has no network.
    #[error("this device is offline")]
    Offline,
    /// The request failed while online. Page code cannot tell a network fault
    /// from an answer without CORS headers, as some 429s are (contract 3.5).
    #[error("no readable answer")]
    Opaque,
    /// No answer in time.
    #[error("no answer in time")]
    TimedOut,
}

/// Sends one request and brings its answer. Implementations omit credentials
/// and the referrer, refuse redirects, and abort the request when the future
/// is dropped (security 21, 39).
pub trait Transport {
    /// Sends `request`.
    fn send(&self, request: Request) -> LocalBoxFuture<'static, Result<Response, TransportError>>;
}
