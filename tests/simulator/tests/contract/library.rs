//! Lists of what is saved and followed (contract 4.2).

use serde_json::Value;
use serde_json::json;
use std::collections::HashMap;
use std::collections::HashSet;

use crate::stage::check_api_error;
use crate::stage::json;
use crate::visitor::Visitor;
use crate::visitor::texts;

#[test]
fn each_list_has_its_length_its_scopes_and_its_shape() {
    let cases = [
        ("/me/tracks", "user-library-read", Some("track"), 10_000),
        ("/me/albums", "user-library-read", Some("album"), 140),
        (
            "/me/episodes",
            "user-library-read user-read-playback-position",
            Some("episode"),
            40,
        ),
        ("/me/shows", "user-library-read", Some("show"), 12),
        ("/me/audiobooks", "user-library-read", None, 3),
    ];
    for (path, scopes, wrapped, total) in cases {
        for scope in scopes.split(' ') {
            let mut less = Visitor::ada().with_scopes(&scopes.replace(scope, ""));
            check_api_error(&less.get(path), 403, "Insufficient client scope");
        }
        let mut ada = Visitor::ada().with_scopes(scopes);
        let page = ada.read(&format!("{path}?limit=2"));
        assert_eq!(page["total"], total, "{path}");
        assert_eq!(page["items"].as_array().unwrap().len(), 2);
        let first = &page["items"][0];
        match wrapped {
            Some(kind) => {
                assert!(first["added_at"].as_str().unwrap().ends_with('Z'), "{path}");
                assert_eq!(first[kind]["type"], kind);
            }
            None => assert_eq!(first["type"], "audiobook"),
        }
        check_api_error(&ada.get(&format!("{path}?limit=51")), 400, "Invalid limit");
    }
    let album = Visitor::ada().read("/me/albums?limit=1")["items"][0]["album"].clone();
    assert!(!album["tracks"]["items"].as_array().unwrap().is_empty());
}

#[test]
fn ten_thousand_songs_are_paged_newest_first_with_their_oddities() {
    let mut ada = Visitor::ada();
    let songs = ada.all("/me/tracks?limit=50");
    assert_eq!(songs.len(), 10_000);
    let dates = texts(&songs, "/added_at");
    assert!(dates.is_sorted_by(|newer, older| newer >= older));
    assert!(dates[0] > "2026-09" && dates[9_999] < "2013");
    let ids: HashSet<&str> = texts(&songs, "/track/id").into_iter().collect();
    assert_eq!(ids.len(), 10_000);
    let mut recordings: HashMap<&str, usize> = HashMap::new();
    for isrc in texts(&songs, "/track/external_ids/isrc") {
        *recordings.entry(isrc).or_default() += 1;
    }
    assert!(
        recordings.values().any(|ids| *ids > 1),
        "the same recording under two ids"
    );
    let unplayable = songs
        .iter()
        .filter(|song| song["track"]["is_playable"] == false);
    let reasons: HashSet<&Value> = unplayable
        .map(|song| &song["track"]["restrictions"]["reason"])
        .collect();
    assert_eq!(reasons, HashSet::from([&json!("market")]));
}

#[test]
fn the_ends_of_ten_thousand_are_full_pages() {
    let mut ada = Visitor::ada();
    for (offset, count) in [(0, 50), (9_950, 50), (9_990, 10), (10_000, 0)] {
        let page = ada.read(&format!("/me/tracks?limit=50&offset={offset}"));
        let items = page["items"].as_array().unwrap();
        assert_eq!((&page["total"], items.len()), (&json!(10_000), count));
    }
}

#[test]
fn others_have_little() {
    let mut cleo = Visitor::new("cleo");
    assert_eq!(cleo.read("/me/tracks")["total"], 3);
    assert_eq!(cleo.read("/me/albums")["items"], json!([]));
    cleo.order("/library", &json!({"account": "cleo", "tracks": 120}));
    assert_eq!(cleo.read("/me/tracks")["total"], 120);
}

#[test]
fn followed_artists_are_paged_by_cursor() {
    let mut ada = Visitor::ada();
    let mut path = "/me/following?type=artist&limit=25".to_owned();
    let mut seen = Vec::new();
    loop {
        let page = ada.read(&path)["artists"].clone();
        assert_eq!(page["total"], 60);
        let items = page["items"].as_array().unwrap();
        seen.extend(items.iter().map(|artist| artist["id"].clone()));
        let Some(next) = page["next"].as_str() else {
            assert_eq!(page["cursors"]["after"], Value::Null);
            break;
        };
        assert_eq!(&page["cursors"]["after"], seen.last().unwrap());
        path = next.split_once("/v1").unwrap().1.to_owned();
    }
    assert_eq!(seen.iter().collect::<HashSet<_>>().len(), 60);
    check_api_error(&ada.get("/me/following"), 400, "Invalid type");
    let mut less = Visitor::ada().with_scopes("user-library-read");
    let refused = less.get("/me/following?type=artist");
    check_api_error(&refused, 403, "Insufficient client scope");
}

#[test]
fn a_reset_brings_everything_back() {
    let mut ada = Visitor::ada();
    let uri = ada.read("/me/tracks?limit=1")["items"][0]["track"]["uri"].clone();
    let path = format!("/me/library?uris={}", uri.as_str().unwrap());
    ada.call("DELETE", &path, &Value::Null);
    assert_eq!(ada.read("/me/tracks?limit=1")["total"], 9_999);
    let lists = ada.read("/me/playlists?limit=50");
    ada.stage.simulator.reset();
    let again = json(&ada.stage.ada("/me/tracks?limit=1"));
    assert_eq!(
        (&again["total"], &again["items"][0]["track"]["uri"]),
        (&json!(10_000), &uri)
    );
    assert_eq!(json(&ada.stage.ada("/me/playlists?limit=50")), lists);
}
