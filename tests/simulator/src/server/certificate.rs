//! A certificate for Spotify's host names, made on the spot.

use std::io;
use std::sync::Arc;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use rcgen::CertifiedKey;
use rcgen::PublicKeyData;
use sha2::Digest;
use sha2::Sha256;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivatePkcs8KeyDer;
use tokio_rustls::rustls::version::TLS12;
use tokio_rustls::rustls::version::TLS13;

const NAMES: [&str; 8] = [
    "accounts.spotify.com",
    "api.spotify.com",
    "sdk.scdn.co",
    "*.spotify.com",
    "*.scdn.co",
    "*.spotifycdn.com",
    "localhost",
    "127.0.0.1",
];

/// A certificate and what a TLS server needs with it.
#[derive(Debug)]
pub struct Certificate {
    /// The certificate.
    pub der: Vec<u8>,
    /// Base64 of the SHA-256 of its public key (SPKI).
    pub spki_sha256: String,
    /// The server's side of TLS, HTTP/1.1 alone.
    pub config: Arc<ServerConfig>,
}

impl Certificate {
    /// Makes one with a key of its own.
    ///
    /// # Errors
    /// When the key or the certificate cannot be made.
    pub fn make() -> io::Result<Self> {
        let CertifiedKey { cert, signing_key } =
            rcgen::generate_simple_self_signed(NAMES.map(str::to_owned))
                .map_err(io::Error::other)?;
        let spki = Sha256::digest(signing_key.subject_public_key_info());
        let key = PrivatePkcs8KeyDer::from(signing_key.serialize_der());
        let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_protocol_versions(&[&TLS13, &TLS12])
            .map_err(io::Error::other)?
            .with_no_client_auth()
            .with_single_cert(vec![cert.der().clone()], key.into())
            .map_err(io::Error::other)?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Self {
            der: cert.der().to_vec(),
            spki_sha256: BASE64_STANDARD.encode(spki),
            config: Arc::new(config),
        })
    }
}
