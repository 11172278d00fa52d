//! `GET /authorize` and the consent page (contract 1.2 to 1.5).

use simulator::App;
use simulator::AppChange;
use simulator::DEMO_CLIENT_ID;

use crate::stage::Stage;
use crate::stage::head;
use crate::stage::parameter;
use crate::stage::text;

#[test]
fn what_is_wrong_ends_on_a_page_and_never_redirects() {
    let cases: [(&str, Option<&str>, &str); 14] = [
        ("client_id", Some("0000"), "INVALID_CLIENT: Invalid client"),
        ("client_id", None, "INVALID_CLIENT: Invalid client"),
        (
            "redirect_uri",
            Some("http://127.0.0.1:8080/x"),
            "INVALID_CLIENT: Invalid redirect URI",
        ),
        (
            "redirect_uri",
            Some("http://localhost:8080/"),
            "INVALID_CLIENT: Invalid redirect URI",
        ),
        ("redirect_uri", None, "INVALID_CLIENT: Invalid redirect URI"),
        (
            "response_type",
            Some("token"),
            "response_type must be code or token",
        ),
        ("response_type", None, "response_type must be code or token"),
        (
            "scope",
            Some("user-top-read user-read-birthdate"),
            "Illegal scope",
        ),
        ("scope", Some("User-Top-Read"), "Illegal scope"),
        (
            "code_challenge_method",
            Some("plain"),
            "code_challenge_method must be S256",
        ),
        (
            "code_challenge_method",
            None,
            "code_challenge_method must be S256",
        ),
        ("code_challenge", Some("short"), "code_challenge must be"),
        ("code_challenge", None, "code_challenge must be"),
        (
            "code_challenge",
            Some("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM="),
            "code_challenge must",
        ),
    ];
    for (name, value, words) in cases {
        let mut stage = Stage::new();
        let reply = stage.authorize(&[(name, value)]);
        assert_eq!(reply.status(), 400, "{name} {value:?}");
        assert_eq!(head(&reply, "location"), None, "{name} {value:?}");
        assert_eq!(
            head(&reply, "content-type"),
            Some("text/html; charset=utf-8")
        );
        assert!(
            text(&reply).contains(words),
            "{name} {value:?}: {}",
            text(&reply)
        );
    }
}

#[test]
fn a_registered_localhost_is_refused_all_the_same() {
    let mut stage = Stage::new();
    let uri = "http://localhost:8080/";
    let redirect_uris = Some(vec![uri.to_owned()]);
    let change = AppChange {
        redirect_uris,
        ..AppChange::default()
    };
    stage.simulator.change_app(DEMO_CLIENT_ID, change).unwrap();
    assert_eq!(
        stage.authorize(&[("redirect_uri", Some(uri))]).status(),
        400
    );
}

#[test]
fn the_consent_page_says_what_is_asked_for_and_by_whom() {
    let mut stage = Stage::new();
    let reply = stage.authorize(&[]);
    assert_eq!(reply.status(), 200);
    assert_eq!(head(&reply, "access-control-allow-origin"), None);
    let page = text(&reply);
    for words in [
        "Simulated Spotify",
        "Crate demo",
        "See your top artists and tracks",
        "See what you have saved",
        "http://127.0.0.1:8080/",
        r#"value="ada01" checked"#,
        r#"value="cleo""#,
        ">Agree<",
        ">Cancel<",
        r#"rel="icon" href="data:"#,
    ] {
        assert!(page.contains(words), "{words} in {page}");
    }
}

#[test]
fn an_app_name_is_text_and_not_markup() {
    let mut stage = Stage::new();
    let change = AppChange {
        name: Some("<img src=x>".to_owned()),
        ..AppChange::default()
    };
    stage.simulator.change_app(DEMO_CLIENT_ID, change).unwrap();
    assert!(!text(&stage.authorize(&[])).contains("<img"));
}

#[test]
fn agreeing_goes_back_with_code_and_state() {
    let mut stage = Stage::new();
    let reply = stage.decide(&[("decision", "agree"), ("account", "cleo")]);
    assert_eq!(reply.status(), 303);
    assert!(
        head(&reply, "location")
            .unwrap()
            .starts_with("http://127.0.0.1:8080/?code=")
    );
    assert_eq!(
        parameter(&reply, "state").as_deref(),
        Some("a state of sorts")
    );
    assert_eq!(stage.simulator.signed_in(), "cleo");
}

#[test]
fn cancelling_goes_back_with_access_denied_and_state() {
    let mut stage = Stage::new();
    let reply = stage.decide(&[("decision", "cancel")]);
    assert_eq!(reply.status(), 303);
    assert_eq!(parameter(&reply, "error").as_deref(), Some("access_denied"));
    assert_eq!(
        parameter(&reply, "state").as_deref(),
        Some("a state of sorts")
    );
    assert_eq!(parameter(&reply, "code"), None);
}

#[test]
fn who_agreed_before_is_not_asked_again_for_less() {
    let mut stage = Stage::new();
    stage.code();
    let again = stage.authorize(&[("scope", Some("user-top-read"))]);
    assert_eq!(again.status(), 303);
    assert!(parameter(&again, "code").is_some());
    let more = stage.authorize(&[("scope", Some("user-top-read streaming"))]);
    assert_eq!(more.status(), 200);
    let with_dialog = stage.authorize(&[("show_dialog", Some("true"))]);
    assert_eq!(with_dialog.status(), 200);
    stage.simulator.sign_in("cleo").unwrap();
    assert_eq!(
        stage.authorize(&[]).status(),
        200,
        "another account is asked"
    );
    stage.simulator.sign_in("ada01").unwrap();
    stage.simulator.revoke_grants(None, None);
    assert_eq!(stage.authorize(&[]).status(), 200, "after revoking");
}

#[test]
fn the_allow_list_and_premium_are_not_checked_here() {
    let mut stage = Stage::new();
    let change = AppChange {
        owner_premium: Some(false),
        ..AppChange::default()
    };
    stage.simulator.change_app(DEMO_CLIENT_ID, change).unwrap();
    let reply = stage.decide(&[("decision", "agree"), ("account", "bob")]);
    assert!(parameter(&reply, "code").is_some());
}

#[test]
fn further_apps_can_be_registered() {
    let mut stage = Stage::new();
    let client_id = "00112233445566778899aabbccddeeff";
    let uri = "https://app.example/cb?v=1";
    let app = serde_json::json!({"client_id": client_id, "redirect_uris": [uri]});
    stage
        .simulator
        .register_app(serde_json::from_value::<App>(app).unwrap());
    let changes = [("client_id", Some(client_id)), ("redirect_uri", Some(uri))];
    assert_eq!(stage.authorize(&changes).status(), 200);
    assert_eq!(
        stage.authorize(&[("client_id", Some(client_id))]).status(),
        400
    );
}
