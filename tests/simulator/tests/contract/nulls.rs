//! Nulls and gaps on request (contract 6.2).

use std::collections::HashSet;

use serde_json::Value;
use simulator::SwitchChange;

use crate::stage::Stage;
use crate::stage::json;

/// What is missing, null or empty in one object and not in another of the same
/// kind, as `album.images []`.
fn gaps(body: &Value, found: &mut HashSet<String>) {
    match body {
        Value::Array(items) => items.iter().for_each(|item| gaps(item, found)),
        Value::Object(fields) => {
            let kind = fields.get("type").and_then(Value::as_str).unwrap_or("page");
            for (name, value) in fields {
                let state = match value {
                    Value::Null => "null",
                    Value::Array(list) if list.is_empty() => "[]",
                    Value::Array(list) if list.contains(&Value::Null) => "holes",
                    Value::String(text) if text == "0000" => "0000",
                    _ => "there",
                };
                found.insert(format!("{kind}.{name} {state}"));
            }
            for name in [
                "images",
                "genres",
                "external_ids",
                "is_playable",
                "resume_point",
            ] {
                if !fields.contains_key(name) {
                    found.insert(format!("{kind}.{name} missing"));
                }
            }
            fields.values().for_each(|field| gaps(field, found));
        }
        _ => {}
    }
}

/// Names, types and URIs in the order in which they come.
fn certain(body: &Value, found: &mut Vec<String>) {
    match body {
        Value::Array(items) => items.iter().for_each(|item| certain(item, found)),
        Value::Object(fields) => {
            for name in ["name", "type", "uri"] {
                found.extend(fields.get(name).map(|value| format!("{name} {value}")));
            }
            fields.values().for_each(|field| certain(field, found));
        }
        _ => {}
    }
}

#[test]
fn each_warning_of_the_contract_comes_true() {
    let mut stage = Stage::new();
    let found = json(&stage.ada("/search?q=night+ferry&type=show,track"));
    let show = found["shows"]["items"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let paths = [
        "/me".to_owned(),
        "/me/top/tracks?limit=50".to_owned(),
        "/me/top/artists?limit=50".to_owned(),
        "/me/top/artists?limit=20&offset=20".to_owned(),
        format!("/shows/{show}/episodes?limit=50"),
        "/search?q=s&type=album,artist,playlist,show&limit=10".to_owned(),
    ];
    let mut whole: Vec<String> = Vec::new();
    for path in &paths[..4] {
        certain(&json(&stage.ada(path)), &mut whole);
    }
    stage.simulator.switch(SwitchChange {
        null_sprinkling: Some(true),
        ..SwitchChange::default()
    });
    let (mut seen, mut kept) = (HashSet::new(), Vec::new());
    for (nth, path) in paths.iter().enumerate() {
        let body = json(&stage.ada(path));
        gaps(&body, &mut seen);
        if nth < 4 {
            certain(&body, &mut kept);
        }
    }
    assert_eq!(kept, whole, "names, types and URIs stay");
    for warning in [
        "user.display_name null",
        "artist.images missing",
        "artist.images []",
        "artist.genres missing",
        "album.images []",
        "album.release_date null",
        "album.release_date 0000",
        "track.external_ids missing",
        "track.is_playable missing",
        "episode.images []",
        "episode.resume_point missing",
        "show.images []",
        "playlist.images null",
        "playlist.description null",
        "page.items holes",
        "page.total null",
    ] {
        assert!(seen.contains(warning), "{warning}");
    }
    for whole in [
        "album.images there",
        "track.external_ids there",
        "page.total there",
    ] {
        assert!(seen.contains(whole), "{whole}");
    }
}
