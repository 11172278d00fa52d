//! Reading what is in playlists (contract 4.4, 5.3, 5.5, 6.2).

use serde_json::Value;
use serde_json::json;
use simulator::Population;
use std::collections::HashSet;

use crate::stage::check_api_error;
use crate::visitor::Visitor;
use crate::visitor::texts;

#[test]
fn ten_thousand_items_are_paged() {
    let mut ada = Visitor::ada();
    let lists = ada.all("/me/playlists?limit=50");
    let long = lists.iter().find(|list| list["items"]["total"] == 10_000);
    let path = format!(
        "/playlists/{}/items?limit=50&offset=",
        long.unwrap()["id"].as_str().unwrap()
    );
    for offset in [0, 50, 5_000, 9_950] {
        let page = ada.read(&format!("{path}{offset}"));
        assert_eq!(
            (&page["total"], page["items"].as_array().unwrap().len()),
            (&json!(10_000), 50)
        );
    }
}

#[test]
fn a_list_holds_every_awkward_thing() {
    let mut ada = Visitor::ada();
    let id = ada.playlist(120, "everything");
    let path = format!("/playlists/{id}/items?limit=50&additional_types=track,episode");
    let items = ada.all(&path);
    assert_eq!(items.len(), 120);
    let local = items.iter().find(|item| item["is_local"] == true).unwrap();
    assert_eq!(local["item"]["id"], Value::Null);
    assert_eq!(local["item"]["album"]["uri"], Value::Null);
    assert!(
        local["item"]["uri"]
            .as_str()
            .unwrap()
            .starts_with("spotify:local:Viggo+%26+Lotte::Wedding")
    );
    assert!(
        items
            .iter()
            .any(|item| item["item"].is_null() && item.get("item").is_some())
    );
    let episode = items
        .iter()
        .find(|item| item["item"]["type"] == "episode")
        .unwrap();
    assert!(episode["item"]["show"]["name"].is_string());
    assert!(items.iter().any(|item| item["added_by"].is_null()));
    assert!(items.iter().any(|item| item["added_by"]["id"] == "ada01"));
    let uris = texts(&items, "/item/uri");
    let unique: HashSet<&&str> = uris.iter().collect();
    assert!(unique.len() < uris.len() - 20, "the same track again");
    let of_track = |item: &&Value| item["item"]["external_ids"]["isrc"].is_string();
    let tracks: HashSet<(&str, &str)> = items
        .iter()
        .filter(of_track)
        .map(|item| {
            let isrc = item["item"]["external_ids"]["isrc"].as_str().unwrap();
            (isrc, item["item"]["id"].as_str().unwrap())
        })
        .collect();
    let recordings: HashSet<&str> = tracks.iter().map(|(isrc, _)| *isrc).collect();
    assert!(
        recordings.len() < tracks.len(),
        "the same recording under two ids"
    );
    assert!(
        items.iter().all(|item| item.get("track").is_none()),
        "the old name"
    );
}

#[test]
fn who_does_not_know_episodes_gets_half_empty_tracks() {
    let mut ada = Visitor::ada();
    let id = ada.playlist(10, "episodes");
    let items = ada.read(&format!("/playlists/{id}/items?additional_types=track"));
    let guise = &items["items"][7]["item"];
    assert_eq!(guise["type"], "track");
    assert!(
        guise["uri"]
            .as_str()
            .unwrap()
            .starts_with("spotify:episode:")
    );
    assert_eq!(guise["album"]["release_date"], Value::Null);
    assert_eq!(guise["artists"][0]["id"], Value::Null);
}

#[test]
fn fields_take_out_what_is_not_asked_for() {
    let mut ada = Visitor::ada();
    let id = ada.playlist(3, "plain");
    let fields = "next,total,items(added_at,is_local,item(uri,name,type))";
    let page = ada.read(&format!("/playlists/{id}/items?fields={fields}"));
    assert_eq!((&page["total"], &page["next"]), (&json!(3), &Value::Null));
    assert_eq!(page.as_object().unwrap().len(), 3);
    assert_eq!(page["items"][0].as_object().unwrap().len(), 3);
    let item = page["items"][0]["item"].as_object().unwrap();
    assert_eq!(item.keys().collect::<Vec<_>>(), ["name", "type", "uri"]);
    let list = ada.read(&format!("/playlists/{id}?fields=snapshot_id,owner.id"));
    assert_eq!(list["owner"], json!({"id": "ada01"}));
    assert_eq!(list.as_object().unwrap().len(), 2);
    let none = ada.read(&format!("/playlists/{id}?fields=tracks.total"));
    assert_eq!(none, json!({}));
    assert_eq!(
        ada.last_marks(),
        ["fields asks for tracks, which is not there"]
    );
    let broken = ada.get(&format!("/playlists/{id}?fields=items("));
    check_api_error(&broken, 400, "Invalid fields");
}

#[test]
fn older_client_ids_have_both_names_and_pages_of_a_hundred() {
    for population in [Population::OldDev, Population::Extended] {
        let mut old = Visitor::ada().of(population);
        let id = old.playlist(150, "plain");
        let list = old.read(&format!("/playlists/{id}"));
        let second = list["tracks"]["next"].as_str().unwrap();
        assert!(second.contains(&format!("/playlists/{id}/tracks?offset=100&limit=100")));
        assert_eq!(list["items"]["items"], list["tracks"]["items"]);
        let item = &list["tracks"]["items"][0];
        assert_eq!(item["track"], item["item"]);
        for path in ["tracks", "items"] {
            let page = old.read(&format!("/playlists/{id}/{path}?limit=100"));
            assert_eq!(page["items"].as_array().unwrap().len(), 100);
            let over = old.get(&format!("/playlists/{id}/{path}?limit=101"));
            check_api_error(&over, 400, "Invalid limit");
        }
        let first = &old.read("/me/playlists?limit=1")["items"][0];
        assert_eq!(first["tracks"]["total"], first["items"]["total"]);
    }
    let mut new = Visitor::ada();
    let id = new.playlist(1, "plain");
    check_api_error(
        &new.get(&format!("/playlists/{id}/items?limit=51")),
        400,
        "Invalid limit",
    );
    check_api_error(
        &new.get(&format!("/playlists/{id}/tracks")),
        403,
        "Forbidden",
    );
}
