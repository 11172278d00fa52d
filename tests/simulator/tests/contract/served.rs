//! The simulator over real connections.

use std::sync::Arc;

use serde_json::Value;
use simulator::Settings;
use simulator::Simulator;
use simulator::server;
use simulator::server::Ports;
use simulator::server::Served;
use tokio::io::AsyncRead;
use tokio::io::AsyncReadExt;
use tokio::io::AsyncWrite;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::ClientConfig;
use tokio_rustls::rustls::RootCertStore;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::ServerName;

async fn served() -> Served {
    let ports = Ports {
        http: Some(0),
        tls: Some(0),
        control: Some(0),
    };
    server::start(Simulator::new(Settings::default()), ports)
        .await
        .unwrap()
}

/// Sends one request on a fresh connection and reads until it closes.
async fn converse<S: AsyncRead + AsyncWrite + Unpin>(
    mut stream: S,
    request: &str,
    headers: &str,
) -> String {
    let request = format!("{request} HTTP/1.1\r\nConnection: close\r\n{headers}\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    // A peer may end TLS without a goodbye; what came before it counts.
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8(answer).unwrap()
}

async fn plain(port: u16, request: &str, headers: &str) -> String {
    let stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    converse(
        stream,
        request,
        &format!("Host: 127.0.0.1:{port}\r\n{headers}"),
    )
    .await
}

async fn over_tls(served: &Served, host: &'static str, path: &str) -> String {
    let mut roots = RootCertStore::empty();
    roots
        .add(served.certificate.clone().unwrap().into())
        .unwrap();
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let stream = TcpStream::connect(("127.0.0.1", served.tls_port.unwrap()))
        .await
        .unwrap();
    let name = ServerName::try_from(host).unwrap();
    let stream = TlsConnector::from(Arc::new(config))
        .connect(name, stream)
        .await
        .unwrap();
    converse(stream, &format!("GET {path}"), &format!("Host: {host}\r\n")).await
}

fn body(answer: &str) -> Value {
    serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap()
}

#[tokio::test]
async fn one_plain_origin_has_all_hosts_and_links_to_itself() {
    let served = served().await;
    let (port, control) = (served.http_port.unwrap(), served.control_port.unwrap());
    let tokens = body(&plain(control, "POST /tokens", "Content-Length: 0\r\n").await);
    let bearer = format!(
        "Authorization: Bearer {}\r\n",
        tokens["access_token"].as_str().unwrap()
    );
    let page = body(&plain(port, "GET /v1/me/top/tracks?limit=1", &bearer).await);
    let origin = format!("http://127.0.0.1:{port}");
    assert_eq!(
        page["next"],
        format!("{origin}/v1/me/top/tracks?offset=1&limit=1")
    );
    let image = page["items"][0]["album"]["images"][0]["url"]
        .as_str()
        .unwrap()
        .to_owned();
    let path = image
        .strip_prefix(&origin)
        .expect("an image on the same origin");
    assert!(
        plain(port, &format!("GET {path}"), "")
            .await
            .contains("<svg")
    );
    let refusal = plain(port, "GET /authorize?client_id=x", "").await;
    assert!(refusal.starts_with("HTTP/1.1 400") && refusal.contains("INVALID_CLIENT"));
    let log = body(&plain(control, "GET /log", "").await);
    assert_eq!(log[0]["host"], "api.spotify.com");
}

#[tokio::test]
async fn tls_tells_the_hosts_apart() {
    let served = served().await;
    assert_eq!(served.spki_sha256.as_ref().unwrap().len(), 44);
    assert!(
        over_tls(&served, "api.spotify.com", "/v1/me")
            .await
            .starts_with("HTTP/1.1 401")
    );
    let refusal = over_tls(&served, "accounts.spotify.com", "/authorize").await;
    assert!(refusal.contains("INVALID_CLIENT: Invalid client"));
    assert!(
        over_tls(&served, "i.scdn.co", "/image/x")
            .await
            .starts_with("HTTP/1.1 404")
    );
}

#[tokio::test]
async fn a_dropped_call_ends_without_a_byte_and_a_slow_one_holds_up_nobody() {
    let served = served().await;
    let (port, control) = (served.http_port.unwrap(), served.control_port.unwrap());
    let order = |body: &str| format!("Content-Length: {}\r\n\r\n{body}", body.len());
    plain(
        control,
        "POST /faults",
        &order(r#"{"fault":"drop","times":1}"#),
    )
    .await;
    assert_eq!(plain(port, "GET /v1/me", "").await, "");
    plain(
        control,
        "POST /faults",
        &order(r#"{"fault":"slow","times":1,"hold_ms":300}"#),
    )
    .await;
    let slow = tokio::spawn(async move { plain(port, "GET /v1/me", "").await });
    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    assert!(
        plain(port, "GET /v1/me", "")
            .await
            .starts_with("HTTP/1.1 401")
    );
    assert!(!slow.is_finished());
    assert!(slow.await.unwrap().starts_with("HTTP/1.1 401"));
}
