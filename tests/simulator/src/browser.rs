//! What a page's script sees: the rules of CORS in front of the simulator.

use http::HeaderMap;
use http::Method;
use http::Request;
use http::Response;
use http::header;

use crate::clock::Millis;
use crate::cors;
use crate::simulator::Simulator;

/// A fetch that failed in the way that tells a page nothing: the connection
/// ended, the preflight failed, or the answer carried no CORS headers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the fetch failed and the page is not told why")]
pub struct Opaque;

/// Response headers a page may read without an expose list (contract 3.5).
const READABLE: [header::HeaderName; 7] = [
    header::CACHE_CONTROL,
    header::CONTENT_LANGUAGE,
    header::CONTENT_LENGTH,
    header::CONTENT_TYPE,
    header::EXPIRES,
    header::LAST_MODIFIED,
    header::PRAGMA,
];

/// Fetches as a page of `origin` would, without cookies: with a preflight
/// where one is due, and with only the headers a page may read. Each
/// preflight is in the log as `OPTIONS`. Redirects are not followed.
pub fn fetch(
    simulator: &mut Simulator,
    mut request: Request<Vec<u8>>,
    origin: &str,
    host_time: Millis,
) -> Result<Response<Vec<u8>>, Opaque> {
    let origin = header::HeaderValue::from_str(origin).map_err(|_| Opaque)?;
    request.headers_mut().insert(header::ORIGIN, origin.clone());
    let unsafe_headers = unsafe_headers(request.headers());
    if !unsafe_headers.is_empty() || !is_simple_method(request.method()) {
        let preflight = preflight(&request, &unsafe_headers)?;
        let answer = simulator.answer(preflight, host_time).reply.ok_or(Opaque)?;
        permits(&answer, request.method(), &unsafe_headers, &origin)?;
    }
    let mut reply = simulator.answer(request, host_time).reply.ok_or(Opaque)?;
    allows_origin(reply.headers(), &origin)?;
    keep_readable(reply.headers_mut());
    Ok(reply)
}

fn is_simple_method(method: &Method) -> bool {
    [Method::GET, Method::HEAD, Method::POST].contains(method)
}

fn unsafe_headers(headers: &HeaderMap) -> Vec<String> {
    let mut names: Vec<String> = headers
        .iter()
        .filter(|(name, value)| !is_safelisted(name, value.as_bytes()))
        .map(|(name, _)| name.as_str().to_owned())
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn is_safelisted(name: &header::HeaderName, value: &[u8]) -> bool {
    match *name {
        header::ACCEPT
        | header::ACCEPT_LANGUAGE
        | header::CONTENT_LANGUAGE
        | header::CONTENT_LENGTH
        | header::HOST
        | header::ORIGIN
        | header::USER_AGENT => true,
        header::CONTENT_TYPE => {
            let simple = [
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "text/plain",
            ];
            let value = String::from_utf8_lossy(value).to_ascii_lowercase();
            simple.contains(&value.split(';').next().unwrap_or_default().trim())
        }
        _ => false,
    }
}

fn preflight(
    request: &Request<Vec<u8>>,
    unsafe_headers: &[String],
) -> Result<Request<Vec<u8>>, Opaque> {
    let mut builder = Request::options(request.uri().clone()).header(
        header::ACCESS_CONTROL_REQUEST_METHOD,
        request.method().as_str(),
    );
    for name in [header::HOST, header::ORIGIN] {
        if let Some(value) = request.headers().get(&name) {
            builder = builder.header(name, value);
        }
    }
    if !unsafe_headers.is_empty() {
        builder = builder.header(
            header::ACCESS_CONTROL_REQUEST_HEADERS,
            unsafe_headers.join(","),
        );
    }
    builder.body(Vec::new()).map_err(|_| Opaque)
}

fn permits(
    answer: &Response<Vec<u8>>,
    method: &Method,
    unsafe_headers: &[String],
    origin: &header::HeaderValue,
) -> Result<(), Opaque> {
    let list = |name| {
        answer
            .headers()
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    let methods = list(header::ACCESS_CONTROL_ALLOW_METHODS).unwrap_or_default();
    let headers = list(header::ACCESS_CONTROL_ALLOW_HEADERS).unwrap_or_default();
    allows_origin(answer.headers(), origin)?;
    let method_fits = is_simple_method(method) || cors::lists(methods, method.as_str());
    let headers_fit = unsafe_headers.iter().all(|name| cors::lists(headers, name));
    if answer.status().is_success() && method_fits && headers_fit {
        Ok(())
    } else {
        Err(Opaque)
    }
}

fn allows_origin(headers: &HeaderMap, origin: &header::HeaderValue) -> Result<(), Opaque> {
    match headers.get(header::ACCESS_CONTROL_ALLOW_ORIGIN) {
        Some(allowed) if allowed == "*" || allowed == origin => Ok(()),
        _ => Err(Opaque),
    }
}

fn keep_readable(headers: &mut HeaderMap) {
    let hidden: Vec<_> = headers
        .keys()
        .filter(|name| !READABLE.contains(name))
        .cloned()
        .collect();
    for name in hidden {
        headers.remove(name);
    }
}
