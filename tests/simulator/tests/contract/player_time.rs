//! What plays as time passes (contract 4.5, 6.1).

use serde_json::Value;
use serde_json::json;

use crate::listening::Listening;
use crate::listening::NOTHING;
use crate::listening::each;
use crate::stage::HOUR;

#[test]
fn at_first_nothing_is_active() {
    let mut ada = Listening::new();
    assert_eq!(ada.send("GET", "", &NOTHING).status(), 204);
    assert_eq!(
        ada.send("GET", "/currently-playing", &NOTHING).status(),
        204
    );
    assert_eq!(
        ada.read("/queue"),
        json!({"currently_playing": null, "queue": []})
    );
    let devices = ada.read("/devices")["devices"].clone();
    assert_eq!(each(&devices, "/is_active"), [&json!(false); 5]);
    assert!(each(&devices, "/id").contains(&&NOTHING));
    assert!(each(&devices, "/is_restricted").contains(&&json!(true)));
    assert!(each(&devices, "/supports_volume").contains(&&json!(false)));
}

#[test]
fn an_order_without_a_wish_changes_nothing() {
    let mut ada = Listening::new();
    for _ in 0..2 {
        let told = ada.control("POST", "/player", &json!({}));
        assert_eq!(each(&told["devices"], "/active"), [&json!(false); 6]);
    }
}

#[test]
fn tracks_run_into_each_other_and_end_with_the_record() {
    let mut ada = Listening::to_a_record();
    let tracks = ada.record()["tracks"]["items"].clone();
    let tracks = tracks.as_array().unwrap();
    let length = |track: &Value| track["duration_ms"].as_u64().unwrap();
    ada.stage.wait(4000);
    let state = ada.read("");
    assert_eq!(state["progress_ms"], 4000);
    assert_eq!(state["item"]["uri"], tracks[0]["uri"]);
    assert_eq!(state["context"]["type"], "album");
    assert_eq!(state["device"]["is_active"], true);
    ada.stage.wait(length(&tracks[0]));
    let state = ada.read("");
    assert_eq!(state["item"]["uri"], tracks[1]["uri"]);
    assert_eq!(state["progress_ms"], 4000);
    let began = ada.stage.now.0 - 4000;
    assert_eq!(state["timestamp"], began);
    ada.sleep(24 * HOUR);
    let state = ada.read("");
    assert_eq!(state["is_playing"], false);
    assert_eq!(state["item"]["uri"], tracks[0]["uri"]);
    assert_eq!(state["progress_ms"], 0);
    let recent = ada.read("/recently-played")["items"].clone();
    let played: Vec<_> = tracks.iter().rev().map(|track| &track["uri"]).collect();
    assert_eq!(each(&recent, "/track/uri")[..tracks.len()], played);
}

#[test]
fn reads_lag_behind_commands() {
    let mut ada = Listening::to_a_record();
    ada.control("PATCH", "/switches", &json!({"lag_ms": 400}));
    ada.stage.wait(5000);
    ada.tell("PUT", "/pause");
    ada.stage.wait(300);
    let state = ada.read("");
    assert_eq!(
        (&state["is_playing"], &state["progress_ms"]),
        (&json!(true), &json!(5300))
    );
    ada.tell("PUT", "/seek?position_ms=90000");
    ada.stage.wait(150);
    let state = ada.read("");
    assert_eq!(
        (&state["is_playing"], &state["progress_ms"]),
        (&json!(false), &json!(5000))
    );
    ada.stage.wait(300);
    assert_eq!(ada.read("")["progress_ms"], 90_000);
}

