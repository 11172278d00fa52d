//! What tells a device to do something, and why it does not (contract 4.5,
//! 6.1).

use serde_json::Value;
use serde_json::json;

use crate::listening::Listening;
use crate::listening::NOTHING;
use crate::stage::Reply;
use crate::stage::check_api_error;
use crate::stage::json as body_of;
use crate::stage::text;

const COMMANDS: [(&str, &str); 10] = [
    ("PUT", ""),
    ("PUT", "/play"),
    ("PUT", "/pause"),
    ("POST", "/next"),
    ("POST", "/previous"),
    ("PUT", "/seek?position_ms=1000"),
    ("PUT", "/repeat?state=context"),
    ("PUT", "/shuffle?state=true"),
    ("PUT", "/volume?volume_percent=30"),
    ("POST", "/queue?uri={track}"),
];

fn body_for(path: &str, device: &str) -> Value {
    if path.is_empty() {
        json!({"device_ids": [device]})
    } else {
        NOTHING
    }
}

fn with_track(ada: &mut Listening, path: &str) -> String {
    let top = ada.catalogue("/me/top/tracks?limit=1");
    path.replace("{track}", top["items"][0]["uri"].as_str().unwrap())
}

#[track_caller]
fn check(reply: &Reply, status: u16, message: &str, reason: Option<&str>) {
    check_api_error(reply, status, message);
    let error = &body_of(reply)["error"];
    assert_eq!(error.get("reason").and_then(Value::as_str), reason);
}

#[track_caller]
fn check_restriction(reply: &Reply, reason: &str) {
    check(
        reply,
        403,
        "Player command failed: Restriction violated",
        Some(reason),
    );
}

#[test]
fn calls_need_their_scopes() {
    let cases = COMMANDS.map(|(method, path)| (method, path, "user-modify-playback-state"));
    let reads = [
        ("GET", "", "user-read-playback-state"),
        ("GET", "/devices", "user-read-playback-state"),
        ("GET", "/currently-playing", "user-read-currently-playing"),
        (
            "GET",
            "/queue",
            "user-read-currently-playing user-read-playback-state",
        ),
        ("GET", "/recently-played", "user-read-recently-played"),
    ];
    for (method, path, scopes) in cases.into_iter().chain(reads) {
        let mut ada = Listening::new();
        for missing in scopes.split(' ') {
            let granted = scopes.replace(missing, "");
            ada.token = ada.stage.tokens("ada01", &granted).access_token;
            let reply = ada.send(method, path, &NOTHING);
            check_api_error(&reply, 403, "Insufficient client scope");
        }
        ada.token = ada.stage.tokens("ada01", scopes).access_token;
        let reply = ada.send(method, path, &NOTHING);
        assert!(!text(&reply).contains("scope"), "{method} {path}");
    }
}

#[test]
fn commands_need_premium_and_a_device() {
    for (method, path) in COMMANDS {
        let mut cleo = Listening::of("cleo");
        let laptop = cleo.device("laptop");
        let path = with_track(&mut cleo, path);
        let reply = cleo.send(method, &path, &body_for(&path, &laptop));
        check(
            &reply,
            403,
            "Player command failed: Premium required",
            Some("PREMIUM_REQUIRED"),
        );

        let mut ada = Listening::new();
        let nowhere = body_for(&path, "0123456789abcdef");
        if path.is_empty() {
            check(
                &ada.send(method, &path, &nowhere),
                404,
                "Device not found",
                None,
            );
            continue;
        }
        let reply = ada.send(method, &path, &nowhere);
        let message = "Player command failed: No active device found";
        check(&reply, 404, message, Some("NO_ACTIVE_DEVICE"));
        let sign = if path.contains('?') { '&' } else { '?' };
        let path = format!("{path}{sign}device_id=0123456789abcdef");
        check(
            &ada.send(method, &path, &NOTHING),
            404,
            "Device not found",
            None,
        );
    }
}

#[test]
fn what_cannot_be_done_is_a_violation_with_a_reason() {
    let mut ada = Listening::to_a_record();
    check_restriction(&ada.send("PUT", "/play", &NOTHING), "ALREADY_PLAYING");
    ada.tell("PUT", "/pause");
    check_restriction(&ada.send("PUT", "/pause", &NOTHING), "ALREADY_PAUSED");
    check_restriction(&ada.send("POST", "/previous", &NOTHING), "NO_PREV_TRACK");
    let total = ada.record()["total_tracks"].as_u64().unwrap();
    for _ in 1..total {
        ada.tell("POST", "/next");
    }
    check_restriction(&ada.send("POST", "/next", &NOTHING), "NO_NEXT_TRACK");
    assert_eq!(
        ada.read("")["actions"]["disallows"],
        json!({"resuming": true, "skipping_next": true})
    );
    let phone = ada.device("phone");
    let volume = format!("/volume?volume_percent=20&device_id={phone}");
    check_restriction(
        &ada.send("PUT", &volume, &NOTHING),
        "VOLUME_CONTROL_DISALLOW",
    );
    let tv = json!({"device_ids": [ada.device("TV")]});
    check_restriction(&ada.send("PUT", "", &tv), "DEVICE_NOT_CONTROLLABLE");
    let unknown = json!({"uris": ["spotify:track:0000000000000000000000"]});
    check_restriction(&ada.send("PUT", "/play", &unknown), "UNKNOWN");
    let beyond = json!({"context_uri": ada.record()["uri"], "offset": {"position": total}});
    check_restriction(&ada.send("PUT", "/play", &beyond), "NO_SPECIFIC_TRACK");
    ada.control("POST", "/player", &json!({"play": "ad"}));
    check_restriction(&ada.send("POST", "/next", &NOTHING), "CONTEXT_DISALLOW");
    let order = json!({"fault": "player_restriction", "reason": "RATE_LIMITED", "method": "PUT"});
    ada.control("POST", "/faults", &order);
    check_restriction(&ada.send("PUT", "/pause", &NOTHING), "RATE_LIMITED");
}

