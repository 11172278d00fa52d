//! The control address.

use http::Request;
use serde_json::Value;
use serde_json::json;
use simulator::DEMO_CLIENT_ID;
use simulator::control;

use crate::stage::HOUR;
use crate::stage::Stage;

fn command(stage: &mut Stage, method: &str, path: &str, body: &Value) -> (u16, Value) {
    let bytes = if body.is_null() {
        Vec::new()
    } else {
        body.to_string().into_bytes()
    };
    let request = Request::builder()
        .method(method)
        .uri(path)
        .body(bytes)
        .unwrap();
    let reply = control::answer(&mut stage.simulator, &request, stage.now);
    (reply.status().as_u16(), crate::stage::json(&reply))
}

fn obeyed(stage: &mut Stage, method: &str, path: &str, body: &Value) -> Value {
    let (status, body) = command(stage, method, path, body);
    assert_eq!(status, 200, "{method} {path}: {body}");
    body
}

#[test]
fn the_clock_can_be_advanced_and_set() {
    let mut stage = Stage::new();
    let token = stage.tokens("ada01", "").access_token;
    let now = obeyed(&mut stage, "POST", "/clock", &json!({"advance_ms": HOUR}));
    assert_eq!(now["now_ms"], stage.now.0 + HOUR);
    assert_eq!(stage.api("/me", &token).status(), 401);
    obeyed(&mut stage, "POST", "/clock", &json!({"set_ms": 5000}));
    stage.wait(10);
    assert_eq!(
        obeyed(&mut stage, "GET", "/clock", &Value::Null)["now_ms"],
        5010
    );
}

