//! What a page sees (contract 2.4, 3.5).

use http::Request;
use simulator::Fault;
use simulator::FaultKind;
use simulator::browser;
use simulator::browser::Opaque;

use crate::stage::FORM;
use crate::stage::Stage;
use crate::stage::api_request;
use crate::stage::encode;
use crate::stage::head;

const ORIGIN: &str = "http://127.0.0.1:8080";

fn fetch(stage: &mut Stage, request: Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>, Opaque> {
    browser::fetch(&mut stage.simulator, request, ORIGIN, stage.now)
}

fn with_header(mut request: Request<Vec<u8>>, name: &'static str) -> Request<Vec<u8>> {
    request.headers_mut().insert(name, "1".parse().unwrap());
    request
}

#[test]
fn an_api_call_is_preflighted_and_its_headers_are_hidden() {
    let mut stage = Stage::new();
    let token = stage.tokens("ada01", "").access_token;
    stage
        .simulator
        .order_fault(Fault::new(FaultKind::RateLimit).times(1));
    let reply = fetch(&mut stage, api_request("/me", &token)).unwrap();
    assert_eq!(reply.status(), 429);
    assert_eq!(head(&reply, "retry-after"), None);
    assert!(head(&reply, "content-type").is_some());
    let methods: Vec<&str> = stage
        .simulator
        .log()
        .iter()
        .map(|call| call.method.as_str())
        .collect();
    assert_eq!(methods, ["OPTIONS", "GET"]);
}

#[test]
fn a_header_off_the_list_fails_the_preflight() {
    for name in ["if-none-match", "x-requested-with", "traceparent"] {
        let mut stage = Stage::new();
        let token = stage.tokens("ada01", "").access_token;
        let request = with_header(api_request("/me", &token), name);
        assert_eq!(fetch(&mut stage, request).err(), Some(Opaque));
        assert_eq!(
            stage.simulator.log().len(),
            1,
            "only the preflight was sent"
        );
        assert!(stage.last_marks()[0].contains(name));
    }
    let mut stage = Stage::new();
    let token = stage.tokens("ada01", "").access_token;
    let request = with_header(api_request("/me", &token), "app-platform");
    assert_eq!(fetch(&mut stage, request).unwrap().status(), 200);
}

#[test]
fn what_has_no_cors_headers_is_opaque() {
    let opaque = [
        FaultKind::Drop,
        FaultKind::LoseAnswer,
        FaultKind::Hidden,
        FaultKind::RateLimitHidden,
        FaultKind::FailPreflight,
    ];
    for kind in opaque {
        let mut stage = Stage::new();
        let token = stage.tokens("ada01", "").access_token;
        stage.simulator.order_fault(Fault::new(kind).times(1));
        assert_eq!(
            fetch(&mut stage, api_request("/me", &token)).err(),
            Some(Opaque),
            "{kind:?}"
        );
        assert_eq!(
            fetch(&mut stage, api_request("/me", &token))
                .unwrap()
                .status(),
            200
        );
    }
    let authorize = Request::get(crate::stage::authorize_url("/authorize", &[]));
    let authorize = authorize.body(Vec::new()).unwrap();
    assert_eq!(fetch(&mut Stage::new(), authorize).err(), Some(Opaque));
}

#[test]
fn a_plain_token_request_needs_no_preflight() {
    let mut stage = Stage::new();
    let token = stage.tokens("ada01", "").refresh_token;
    let form = [
        ("grant_type", "refresh_token"),
        ("refresh_token", token.as_str()),
        ("client_id", simulator::DEMO_CLIENT_ID),
    ];
    let request = Request::post("https://accounts.spotify.com/api/token")
        .header("content-type", FORM)
        .body(encode(&form))
        .unwrap();
    assert_eq!(fetch(&mut stage, request).unwrap().status(), 200);
    assert_eq!(stage.simulator.log().len(), 1);
}
