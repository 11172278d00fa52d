//! `POST /api/token` (contract 2).

use http::Request;
use serde_json::Value;
use simulator::DEMO_CLIENT_ID;
use simulator::SwitchChange;

use crate::stage::FORM;
use crate::stage::HOUR;
use crate::stage::Reply;
use crate::stage::Stage;
use crate::stage::encode;
use crate::stage::head;
use crate::stage::json;

const OTHER_CLIENT: &str = "00112233445566778899aabbccddeeff";

fn check_error(reply: &Reply, error: &str, description: Option<&str>) {
    assert_eq!(reply.status(), 400);
    assert_eq!(head(reply, "access-control-allow-origin"), Some("*"));
    assert_eq!(json(reply)["error"], error);
    assert_eq!(
        json(reply).get("error_description").and_then(Value::as_str),
        description
    );
}

fn with_other_client() -> Stage {
    let mut stage = Stage::new();
    let app = serde_json::json!({
        "client_id": OTHER_CLIENT, "redirect_uris": ["http://127.0.0.1/"]
    });
    stage
        .simulator
        .register_app(serde_json::from_value(app).unwrap());
    stage
}

#[test]
fn a_code_gives_tokens_once() {
    let mut stage = Stage::new();
    let code = stage.code();
    let reply = stage.exchange(&code, &[]);
    assert_eq!(reply.status(), 200);
    assert_eq!(head(&reply, "access-control-allow-origin"), Some("*"));
    let body = json(&reply);
    assert_eq!(body["token_type"], "Bearer");
    assert_eq!(body["expires_in"], 3600);
    assert_eq!(body["scope"], "user-top-read user-library-read");
    assert_ne!(body["access_token"], body["refresh_token"]);
    let token = body["access_token"].as_str().unwrap();
    assert_eq!(stage.api("/me", token).status(), 200);
    let again = stage.exchange(&code, &[]);
    check_error(&again, "invalid_grant", Some("Invalid authorization code"));
}

#[test]
fn every_failed_exchange_says_why_and_burns_the_code() {
    let long_verifier = "a".repeat(129);
    let cases: [(&str, Option<&str>, &str); 6] = [
        (
            "code_verifier",
            Some("EBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
            "code_verifier was incorrect",
        ),
        ("code_verifier", None, "code_verifier was incorrect"),
        (
            "code_verifier",
            Some(&long_verifier),
            "code_verifier was incorrect",
        ),
        (
            "redirect_uri",
            Some("http://127.0.0.1:8081/"),
            "Invalid redirect URI",
        ),
        ("redirect_uri", None, "Invalid redirect URI"),
        (
            "client_id",
            Some(OTHER_CLIENT),
            "Invalid authorization code",
        ),
    ];
    for (name, value, description) in cases {
        let mut stage = with_other_client();
        let code = stage.code();
        let reply = stage.exchange(&code, &[(name, value)]);
        check_error(&reply, "invalid_grant", Some(description));
        let again = stage.exchange(&code, &[]);
        check_error(&again, "invalid_grant", Some("Invalid authorization code"));
    }
}

#[test]
fn a_code_lasts_ten_minutes() {
    let mut stage = Stage::new();
    let code = stage.code();
    stage.wait(10 * 60 * 1000 - 1);
    assert_eq!(stage.exchange(&code, &[]).status(), 200);
    let code = stage.code();
    stage.wait(10 * 60 * 1000);
    let late = stage.exchange(&code, &[]);
    check_error(&late, "invalid_grant", Some("Authorization code expired"));
}

#[test]
fn whoever_asks_wrongly_is_told() {
    type Case<'a> = (&'a [(&'a str, &'a str)], &'a str, Option<&'a str>);
    let cases: [Case<'_>; 9] = [
        (&[], "invalid_client", None),
        (&[("grant_type", "refresh_token")], "invalid_client", None),
        (
            &[("client_id", "0000")],
            "invalid_client",
            Some("Invalid client"),
        ),
        (
            &[("client_id", DEMO_CLIENT_ID), ("client_secret", "x")],
            "invalid_client",
            Some("Invalid client secret"),
        ),
        (
            &[("client_id", DEMO_CLIENT_ID)],
            "unsupported_grant_type",
            Some("grant_type parameter is missing"),
        ),
        (
            &[("client_id", DEMO_CLIENT_ID), ("grant_type", "password")],
            "unsupported_grant_type",
            Some("grant_type must be client_credentials, authorization_code or refresh_token"),
        ),
        (
            &[
                ("client_id", DEMO_CLIENT_ID),
                ("grant_type", "client_credentials"),
            ],
            "invalid_client",
            None,
        ),
        (
            &[
                ("client_id", DEMO_CLIENT_ID),
                ("grant_type", "refresh_token"),
            ],
            "invalid_request",
            Some("refresh_token must be supplied"),
        ),
        (
            &[
                ("client_id", DEMO_CLIENT_ID),
                ("grant_type", "authorization_code"),
            ],
            "invalid_request",
            Some("code must be supplied"),
        ),
    ];
    for (form, error, description) in cases {
        check_error(&Stage::new().token(form), error, description);
    }
}

