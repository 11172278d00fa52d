//! Serves a simulator over loopback: plain HTTP as a single origin, TLS under
//! Spotify's own host names, and the control address.

mod certificate;
mod connection;

use std::io;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;
use std::time::Duration;
use std::time::SystemTime;
use std::time::UNIX_EPOCH;

use serde::Serialize;
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

pub use certificate::Certificate;

use crate::clock::Millis;
use crate::control;
use crate::reply;
use crate::reply::Reply;
use crate::simulator::Simulator;

/// What to serve. A port of 0 means any that is free.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ports {
    /// Plain HTTP, one origin for all of Spotify's hosts.
    pub http: Option<u16>,
    /// TLS, told apart by host name.
    pub tls: Option<u16>,
    /// The control address, plain HTTP.
    pub control: Option<u16>,
}

/// Where a simulator is served; the line the binary prints.
#[derive(Clone, Debug, Serialize)]
pub struct Served {
    /// The port of plain HTTP.
    pub http_port: Option<u16>,
    /// The port of TLS.
    pub tls_port: Option<u16>,
    /// The port of the control address.
    pub control_port: Option<u16>,
    /// Base64 of the SHA-256 of the certificate's public key (SPKI), as
    /// browsers take it to trust the certificate.
    pub spki_sha256: Option<String>,
    /// The certificate itself, in DER.
    #[serde(skip)]
    pub certificate: Option<Vec<u8>>,
}

/// A simulator that connections share.
#[derive(Clone, Debug)]
struct Shared(Arc<Mutex<Simulator>>);

/// What a connection is for.
#[derive(Clone, Copy, Debug)]
enum Purpose {
    Spotify,
    Control,
}

/// Starts serving on the current runtime, until it ends.
///
/// # Errors
/// When a port is taken or no certificate can be made.
pub async fn start(simulator: Simulator, ports: Ports) -> io::Result<Served> {
    let shared = Shared(Arc::new(Mutex::new(simulator)));
    let http = bind(ports.http).await?;
    let tls = bind(ports.tls).await?;
    let control = bind(ports.control).await?;
    let certificate = tls.as_ref().map(|_| Certificate::make()).transpose()?;
    let served = Served {
        http_port: port(http.as_ref())?,
        tls_port: port(tls.as_ref())?,
        control_port: port(control.as_ref())?,
        spki_sha256: certificate.as_ref().map(|made| made.spki_sha256.clone()),
        certificate: certificate.as_ref().map(|made| made.der.clone()),
    };
    if let Some(listener) = http {
        tokio::spawn(connection::accept(
            listener,
            None,
            shared.clone(),
            Purpose::Spotify,
        ));
    }
    if let (Some(listener), Some(certificate)) = (tls, certificate) {
        let acceptor = Some(TlsAcceptor::from(certificate.config));
        tokio::spawn(connection::accept(
            listener,
            acceptor,
            shared.clone(),
            Purpose::Spotify,
        ));
    }
    if let Some(listener) = control {
        tokio::spawn(connection::accept(listener, None, shared, Purpose::Control));
    }
    Ok(served)
}

impl Shared {
    /// Answers a request; none means to drop the connection.
    async fn answer(&self, purpose: Purpose, request: http::Request<Vec<u8>>) -> Option<Reply> {
        match purpose {
            Purpose::Control => Some(control::answer(&mut self.lock(), &request, host_time())),
            Purpose::Spotify => {
                let answer = self.lock().answer(request, host_time());
                tokio::time::sleep(Duration::from_millis(answer.held_for.0)).await;
                answer.reply
            }
        }
    }

    /// A panic in one answer must not silence all later ones.
    fn lock(&self) -> MutexGuard<'_, Simulator> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn bind(port: Option<u16>) -> io::Result<Option<TcpListener>> {
    match port {
        Some(port) => Ok(Some(TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?)),
        None => Ok(None),
    }
}

fn port(listener: Option<&TcpListener>) -> io::Result<Option<u16>> {
    listener
        .map(|listener| Ok(listener.local_addr()?.port()))
        .transpose()
}

fn host_time() -> Millis {
    let since_epoch = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    Millis(u64::try_from(since_epoch.as_millis()).unwrap_or(u64::MAX))
}

/// What is said to a body that is too long to be meant.
fn too_large() -> Reply {
    reply::empty(http::StatusCode::PAYLOAD_TOO_LARGE)
}
