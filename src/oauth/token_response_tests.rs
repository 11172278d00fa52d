use super::*;
use crate::oauth::Scope;

const NOW: Millis = Millis(1_000_000);

fn response(status: u16, body: &str) -> Response {
    Response {
        status,
        retry_after: None,
        body: body.to_owned(),
    }
}

fn asked_for() -> ScopeSet {
    ScopeSet::parse("user-top-read streaming")
}

fn exchange(status: u16, body: &str) -> Result<TokenSet, TokenError> {
    read_exchange(&response(status, body), asked_for(), NOW)
}

#[test]
fn the_documented_answer_is_understood() {
    let tokens = exchange(
        200,
        r#"{"access_token":"a","token_type":"Bearer","expires_in":3600,
            "refresh_token":"r","scope":"user-top-read","new_field":[1]}"#,
    )
    .expect("valid");
    assert_eq!(tokens.access.expose(), "a");
    assert_eq!(tokens.refresh.as_ref().map(RefreshToken::expose), Some("r"));
    assert!(tokens.scopes.contains(Scope::UserTopRead));
    assert!(!tokens.scopes.contains(Scope::Streaming));
    assert_eq!(tokens.renew_at, NOW + Millis::from_secs(3540));
}

#[test]
fn lives_are_checked_and_short_ones_keep_half() {
    let life = |expires_in: &str| {
        let body =
            format!(r#"{{"access_token":"a","token_type":"bEaReR","expires_in":{expires_in}}}"#);
        exchange(200, &body).map(|tokens| tokens.renew_at - NOW)
    };
    assert_eq!(life("3600"), Ok(Millis::from_secs(3540)));
    assert_eq!(life("\"3600\""), Ok(Millis::from_secs(3540)));
    assert_eq!(life("30"), Ok(Millis::from_secs(15)));
    assert_eq!(life("null"), Ok(Millis::from_secs(540)));
    assert_eq!(life("86400"), Ok(Millis::from_secs(86_340)));
    let out_of_range = Err(TokenError::Protocol("expires_in is out of range"));
    for odd in ["0", "-5", "86401", "1.5", "\"soon\"", "true", "[]"] {
        assert_eq!(life(odd), out_of_range, "{odd}");
    }
}

#[test]
fn a_scope_left_out_means_as_asked_or_as_before() {
    let body = r#"{"access_token":"b","token_type":"Bearer","expires_in":3600}"#;
    let first = exchange(200, body).expect("valid");
    assert_eq!(first.scopes, asked_for());
    assert_eq!(first.refresh, None);
    let granted = TokenSet {
        scopes: ScopeSet::parse("streaming"),
        ..first
    };
    let renewed = read_refresh(&response(200, body), &granted, NOW).expect("valid");
    assert_eq!(renewed.scopes, granted.scopes);
}

#[test]
fn a_refresh_token_is_replaced_when_present_and_kept_when_not() {
    let previous = TokenSet {
        access: AccessToken::new("a".to_owned()),
        refresh: Some(RefreshToken::new("old".to_owned())),
        scopes: asked_for(),
        renew_at: NOW,
    };
    for (field, expected) in [
        ("", "old"),
        (r#","refresh_token":null"#, "old"),
        (r#","refresh_token":"""#, "old"),
        (r#","refresh_token":"new""#, "new"),
    ] {
        let body =
            format!(r#"{{"access_token":"b","token_type":"Bearer","expires_in":3600{field}}}"#);
        let renewed = read_refresh(&response(200, &body), &previous, NOW).expect("valid");
        assert_eq!(renewed.access.expose(), "b");
        assert_eq!(
            renewed.refresh.as_ref().map(RefreshToken::expose),
            Some(expected)
        );
    }
}

#[test]
fn errors_are_told_by_status_then_by_code() {
    use TokenError::*;
    let invalid_json = Protocol("an error without an OAuth error code");
    for (status, body, expected) in [
        (
            400,
            r#"{"error":"invalid_grant","error_description":"Invalid authorization code"}"#,
            InvalidGrant,
        ),
        (
            400,
            r#"{"error":"invalid_grant","error_description":"Authorization code expired"}"#,
            CodeExpired,
        ),
        (
            400,
            r#"{"error":"invalid_grant","error_description":"Refresh token revoked"}"#,
            InvalidGrant,
        ),
        (400, r#"{"error":"invalid_grant"}"#, InvalidGrant),
        (
            400,
            r#"{"error":"invalid_client","error_description":"Invalid client"}"#,
            InvalidClient,
        ),
        (401, r#"{"error":"invalid_client"}"#, InvalidClient),
        (400, r#"{"error":"unauthorized_client"}"#, InvalidClient),
        (
            400,
            r#"{"error":"invalid_request","error_description":"code must be supplied"}"#,
            Refused,
        ),
        (400, r#"{"error":"unsupported_grant_type"}"#, Refused),
        (400, "<html>", invalid_json),
        (403, "", invalid_json),
        (429, "Too many requests", Throttled { retry_after: None }),
        (500, "", ServerTrouble(500)),
        (503, "<html>down</html>", ServerTrouble(503)),
        (302, "", Protocol("an unexpected status")),
        (200, "<html>", Protocol("not JSON")),
        (200, "{}", Protocol("no access_token")),
        (
            200,
            r#"{"access_token":"","token_type":"Bearer"}"#,
            Protocol("no access_token"),
        ),
        (
            200,
            r#"{"access_token":"a","token_type":"MAC"}"#,
            Protocol("token_type is not Bearer"),
        ),
        (
            200,
            r#"{"access_token":"a"}"#,
            Protocol("token_type is not Bearer"),
        ),
    ] {
        assert_eq!(exchange(status, body), Err(expected), "{status} {body}");
    }
}

#[test]
fn only_trouble_that_passes_is_tried_again() {
    for error in [
        TokenError::ServerTrouble(503),
        TokenError::Unreachable(TransportError::Opaque),
    ] {
        assert!(error.is_retryable() && !error.needs_sign_in());
    }
    for error in [TokenError::InvalidGrant, TokenError::CodeExpired] {
        assert!(!error.is_retryable() && error.needs_sign_in());
    }
    for error in [
        TokenError::InvalidClient,
        TokenError::Refused,
        TokenError::Throttled { retry_after: None },
        TokenError::Protocol("x"),
    ] {
        assert!(!error.is_retryable() && !error.needs_sign_in());
    }
}

#[test]
fn no_error_repeats_what_the_endpoint_wrote() {
    let secret = "AQB-very-secret";
    for body in [
        format!(r#"{{"error":"{secret}","error_description":"{secret}"}}"#),
        format!(r#"{{"error":"invalid_grant","error_description":"{secret}"}}"#),
        secret.to_owned(),
    ] {
        let error = exchange(400, &body).expect_err("an error");
        assert!(!format!("{error} {error:?}").contains(secret));
    }
    let error = exchange(200, secret).expect_err("an error");
    assert!(!format!("{error} {error:?}").contains(secret));
}
