//! The log and the list of secrets.

use http::Request;

use crate::stage::Stage;
use crate::stage::api_request;
use crate::stage::json;

#[test]
fn the_log_knows_whose_call_it_was() {
    let mut stage = Stage::new();
    let token = stage.tokens("cleo", "").access_token;
    stage.api("/me", &token);
    let entry = &stage.simulator.log()[0];
    assert_eq!(entry.seq, 1);
    assert_eq!(entry.time_ms, stage.now);
    assert_eq!(
        (entry.host, entry.path.as_str()),
        ("api.spotify.com", "/v1/me")
    );
    assert_eq!(entry.status, Some(200));
    assert_eq!(entry.account.as_deref(), Some("cleo"));
    assert_eq!(entry.client_id.as_deref(), Some(simulator::DEMO_CLIENT_ID));
    assert_eq!(entry.authorization.as_deref(), Some("Bearer"));
    assert!(entry.marks.is_empty());
}

#[test]
fn no_secret_is_ever_in_the_log_and_every_secret_is_in_the_list() {
    let mut stage = Stage::new();
    stage.authorize(&[]);
    let code = stage.code();
    let body = json(&stage.exchange(&code, &[]));
    let token = body["access_token"].as_str().unwrap();
    let mut leaky = api_request(&format!("/me?access_token={token}&code={code}"), token);
    let referer = format!("http://127.0.0.1:8080/?code={code}");
    leaky
        .headers_mut()
        .insert("referer", referer.parse().unwrap());
    stage.send(leaky);
    let log = serde_json::to_string(stage.simulator.log()).unwrap();
    let secrets = stage.simulator.secrets();
    assert_eq!(secrets.codes, [code]);
    assert_eq!(secrets.access_tokens, [token]);
    assert_eq!(
        secrets.refresh_tokens,
        [body["refresh_token"].as_str().unwrap()]
    );
    assert_eq!(secrets.verifiers, [crate::stage::VERIFIER]);
    assert_eq!(secrets.states, ["a state of sorts"]);
    let all = [
        &secrets.codes,
        &secrets.access_tokens,
        &secrets.refresh_tokens,
        &secrets.verifiers,
    ];
    for secret in all.into_iter().flatten() {
        assert!(!log.contains(secret.as_str()), "{secret} in {log}");
    }
    assert!(!log.contains("state+of"));
}

#[test]
fn what_should_not_be_sent_is_marked() {
    let mut stage = Stage::new();
    let token = stage.tokens("ada01", "").access_token;
    let mut request = api_request("/me", &token);
    request
        .headers_mut()
        .insert("referer", "http://127.0.0.1:8080/".parse().unwrap());
    request
        .headers_mut()
        .insert("cookie", "a=b".parse().unwrap());
    stage.send(request);
    assert_eq!(
        stage.last_marks(),
        ["Referer sent: http://127.0.0.1:8080/", "cookie sent"]
    );
    assert!(stage.simulator.log()[0].had_cookie);
    stage.authorize(&[("state", None), ("nonce", Some("x"))]);
    assert_eq!(stage.last_marks(), ["unknown parameter nonce", "no state"]);
}

#[test]
fn foreign_hosts_get_nothing() {
    let mut stage = Stage::new();
    let request = Request::get("https://evil.example/v1/me")
        .body(Vec::new())
        .unwrap();
    assert_eq!(stage.send(request).status(), 421);
}