#[test]
fn accounts_and_apps_can_be_changed() {
    let mut stage = Stage::new();
    let accounts = obeyed(
        &mut stage,
        "POST",
        "/accounts/sign-in",
        &json!({"account": "bob"}),
    );
    assert_eq!(accounts["signed_in"], "bob");
    let tokens = obeyed(&mut stage, "POST", "/tokens", &Value::Null);
    let token = tokens["access_token"].as_str().unwrap().to_owned();
    assert_eq!(stage.api("/me", &token).status(), 403);
    let app = format!("/apps/{DEMO_CLIENT_ID}");
    obeyed(
        &mut stage,
        "PATCH",
        &app,
        &json!({"allow_list": ["bob"], "population": "extended"}),
    );
    assert_eq!(stage.api("/me", &token).status(), 200);
    let new = json!({"client_id": "a".repeat(32), "redirect_uris": ["https://app.example/"]});
    obeyed(&mut stage, "POST", "/apps", &new);
    assert_eq!(
        obeyed(&mut stage, "GET", "/apps", &Value::Null)
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

#[test]
fn accounts_can_move_rename_themselves_and_pay() {
    let mut stage = Stage::new();
    let change = json!({"country": "GB", "subscription": "free", "display_name": null});
    obeyed(&mut stage, "PATCH", "/accounts/ada01", &change);
    obeyed(&mut stage, "PATCH", "/accounts/ada01", &json!({}));
    let app = format!("/apps/{DEMO_CLIENT_ID}");
    obeyed(
        &mut stage,
        "PATCH",
        &app,
        &json!({"population": "extended"}),
    );
    let me = crate::stage::json(&stage.ada("/me"));
    assert_eq!(me["country"], "GB");
    assert_eq!(me["product"], "free");
    assert_eq!(me["display_name"], Value::Null);
}

#[test]
fn faults_and_switches_can_be_ordered_and_cleared() {
    let mut stage = Stage::new();
    let order = json!({"fault": "quota", "path": "/v1/me/top", "times": 3, "retry_after_s": 60});
    let id = obeyed(&mut stage, "POST", "/faults", &order)["id"].clone();
    assert_eq!(stage.ada("/me/top/tracks").status(), 429);
    let standing = obeyed(&mut stage, "GET", "/faults", &Value::Null);
    assert_eq!(standing[0]["fault"]["times"], 2);
    obeyed(&mut stage, "DELETE", &format!("/faults/{id}"), &Value::Null);
    assert_eq!(stage.ada("/me/top/tracks").status(), 200);
    let switches = obeyed(
        &mut stage,
        "PATCH",
        "/switches",
        &json!({"legacy_rotation": true}),
    );
    assert_eq!(switches["legacy_rotation"], true);
    assert_eq!(switches["null_sprinkling"], false);
}

#[test]
fn grants_and_tokens_can_be_ended() {
    let mut stage = Stage::new();
    let tokens = stage.tokens("ada01", "");
    obeyed(&mut stage, "POST", "/tokens/expire", &Value::Null);
    assert_eq!(stage.api("/me", &tokens.access_token).status(), 401);
    assert_eq!(stage.refresh(&tokens.refresh_token).status(), 200);
    obeyed(
        &mut stage,
        "POST",
        "/grants/revoke",
        &json!({"account": "ada01"}),
    );
    assert_eq!(stage.refresh(&tokens.refresh_token).status(), 400);
}

#[test]
fn the_log_and_the_secrets_can_be_read() {
    let mut stage = Stage::new();
    stage.ada("/me");
    stage.ada("/me");
    let since = obeyed(&mut stage, "GET", "/log?since=1", &Value::Null);
    assert_eq!(since.as_array().unwrap().len(), 1);
    assert_eq!(since[0]["seq"], 2);
    obeyed(&mut stage, "DELETE", "/log", &Value::Null);
    assert_eq!(obeyed(&mut stage, "GET", "/log", &Value::Null), json!([]));
    let secrets = obeyed(&mut stage, "GET", "/secrets", &Value::Null);
    assert_eq!(secrets["access_tokens"].as_array().unwrap().len(), 2);
}

#[test]
fn a_reset_forgets_everything_and_never_mints_the_same_token_again() {
    let mut stage = Stage::new();
    let old = stage.tokens("ada01", "").access_token;
    stage.simulator.advance_clock(5);
    stage.simulator.sign_in("cleo").unwrap();
    obeyed(&mut stage, "POST", "/reset", &Value::Null);
    assert_eq!(stage.simulator.signed_in(), "ada01");
    assert_eq!(stage.simulator.now(stage.now), stage.now);
    assert_eq!(stage.simulator.secrets().access_tokens.len(), 0);
    assert_eq!(stage.api("/me", &old).status(), 401);
    assert_ne!(stage.tokens("ada01", "").access_token, old);
}

#[test]
fn nonsense_is_refused() {
    let mut stage = Stage::new();
    let cases = [
        ("GET", "/nothing", Value::Null, 404),
        ("GET", "/reset", Value::Null, 404),
        ("POST", "/clock", json!({"advance": 1}), 400),
        ("POST", "/faults", json!({"fault": "fire"}), 400),
        ("DELETE", "/faults/7", Value::Null, 404),
        ("PATCH", "/switches", json!({"legacy": true}), 400),
        ("PATCH", "/apps/none", json!({}), 404),
        ("PATCH", "/accounts/none", json!({}), 404),
        ("PATCH", "/accounts/bob", json!({"country": "XX"}), 404),
        (
            "POST",
            "/library",
            json!({"account": "dora", "tracks": 1}),
            404,
        ),
        (
            "POST",
            "/playlists",
            json!({"account": "dora", "name": "x"}),
            404,
        ),
        ("POST", "/playlists/none/edit", json!({}), 404),
        ("POST", "/accounts/sign-in", json!({"account": "dora"}), 404),
        ("POST", "/tokens", json!({"scope": "all-of-them"}), 404),
    ];
    for (method, path, body, expected) in cases {
        let (status, answer) = command(&mut stage, method, path, &body);
        assert_eq!(status, expected, "{method} {path} {body}");
        assert!(answer["error"].is_string());
    }
}
