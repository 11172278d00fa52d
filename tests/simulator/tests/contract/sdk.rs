//! The calls of the Web Playback SDK's stub (contract 7).

use http::Request;
use http::header;
use serde_json::Value;
use serde_json::json;
use simulator::Millis;

use crate::listening::Listening;
use crate::listening::NOTHING;
use crate::listening::each;
use crate::stage::Reply;
use crate::stage::head;
use crate::stage::json as body_of;
use crate::stage::text;

fn page(ada: &mut Listening, method: &str, id: &str, body: &Value) -> Reply {
    let bytes = match body {
        Value::Null => Vec::new(),
        body => body.to_string().into_bytes(),
    };
    let request = Request::builder()
        .method(method)
        .uri(format!("https://api.spotify.com/v1/simulator/devices{id}"))
        .header(header::AUTHORIZATION, format!("Bearer {}", ada.token))
        .body(bytes)
        .unwrap();
    ada.stage.send(request)
}

fn register(ada: &mut Listening) -> Value {
    body_of(&page(
        ada,
        "POST",
        "",
        &json!({"name": "Cratedigger", "volume": 0.5}),
    ))
}

#[test]
fn the_script_calls_the_origin_it_came_from() {
    let mut ada = Listening::new();
    let cases = [
        ("https://sdk.scdn.co", "https://api.spotify.com"),
        ("http://127.0.0.1:4000", "http://127.0.0.1:4000"),
    ];
    for (host, api) in cases {
        let request = Request::get(format!("{host}/spotify-player.js"));
        let reply = ada.stage.send(request.body(Vec::new()).unwrap());
        assert_eq!(reply.status(), 200);
        assert!(
            head(&reply, "content-type")
                .unwrap()
                .starts_with("text/javascript")
        );
        let script = text(&reply);
        assert!(script.contains(&format!("\"{api}/v1/simulator/devices\"")));
        assert!(!script.contains("{{"));
        assert!(!script.contains("eval(") && !script.contains("new Function"));
    }
}

#[test]
fn a_page_is_a_device_for_as_long_as_it_is_heard_of() {
    let mut ada = Listening::to_a_record();
    let id = register(&mut ada)["device_id"].as_str().unwrap().to_owned();
    assert_eq!(ada.device("Cratedigger"), id);
    let path = format!("/{id}");
    let told = body_of(&page(&mut ada, "GET", &path, &NOTHING));
    assert_eq!((&told["state"], &told["volume"]), (&NOTHING, &json!(0.5)));
    ada.send("PUT", "", &json!({"device_ids": [id], "play": true}));
    ada.stage.wait(1500);
    let state = body_of(&page(&mut ada, "GET", &path, &NOTHING))["state"].clone();
    assert_eq!(
        (&state["paused"], &state["position"]),
        (&json!(false), &json!(1500))
    );
    let track = &state["track_window"]["current_track"];
    assert_eq!(track["uri"], ada.read("")["item"]["uri"]);
    assert_eq!(
        state["track_window"]["next_tracks"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    page(&mut ada, "POST", &path, &json!({"command": "pause"}));
    assert_eq!(ada.read("")["is_playing"], false);

    // A jump of the simulator's clock is no silence, a pause of the host's is.
    ada.stage.simulator.advance_clock(3_000_000);
    assert_eq!(page(&mut ada, "GET", &path, &NOTHING).status(), 200);
    ada.stage.now = Millis(ada.stage.now.0 + 91_000);
    assert_eq!(page(&mut ada, "GET", &path, &NOTHING).status(), 404);
    assert_eq!(ada.send("GET", "", &NOTHING).status(), 204);
    let again = register(&mut ada)["device_id"].as_str().unwrap().to_owned();
    assert_ne!(again, id, "the id changes at each load");
    let reply = page(&mut ada, "DELETE", &format!("/{again}"), &NOTHING);
    assert_eq!(reply.status(), 204);
    let devices = ada.read("/devices")["devices"].clone();
    assert!(!each(&devices, "/name").contains(&&json!("Cratedigger")));
}

#[test]
fn what_ails_the_sdk_is_told_when_it_registers() {
    let mut ada = Listening::new();
    for fate in [
        "initialization_error",
        "authentication_error",
        "account_error",
    ] {
        ada.control("PATCH", "/switches", &json!({"sdk": fate}));
        assert_eq!(register(&mut ada)["error"], fate);
    }
    ada.control("PATCH", "/switches", &json!({"sdk": "never_ready"}));
    assert_eq!(register(&mut ada), json!({"device_id": null}));
    ada.control("PATCH", "/switches", &json!({"sdk": "works"}));
    ada.token = ada.stage.tokens("ada01", "streaming").access_token;
    assert_eq!(register(&mut ada)["message"], "Invalid token scopes.");
    ada.token = "nonsense".to_owned();
    assert_eq!(register(&mut ada)["error"], "authentication_error");
    let mut cleo = Listening::of("cleo");
    assert_eq!(register(&mut cleo)["error"], "account_error");
}

#[test]
fn neither_faults_nor_limits_nor_the_log_know_of_it() {
    let mut ada = Listening::new();
    ada.control("POST", "/faults", &json!({"fault": "unavailable"}));
    ada.control(
        "PATCH",
        "/switches",
        &json!({"rate_limit": 1, "quota": {"player": 1}}),
    );
    let before = ada.stage.simulator.log().len();
    for _ in 0..3 {
        assert!(register(&mut ada)["device_id"].is_string());
    }
    assert_eq!(ada.stage.simulator.log().len(), before);
}
