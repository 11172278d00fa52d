//! Replies in the forms Spotify uses: JSON, text, HTML, redirect, nothing.

use http::HeaderName;
use http::HeaderValue;
use http::Response;
use http::StatusCode;
use http::header;
use serde_json::Value;

/// A whole reply.
pub type Reply = Response<Vec<u8>>;

/// A JSON body.
pub fn json(status: StatusCode, body: &Value) -> Reply {
    with_body(status, "application/json; charset=utf-8", body.to_string())
}

/// A plain text body.
pub fn text(status: StatusCode, body: &str) -> Reply {
    with_body(status, "text/plain; charset=utf-8", body.to_owned())
}

/// A page.
pub fn html(status: StatusCode, body: String) -> Reply {
    with_body(status, "text/html; charset=utf-8", body)
}

/// What a gateway in front of Spotify says when it gets no answer.
pub fn gateway_page(status: StatusCode) -> Reply {
    let title = status.canonical_reason().unwrap_or("Error");
    let code = status.as_u16();
    html(
        status,
        format!(
            "<!doctype html><html lang=\"en\"><head><title>{code} {title}</title></head>\
             <body><h1>{code} {title}</h1><hr><p>gateway</p></body></html>"
        ),
    )
}

/// No body.
pub fn empty(status: StatusCode) -> Reply {
    let mut reply = Response::new(Vec::new());
    *reply.status_mut() = status;
    reply
}

/// A redirect to be followed with GET; none when the address cannot stand in
/// a header.
pub fn see_other(location: &str) -> Option<Reply> {
    let mut reply = empty(StatusCode::SEE_OTHER);
    reply
        .headers_mut()
        .insert(header::LOCATION, HeaderValue::from_str(location).ok()?);
    Some(reply)
}

/// A reply of any media type.
pub fn with_body(status: StatusCode, media_type: &'static str, body: String) -> Reply {
    let mut reply = Response::new(body.into_bytes());
    *reply.status_mut() = status;
    set(&mut reply, header::CONTENT_TYPE, media_type);
    reply
}

/// Sets one header.
pub fn set(reply: &mut Reply, name: HeaderName, value: &'static str) {
    reply
        .headers_mut()
        .insert(name, HeaderValue::from_static(value));
}

/// Sets `Retry-After`, in seconds.
pub fn set_retry_after(reply: &mut Reply, seconds: u64) {
    reply
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
}
