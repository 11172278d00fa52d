//! One call as the hosts read it.

use http::HeaderMap;
use http::Method;
use http::Request;
use http::header;

use crate::host;
use crate::host::Host;
use crate::host::Links;

/// A request whose host is known and whose query is taken apart.
#[derive(Clone, Debug)]
pub struct Call {
    pub host: Host,
    pub links: Links,
    pub method: Method,
    pub path: String,
    pub query: Pairs,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Call {
    /// Reads a request; none when it is addressed to no host of ours.
    pub fn read(request: Request<Vec<u8>>) -> Option<Self> {
        let (parts, body) = request.into_parts();
        let host_header = parts
            .headers
            .get(header::HOST)
            .and_then(|value| value.to_str().ok());
        let (host, links) = host::resolve(&parts.uri, host_header)?;
        Some(Self {
            host,
            links,
            method: parts.method,
            path: without_last_slash(host, parts.uri.path()).to_owned(),
            query: Pairs::parse(parts.uri.query().unwrap_or_default().as_bytes()),
            headers: parts.headers,
            body,
        })
    }

    /// A header's value, if it is there once and is text.
    pub fn header(&self, name: impl header::AsHeaderName) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The media type of the body, without parameters.
    pub fn media_type(&self) -> Option<&str> {
        let value = self.header(header::CONTENT_TYPE)?;
        Some(value.split(';').next().unwrap_or(value).trim())
    }
}

/// The Web API takes `/v1/me/` for `/v1/me`, as some clients write it.
fn without_last_slash(host: Host, path: &str) -> &str {
    match host {
        Host::Api => path.strip_suffix('/').unwrap_or(path),
        _ => path,
    }
}

/// Names and values of a query or a form, in the order sent.
#[derive(Clone, Debug, Default)]
pub struct Pairs(Vec<(String, String)>);

impl Pairs {
    /// Takes a query or a form body apart.
    pub fn parse(encoded: &[u8]) -> Self {
        Self(form_urlencoded::parse(encoded).into_owned().collect())
    }

    /// The first value of a name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter()
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value)
    }

    /// All names with their values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// What the log should mark: unknown names and names given twice.
    pub fn oddities(&self, known: &[&str]) -> Vec<String> {
        let mut marks = Vec::new();
        for (index, (name, _)) in self.0.iter().enumerate() {
            if !known.contains(&name.as_str()) {
                marks.push(format!("unknown parameter {name}"));
            }
            if self.0[..index].iter().any(|(earlier, _)| earlier == name) {
                marks.push(format!("repeated parameter {name}"));
            }
        }
        marks
    }

    /// The query again, with the values of the named secrets left out.
    pub fn without(&self, secret: &[&str]) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in self.iter() {
            query.append_pair(
                name,
                if secret.contains(&name) {
                    "[secret]"
                } else {
                    value
                },
            );
        }
        query.finish()
    }
}
