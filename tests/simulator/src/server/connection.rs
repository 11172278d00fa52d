//! Connections: HTTP/1.1 with keep-alive, each in a task of its own.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use http::Request;
use http::Response;
use http::Uri;
use http::header;
use http_body_util::BodyExt;
use http_body_util::Full;
use http_body_util::Limited;
use hyper::body::Bytes;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::AsyncRead;
use tokio::io::AsyncWrite;
use tokio::net::TcpListener;
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;

use crate::server::Purpose;
use crate::server::Shared;
use crate::server::too_large;

/// Enough for the largest body there is, a playlist cover of 256 KB.
const MAX_BODY: usize = 1 << 20;
/// A pause after a failed accept, such as when files run out.
const BREATH: Duration = Duration::from_millis(50);

/// Accepts connections for ever.
pub async fn accept(
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
    shared: Shared,
    purpose: Purpose,
) {
    let tls = tls.map(Arc::new);
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                tokio::spawn(open(stream, tls.clone(), shared.clone(), purpose));
            }
            Err(_) => tokio::time::sleep(BREATH).await,
        }
    }
}

async fn open(stream: TcpStream, tls: Option<Arc<TlsAcceptor>>, shared: Shared, purpose: Purpose) {
    // Small answers must not wait for the peer's acknowledgement.
    let _ = stream.set_nodelay(true);
    match tls {
        None => serve(stream, "http", shared, purpose).await,
        Some(tls) => {
            if let Ok(stream) = tls.accept(stream).await {
                serve(stream, "https", shared, purpose).await;
            }
        }
    }
}

async fn serve<S>(stream: S, scheme: &'static str, shared: Shared, purpose: Purpose)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let service = service_fn(move |request| answer(request, scheme, shared.clone(), purpose));
    // A peer that goes away is no concern of the simulator's.
    let _ = http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

/// An error ends the connection without an answer.
async fn answer(
    request: Request<Incoming>,
    scheme: &'static str,
    shared: Shared,
    purpose: Purpose,
) -> Result<Response<Full<Bytes>>, io::Error> {
    let (parts, body) = request.into_parts();
    let reply = match Limited::new(body, MAX_BODY).collect().await {
        Ok(body) => {
            let mut request = Request::from_parts(parts, body.to_bytes().to_vec());
            make_absolute(&mut request, scheme);
            shared.answer(purpose, request).await
        }
        Err(_) => Some(too_large()),
    };
    let reply = reply.ok_or_else(|| io::Error::other("dropped as ordered"))?;
    Ok(reply.map(|body| Full::new(Bytes::from(body))))
}

/// Puts scheme and host into the URI, from which the links are made.
fn make_absolute(request: &mut Request<Vec<u8>>, scheme: &str) {
    let host = request
        .headers()
        .get(header::HOST)
        .and_then(|value| value.to_str().ok());
    let path = request
        .uri()
        .path_and_query()
        .map_or("/", |path| path.as_str());
    let absolute = host.and_then(|host| {
        Uri::builder()
            .scheme(scheme)
            .authority(host)
            .path_and_query(path)
            .build()
            .ok()
    });
    if let Some(absolute) = absolute {
        *request.uri_mut() = absolute;
    }
}