#[test]
fn repeat_shuffle_and_the_queue_change_what_comes_next() {
    let mut ada = Listening::to_a_record();
    let tracks = ada.record()["tracks"]["items"].clone();
    let in_order: Vec<Value> = each(&tracks, "/uri").into_iter().cloned().collect();
    let next = |ada: &mut Listening| {
        let queue = ada.read("/queue")["queue"].clone();
        each(&queue, "/uri")
            .into_iter()
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(next(&mut ada), in_order[1..]);
    ada.tell("PUT", "/repeat?state=context");
    let round = next(&mut ada);
    assert_eq!(round.len(), 20);
    assert_eq!(round[in_order.len() - 1], in_order[0], "it comes round");
    ada.tell("PUT", "/repeat?state=off");
    ada.tell("PUT", "/shuffle?state=true");
    let mut shuffled = next(&mut ada);
    assert_ne!(shuffled, in_order[1..]);
    shuffled.push(in_order[0].clone());
    shuffled.sort_by_key(Value::to_string);
    let mut sorted = in_order.clone();
    sorted.sort_by_key(Value::to_string);
    assert_eq!(shuffled, sorted);
    ada.tell("PUT", "/shuffle?state=false");
    let wanted = ada.catalogue("/me/top/tracks?limit=1&offset=9")["items"][0]["uri"].clone();
    ada.tell("POST", &format!("/queue?uri={}", wanted.as_str().unwrap()));
    assert_eq!(next(&mut ada)[0], wanted);
    ada.tell("POST", "/next");
    let state = ada.read("");
    assert_eq!(
        (&state["item"]["uri"], &state["context"]),
        (&wanted, &NOTHING)
    );
    ada.tell("POST", "/next");
    assert_eq!(ada.read("")["item"]["uri"], in_order[1]);
    ada.tell("PUT", "/repeat?state=track");
    ada.sleep(HOUR);
    assert_eq!(ada.read("")["item"]["uri"], in_order[1]);
}

#[test]
fn back_from_what_was_queued_is_what_played_before() {
    let mut ada = Listening::to_a_record();
    let first = ada.read("")["item"]["uri"].clone();
    let wanted = ada.catalogue("/me/top/tracks?limit=1&offset=9")["items"][0]["uri"].clone();
    ada.tell("POST", &format!("/queue?uri={}", wanted.as_str().unwrap()));
    ada.tell("POST", "/next");
    assert_eq!(ada.read("")["item"]["uri"], wanted);
    ada.tell("POST", "/previous");
    assert_eq!(ada.read("")["item"]["uri"], first);
}

#[test]
fn what_is_no_track_shows_in_its_own_way() {
    let mut ada = Listening::to_a_record();
    ada.control("POST", "/player", &json!({"play": "ad"}));
    let state = ada.read("");
    assert_eq!(
        (&state["item"], &state["currently_playing_type"]),
        (&NOTHING, &json!("ad"))
    );
    assert_eq!(state["actions"]["disallows"]["seeking"], true);
    ada.stage.wait(31_000);
    assert_eq!(
        ada.read("")["currently_playing_type"],
        "track",
        "the track goes on"
    );

    ada.control("POST", "/player", &json!({"play": "local"}));
    let state = ada.read("");
    assert_eq!(
        (&state["item"]["is_local"], &state["item"]["id"]),
        (&json!(true), &NOTHING)
    );

    ada.control("POST", "/player", &json!({"play": "episode"}));
    assert_eq!(ada.read("")["item"], NOTHING);
    let state = ada.read("?additional_types=track,episode");
    assert_eq!(state["item"]["type"], "episode");
    assert_eq!(state["currently_playing_type"], "episode");

    ada.control("POST", "/player", &json!({"private": true}));
    let state = ada.read("?additional_types=episode");
    assert_eq!((&state["item"], &state["context"]), (&NOTHING, &NOTHING));
    assert_eq!(state["currently_playing_type"], "unknown");
    assert_eq!(state["device"]["is_private_session"], true);
}

#[test]
fn episodes_go_on_where_they_were_left() {
    let mut ada = Listening::new();
    ada.control(
        "POST",
        "/player",
        &json!({"play": "episode", "position_ms": 5000}),
    );
    let episode = ada.read("?additional_types=episode")["item"].clone();
    ada.stage.wait(60_000);
    let record = json!({"context_uri": ada.record()["uri"]});
    ada.send("PUT", "/play", &record);
    ada.stage.wait(60_000);
    ada.send("PUT", "/play", &json!({"uris": [episode["uri"]]}));
    let state = ada.read("?additional_types=episode");
    assert_eq!(state["progress_ms"], 65_000);
    let id = episode["id"].as_str().unwrap();
    let again = ada.catalogue(&format!("/episodes/{id}"));
    assert_eq!(again["resume_point"]["resume_position_ms"], 65_000);
    let recent = ada.read("/recently-played?limit=50")["items"].clone();
    assert!(!each(&recent, "/track/type").contains(&&json!("episode")));
}

#[test]
fn recent_plays_have_cursors_that_exclude() {
    let mut ada = Listening::new();
    let all = ada.read("/recently-played?limit=50");
    let instants = each(&all["items"], "/played_at");
    assert_eq!(instants.len(), 50);
    assert!(
        instants
            .windows(2)
            .all(|pair| pair[0].as_str() > pair[1].as_str())
    );
    assert!(each(&all["items"], "/context").contains(&&NOTHING));
    let page = ada.read("/recently-played?limit=10");
    let next = page["next"].as_str().unwrap();
    let next = ada.read(next.rsplit_once("/player").unwrap().1);
    assert_eq!(each(&next["items"], "/played_at"), instants[10..20]);
    let after = page["items"][9].clone();
    let back = next["cursors"]["after"].as_str().unwrap().to_owned();
    let back = ada.read(&format!("/recently-played?limit=1&after={back}"));
    assert_eq!(back["items"][0], after);
    let both = ada.send("GET", "/recently-played?after=1&before=2", &NOTHING);
    assert_eq!(both.status(), 400);
    assert_eq!(ada.read("/recently-played?before=1")["cursors"], NOTHING);
}

#[test]
fn only_what_sounded_for_half_a_minute_counts_as_played() {
    let mut ada = Listening::to_a_record();
    let tracks = ada.record()["tracks"]["items"].clone();
    ada.stage.wait(29_000);
    ada.tell("POST", "/next");
    ada.stage.wait(31_000);
    ada.tell("POST", "/next");
    let recent = ada.read("/recently-played?limit=1")["items"].clone();
    assert_eq!(recent[0]["track"]["uri"], tracks[1]["uri"]);
    assert_eq!(recent[0]["context"]["type"], "album");
}
