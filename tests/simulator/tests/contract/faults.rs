//! Faults on order (contract 2.5, 3.7).

use http::Request;
use simulator::Fault;
use simulator::FaultHost;
use simulator::FaultKind;

use crate::stage::Stage;
use crate::stage::api_request;
use crate::stage::head;
use crate::stage::json;
use crate::stage::text;

#[test]
fn each_kind_looks_as_it_should() {
    let cases = [
        (
            FaultKind::Unavailable,
            503,
            "<!doctype html>",
            "text/html; charset=utf-8",
        ),
        (
            FaultKind::BadGateway,
            502,
            "<!doctype html>",
            "text/html; charset=utf-8",
        ),
        (
            FaultKind::RateLimit,
            429,
            "API rate limit exceeded",
            "application/json; charset=utf-8",
        ),
        (
            FaultKind::RateLimitText,
            429,
            "Too many requests",
            "text/plain; charset=utf-8",
        ),
        (
            FaultKind::RateLimitHidden,
            429,
            "API rate limit",
            "application/json; charset=utf-8",
        ),
        (
            FaultKind::Quota,
            429,
            r#""reason":"QUOTA_EXCEEDED""#,
            "application/json; charset=utf-8",
        ),
        (
            FaultKind::NotAllowListed,
            403,
            "Check settings",
            "text/plain; charset=utf-8",
        ),
        (
            FaultKind::OwnerNotPremium,
            403,
            "Active premium",
            "application/json; charset=utf-8",
        ),
        (
            FaultKind::SpuriousUnauthorized,
            401,
            "Access token missing",
            "application/json; charset=utf-8",
        ),
        (
            FaultKind::SpuriousPremiumRequired,
            403,
            "Premium required",
            "application/json; charset=utf-8",
        ),
    ];
    for (kind, status, words, media_type) in cases {
        let mut stage = Stage::new();
        stage.simulator.order_fault(Fault::new(kind).times(1));
        let reply = stage.ada("/me");
        assert_eq!(reply.status(), status, "{kind:?}");
        assert!(text(&reply).contains(words), "{kind:?}: {}", text(&reply));
        assert_eq!(head(&reply, "content-type"), Some(media_type), "{kind:?}");
        let hidden = kind == FaultKind::RateLimitHidden;
        assert_eq!(
            head(&reply, "access-control-allow-origin").is_none(),
            hidden,
            "{kind:?}"
        );
        assert_eq!(
            head(&reply, "retry-after").is_some(),
            status == 429,
            "{kind:?}"
        );
        assert_eq!(stage.ada("/me").status(), 200, "{kind:?} is spent");
        assert_eq!(stage.simulator.log()[0].faults.len(), 1);
    }
}

#[test]
fn faults_keep_to_their_filters() {
    let mut stage = Stage::new();
    let fault = Fault::new(FaultKind::BadGateway)
        .on("/v1/me/top")
        .after(1)
        .times(2);
    stage.simulator.order_fault(fault);
    let statuses: Vec<u16> = (0..5)
        .map(|_| stage.ada("/me/top/tracks").status().as_u16())
        .collect();
    assert_eq!(statuses, [200, 502, 502, 200, 200]);
    assert_eq!(stage.simulator.faults().count(), 0);

    let mut elsewhere = Fault::new(FaultKind::BadGateway);
    elsewhere.host = Some(FaultHost::Accounts);
    let id = stage.simulator.order_fault(elsewhere);
    assert_eq!(stage.ada("/me").status(), 200);
    assert_eq!(stage.authorize(&[]).status(), 502);
    assert!(stage.simulator.clear_fault(id));
    assert_eq!(stage.authorize(&[]).status(), 200);
}

#[test]
fn an_unavailable_token_endpoint_spends_nothing() {
    let mut stage = Stage::new();
    let code = stage.code();
    stage
        .simulator
        .order_fault(Fault::new(FaultKind::Unavailable).times(1));
    let down = stage.exchange(&code, &[]);
    assert_eq!((down.status().as_u16(), json_body(&down)), (503, false));
    assert_eq!(stage.exchange(&code, &[]).status(), 200);
}

fn json_body(reply: &crate::stage::Reply) -> bool {
    serde_json::from_slice::<serde_json::Value>(reply.body()).is_ok()
}

#[test]
fn a_hidden_token_answer_has_no_cors_header() {
    let mut stage = Stage::new();
    let token = stage.tokens("ada01", "").refresh_token;
    stage
        .simulator
        .order_fault(Fault::new(FaultKind::Hidden).times(1));
    let hidden = stage.refresh(&token);
    assert_eq!(hidden.status(), 200);
    assert_eq!(head(&hidden, "access-control-allow-origin"), None);
    assert_eq!(
        head(&stage.refresh(&token), "access-control-allow-origin"),
        Some("*")
    );
}

#[test]
fn a_drop_does_nothing_and_a_lost_answer_does_everything() {
    for (kind, spent) in [(FaultKind::Drop, false), (FaultKind::LoseAnswer, true)] {
        let mut stage = Stage::new();
        let code = stage.code();
        stage.simulator.order_fault(Fault::new(kind).times(1));
        let form = [
            ("grant_type", "authorization_code"),
            ("code", &code),
            ("client_id", simulator::DEMO_CLIENT_ID),
        ];
        let request = Request::post("https://accounts.spotify.com/api/token")
            .header("content-type", crate::stage::FORM)
            .body(crate::stage::encode(&form))
            .unwrap();
        assert!(stage.simulator.answer(request, stage.now).reply.is_none());
        assert_eq!(stage.simulator.log().last().unwrap().status, None);
        assert_eq!(stage.exchange(&code, &[]).status() == 400, spent);
    }
}

#[test]
fn slowness_is_passed_on_to_the_server() {
    let mut stage = Stage::new();
    let token = stage.tokens("ada01", "").access_token;
    let mut fault = Fault::new(FaultKind::Slow);
    fault.hold_ms = 1500;
    stage.simulator.order_fault(fault);
    let answer = stage
        .simulator
        .answer(api_request("/me", &token), stage.now);
    assert_eq!(answer.held_for.0, 1500);
    assert_eq!(json(&answer.reply.unwrap())["id"], "ada01");
}
