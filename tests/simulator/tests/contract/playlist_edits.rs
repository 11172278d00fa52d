//! Changing what is in a playlist (contract 4.4, 6.2).

use serde_json::Value;
use serde_json::json;

use crate::stage::check_api_error;
use crate::stage::json;
use crate::visitor::Visitor;

#[test]
fn adding_goes_to_the_end_or_to_a_place() {
    let mut ada = Visitor::ada();
    let id = ada.playlist(0, "plain");
    let path = format!("/playlists/{id}/items");
    let uris = ada.tracks(4);
    let reply = ada.call("POST", &path, &json!({"uris": [uris[0], uris[1]]}));
    assert_eq!(reply.status(), 201);
    assert_eq!(json(&reply)["snapshot_id"], ada.snapshot(&id));
    ada.call("POST", &path, &json!({"uris": [uris[2]], "position": 0}));
    let query = format!("{path}?uris={}&position=1", uris[3]);
    ada.call("POST", &query, &json!({"uris": [uris[0]], "position": 0}));
    let expected = [&uris[2], &uris[3], &uris[0], &uris[1]];
    assert_eq!(ada.uris_of(&id).iter().collect::<Vec<_>>(), expected);
    let added = &ada.read(&path)["items"][1];
    assert_eq!(added["added_by"]["id"], "ada01");
    assert_eq!(added["added_at"], "2026-11-18T11:06:40Z");
    let beyond = json!({"uris": [uris[0]], "position": 5});
    check_api_error(
        &ada.call("POST", &path, &beyond),
        400,
        "Index out of bounds",
    );
}

#[test]
fn additions_that_are_wrong_add_nothing() {
    let mut ada = Visitor::ada();
    let id = ada.playlist(9_950, "local");
    let path = format!("/playlists/{id}/items");
    let track = ada.tracks(1).remove(0);
    let album = "spotify:album:0000000000000000000000";
    let cases = [
        (json!({}), "Missing required field: uris"),
        (json!({"uris": []}), "No uris provided"),
        (json!({"uris": vec![&track; 101]}), "Too many uris"),
        (
            json!({"uris": [track, "spotify:local:Band:Tape:Demo:180"]}),
            "Unsupported URL / URI",
        ),
        (json!({"uris": [album]}), "Unsupported URL / URI"),
        (
            json!({"uris": ["spotify:track:short"]}),
            "Invalid base62 id",
        ),
        (
            json!({"uris": [album.replace("album", "track")]}),
            "non-existing ID",
        ),
        (json!({"uris": vec![&track; 51]}), "size limit"),
        (
            json!({"uris": [track], "position": -1}),
            "Error parsing JSON",
        ),
    ];
    let before = ada.snapshot(&id);
    for (body, message) in &cases {
        check_api_error(&ada.call("POST", &path, body), 400, message);
    }
    assert_eq!(ada.snapshot(&id), before);
    let full = ada.call("POST", &path, &json!({"uris": vec![&track; 50]}));
    assert_eq!(full.status(), 201);
}

/// Contract 4.4: `insert_before` is a place in the list before the move.
#[test]
fn reordering_follows_the_plain_model() {
    const LENGTH: usize = 9;
    let mut ada = Visitor::ada();
    let id = ada.playlist(LENGTH, "plain");
    let path = format!("/playlists/{id}/items");
    let mut model = ada.uris_of(&id);
    let mut dice = fastrand::Rng::with_seed(5);
    for _ in 0..80 {
        let start = dice.usize(..LENGTH);
        let length = dice.usize(1..=LENGTH - start);
        let outside = |before: &usize| *before <= start || *before >= start + length;
        let places: Vec<usize> = (0..=LENGTH).filter(outside).collect();
        let before = places[dice.usize(..places.len())];
        let order = json!({
            "range_start": start, "range_length": length, "insert_before": before,
        });
        assert_eq!(ada.call("PUT", &path, &order).status(), 200);
        let range: Vec<String> = model.drain(start..start + length).collect();
        let at = if before <= start {
            before
        } else {
            before - length
        };
        model.splice(at..at, range);
        assert_eq!(ada.uris_of(&id), model, "{order}");
    }
    let one = json!({"range_start": 0, "insert_before": LENGTH});
    ada.call("PUT", &path, &one);
    model.rotate_left(1);
    assert_eq!(ada.uris_of(&id), model, "one item, to the end");
}