#[test]
fn a_json_body_is_no_form() {
    let mut stage = Stage::new();
    let body = br#"{"grant_type":"refresh_token"}"#.to_vec();
    let request = Request::post("https://accounts.spotify.com/api/token")
        .header("content-type", "application/json")
        .body(body)
        .unwrap();
    check_error(&stage.send(request), "invalid_client", None);
    assert!(
        stage
            .last_marks()
            .contains(&"token request is not a form".to_owned())
    );
}

#[test]
fn basic_authorization_is_refused_and_marked() {
    let mut stage = Stage::new();
    let form = [
        ("grant_type", "refresh_token"),
        ("client_id", DEMO_CLIENT_ID),
    ];
    let request = Request::post("https://accounts.spotify.com/api/token")
        .header("content-type", FORM)
        .header("authorization", "Basic QTpC")
        .body(encode(&form))
        .unwrap();
    check_error(
        &stage.send(request),
        "invalid_client",
        Some("Invalid client secret"),
    );
    assert_eq!(stage.last_marks(), ["Authorization at the token endpoint"]);
    assert_eq!(
        stage.simulator.log()[0].authorization.as_deref(),
        Some("Basic")
    );
}

#[test]
fn refreshing_keeps_the_refresh_token_by_default() {
    let mut stage = Stage::new();
    let old = stage.tokens("ada01", "user-top-read");
    for _ in 0..2 {
        let reply = stage.refresh(&old.refresh_token);
        assert_eq!(reply.status(), 200);
        let body = json(&reply);
        assert_eq!(body.get("refresh_token"), None);
        assert_ne!(body["access_token"], old.access_token.as_str());
        assert_eq!(body["scope"], "user-top-read");
    }
}

#[test]
fn legacy_rotation_kills_the_old_refresh_token() {
    let mut stage = Stage::new();
    let old = stage.tokens("ada01", "").refresh_token;
    stage.simulator.switch(SwitchChange {
        legacy_rotation: Some(true),
        ..SwitchChange::default()
    });
    let body = json(&stage.refresh(&old));
    let new = body["refresh_token"]
        .as_str()
        .expect("a new refresh token")
        .to_owned();
    check_error(
        &stage.refresh(&old),
        "invalid_grant",
        Some("Refresh token revoked"),
    );
    assert_eq!(stage.refresh(&new).status(), 200);
}

#[test]
fn a_refresh_token_ends_six_months_after_consent_rotated_or_not() {
    for legacy_rotation in [false, true] {
        let mut stage = Stage::new();
        stage.simulator.switch(SwitchChange {
            legacy_rotation: Some(legacy_rotation),
            ..SwitchChange::default()
        });
        let mut token = stage.tokens("ada01", "").refresh_token;
        stage.wait(182 * 24 * HOUR);
        let body = json(&stage.refresh(&token));
        if let Some(new) = body["refresh_token"].as_str() {
            new.clone_into(&mut token);
        }
        stage.wait(24 * HOUR);
        let reply = stage.refresh(&token);
        assert_eq!(
            (reply.status().as_u16(), &json(&reply)["error"]),
            (400, &"invalid_grant".into())
        );
    }
}

#[test]
fn a_foreign_unknown_or_revoked_refresh_token_is_refused() {
    let mut stage = with_other_client();
    let token = stage.tokens("ada01", "").refresh_token;
    let foreign = stage.token(&[
        ("grant_type", "refresh_token"),
        ("refresh_token", &token),
        ("client_id", OTHER_CLIENT),
    ]);
    check_error(&foreign, "invalid_grant", Some("Invalid refresh token"));
    check_error(
        &stage.refresh("nonsense"),
        "invalid_grant",
        Some("Invalid refresh token"),
    );
    stage.simulator.revoke_grants(None, Some("cleo"));
    assert_eq!(
        stage.refresh(&token).status(),
        200,
        "revoked by somebody else"
    );
    stage.simulator.revoke_grants(None, Some("ada01"));
    check_error(
        &stage.refresh(&token),
        "invalid_grant",
        Some("Refresh token revoked"),
    );
}

#[test]
fn a_preflight_is_204_with_an_origin() {
    let mut stage = Stage::new();
    let request = Request::options("https://accounts.spotify.com/api/token");
    let reply = stage.send(request.body(Vec::new()).unwrap());
    assert_eq!(reply.status(), 204);
    assert_eq!(head(&reply, "access-control-allow-origin"), Some("*"));
}