#[test]
fn resuming_with_an_empty_object_works_and_is_marked() {
    let mut ada = Listening::to_a_record();
    ada.send("PUT", "/pause", &NOTHING);
    ada.sleep(1_000);
    assert_eq!(ada.send("PUT", "/play", &json!({})).status(), 204);
    let log = ada.control("GET", "/log", &NOTHING);
    assert!(log.to_string().contains("resumed with {}"));
}

#[test]
fn nonsense_is_refused() {
    let mut ada = Listening::to_a_record();
    let (record, top) = (ada.record(), ada.catalogue("/me/top/tracks?limit=1"));
    let (album, track) = (record["uri"].clone(), top["items"][0]["uri"].clone());
    let artist = record["artists"][0]["uri"].clone();
    let cases = [
        ("PUT", "", json!({"device_ids": ["one", "two"]})),
        ("PUT", "", json!({"device_ids": []})),
        ("PUT", "", json!({"play": true})),
        (
            "PUT",
            "/play",
            json!({"context_uri": album, "uris": [track]}),
        ),
        (
            "PUT",
            "/play",
            json!({"context_uri": artist, "offset": {"position": 1}}),
        ),
        (
            "PUT",
            "/play",
            json!({"context_uri": album, "offset": {"position": -1}}),
        ),
        (
            "PUT",
            "/play",
            json!({"context_uri": album, "position_ms": -1}),
        ),
        ("PUT", "/play", json!({"context_uri": track})),
        ("PUT", "/play", json!({"uris": [album]})),
        ("PUT", "/play", json!({"uris": []})),
        ("PUT", "/seek", NOTHING),
        ("PUT", "/seek?position_ms=-1", NOTHING),
        ("PUT", "/repeat?state=on", NOTHING),
        ("PUT", "/shuffle?state=maybe", NOTHING),
        ("PUT", "/volume?volume_percent=101", NOTHING),
        ("POST", "/queue", NOTHING),
        ("POST", "/queue?uri=spotify:album:1", NOTHING),
        ("GET", "?additional_types=film", NOTHING),
        ("GET", "/recently-played?limit=51", NOTHING),
    ];
    for (method, path, body) in cases {
        let reply = ada.send(method, path, &body);
        assert_eq!(
            reply.status(),
            400,
            "{method} {path} {body}: {}",
            text(&reply)
        );
    }
    let gone = json!({"context_uri": "spotify:album:0000000000000000000000"});
    check_api_error(&ada.send("PUT", "/play", &gone), 404, "Resource not found");
}

#[test]
fn playback_starts_where_it_is_asked_to() {
    let mut ada = Listening::to_a_record();
    let record = ada.record();
    let tracks = &record["tracks"]["items"];
    let third =
        json!({"context_uri": record["uri"], "offset": {"position": 2}, "position_ms": 7000});
    ada.send("PUT", "/play", &third);
    let state = ada.read("");
    assert_eq!(
        (&state["item"]["uri"], &state["progress_ms"]),
        (&tracks[2]["uri"], &json!(7000))
    );
    let second = json!({"context_uri": record["uri"], "offset": {"uri": tracks[1]["uri"]}});
    ada.send("PUT", "/play", &second);
    assert_eq!(ada.read("")["item"]["uri"], tracks[1]["uri"]);
    for kind in ["artist", "show", "playlist"] {
        let found = ada.catalogue(&format!("/search?q=the&type={kind}"));
        let found = found[format!("{kind}s")]["items"]
            .as_array()
            .unwrap()
            .clone();
        let context = found
            .iter()
            .find(|context| context.is_object())
            .expect(kind);
        let reply = ada.send("PUT", "/play", &json!({"context_uri": context["uri"]}));
        assert_eq!(reply.status(), 204, "{kind}");
        let state = ada.read("?additional_types=track,episode");
        assert_eq!(state["context"]["uri"], context["uri"]);
        assert!(state["item"].is_object());
    }
}