#[test]
fn reorders_that_are_wrong_move_nothing() {
    let mut ada = Visitor::ada();
    let id = ada.playlist(5, "plain");
    let path = format!("/playlists/{id}/items");
    let before = ada.uris_of(&id);
    let cases = [
        (
            json!({"range_start": 0}),
            "Missing required field: insert_before",
        ),
        (
            json!({"insert_before": 0}),
            "Missing required field: range_start",
        ),
        (
            json!({"range_start": 5, "insert_before": 0}),
            "Index out of bounds",
        ),
        (
            json!({"range_start": 0, "insert_before": 6}),
            "Index out of bounds",
        ),
        (
            json!({"range_start": 3, "range_length": 3, "insert_before": 0}),
            "Index out of bounds",
        ),
        (
            json!({"range_start": 0, "range_length": 0, "insert_before": 3}),
            "Index out of bounds",
        ),
        (
            json!({"range_start": 0, "insert_before": 3, "uris": []}),
            "replaced and reordered",
        ),
        (
            json!({"range_start": 0, "insert_before": 3, "snapshot_id": "AAAA"}),
            "Invalid snapshot",
        ),
        (json!({}), "Missing required field: uris"),
    ];
    for (body, message) in &cases {
        check_api_error(&ada.call("PUT", &path, body), 400, message);
    }
    assert_eq!(ada.uris_of(&id), before);
}

#[test]
fn replacing_sets_the_whole_list_and_dates_it_now() {
    let mut ada = Visitor::ada();
    let id = ada.playlist(20, "everything");
    let path = format!("/playlists/{id}/items");
    let uris = ada.tracks(100);
    assert_eq!(ada.call("PUT", &path, &json!({"uris": uris})).status(), 200);
    assert_eq!(ada.uris_of(&id), uris);
    assert_eq!(
        ada.read(&path)["items"][0]["added_at"],
        "2026-11-18T11:06:40Z"
    );
    let over = json!({"uris": vec![&uris[0]; 101]});
    check_api_error(&ada.call("PUT", &path, &over), 400, "Too many uris");
    assert_eq!(ada.call("PUT", &path, &json!({"uris": []})).status(), 200);
    assert_eq!(ada.uris_of(&id), Vec::<String>::new());
    assert_eq!(ada.read(&format!("/playlists/{id}"))["images"], Value::Null);
}

#[test]
fn removing_takes_every_occurrence_also_of_local_files() {
    let mut ada = Visitor::ada();
    let id = ada.playlist(40, "everything");
    let path = format!("/playlists/{id}/items");
    let before = ada.uris_of(&id);
    let local = before
        .iter()
        .find(|uri| uri.starts_with("spotify:local"))
        .unwrap();
    let twice = before.iter().find(|uri| {
        uri.contains(":track:") && before.iter().filter(|other| other == uri).count() > 1
    });
    let unwanted = [local, twice.unwrap()];
    let body = json!({"items": [{"uri": unwanted[0]}, {"uri": unwanted[1], "positions": [0]}]});
    let reply = ada.call("DELETE", &path, &body);
    assert_eq!(reply.status(), 200);
    assert_eq!(ada.last_marks(), ["positions are ignored"]);
    assert_eq!(json(&reply)["snapshot_id"], ada.snapshot(&id));
    let kept: Vec<String> = before
        .iter()
        .filter(|uri| !unwanted.contains(uri))
        .cloned()
        .collect();
    assert!(kept.len() < before.len() - 2);
    assert_eq!(ada.uris_of(&id), kept);
    for (body, message) in [
        (
            json!({"tracks": [{"uri": local}]}),
            "Missing required field: items",
        ),
        (
            json!({"items": [{"id": "x"}]}),
            "Missing required field: uri",
        ),
        (
            json!({"items": vec![json!({"uri": local}); 101]}),
            "Too many uris",
        ),
    ] {
        check_api_error(&ada.call("DELETE", &path, &body), 400, message);
    }
}

#[test]
fn every_edit_makes_a_new_version_and_an_old_one_still_serves() {
    let mut ada = Visitor::ada();
    let id = ada.playlist(6, "plain");
    let path = format!("/playlists/{id}/items");
    let old = ada.snapshot(&id);
    let uris = ada.uris_of(&id);
    let elsewhere = ada.order(
        &format!("/playlists/{id}/edit"),
        &json!({"drop": 1, "add": 2}),
    );
    assert_ne!(elsewhere["snapshot_id"], old);
    let body = json!({"items": [{"uri": uris[3]}], "snapshot_id": old});
    let removed = json(&ada.call("DELETE", &path, &body))["snapshot_id"].clone();
    assert_ne!(removed, elsewhere["snapshot_id"]);
    let now = ada.uris_of(&id);
    assert_eq!(now.len(), 6);
    assert_eq!(
        now[..4],
        [&uris[1], &uris[2], &uris[4], &uris[5]].map(Clone::clone)
    );
    let body = json!({"range_start": 0, "insert_before": 2, "snapshot_id": old});
    assert_eq!(ada.call("PUT", &path, &body).status(), 200);
    assert_eq!(ada.uris_of(&id)[..2], [uris[2].clone(), uris[1].clone()]);
    let other = ada.playlist(7, "plain");
    let foreign = ada.snapshot(&other);
    let body = json!({"items": [{"uri": uris[1]}], "snapshot_id": foreign});
    check_api_error(&ada.call("DELETE", &path, &body), 400, "Invalid snapshot");
}
