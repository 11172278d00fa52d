//! Saving and following (contract 4.3, 5.1).

use serde_json::Value;
use serde_json::json;
use simulator::Population;
use simulator::SwitchChange;

use crate::stage::check_api_error;
use crate::visitor::Visitor;

/// A track of the seed that Ada has not saved.
fn unsaved(ada: &mut Visitor) -> String {
    let tracks = ada.read("/me/top/tracks?limit=50&offset=150&time_range=long_term");
    for track in tracks["items"].as_array().unwrap() {
        let uri = track["uri"].as_str().unwrap();
        if ada.read(&format!("/me/library/contains?uris={uri}")) == json!([false]) {
            return uri.to_owned();
        }
    }
    panic!("everything is saved");
}

#[test]
fn anything_can_be_saved_and_removed_twice_through_one_endpoint() {
    let mut ada = Visitor::ada();
    let top = ada.read("/me/top/artists?limit=50&time_range=short_term")["items"].clone();
    let artist = top[49]["uri"].as_str().unwrap().to_owned();
    let track = ada.read("/me/tracks?limit=1")["items"][0]["track"].clone();
    let uri_of = |value: &Value| value["uri"].as_str().unwrap().to_owned();
    let playlist = uri_of(&ada.read("/me/playlists?limit=1")["items"][0]);
    let mut uris = vec![artist, uri_of(&track), uri_of(&track["album"]), playlist];
    for (list, kind) in [("episodes", "episode"), ("shows", "show")] {
        uris.push(uri_of(&ada.read(&format!("/me/{list}"))["items"][1][kind]));
    }
    uris.push(uri_of(&ada.read("/me/audiobooks")["items"][0]));
    uris.push("spotify:user:bob".to_owned());
    let query = format!("uris={}", uris.join(","));
    for (method, expected) in [("DELETE", false), ("PUT", true), ("DELETE", false)] {
        for _ in 0..2 {
            let reply = ada.call(method, &format!("/me/library?{query}"), &Value::Null);
            assert_eq!(reply.status(), 200);
            assert!(reply.body().is_empty());
            let found = ada.read(&format!("/me/library/contains?{query}"));
            assert_eq!(found, json!(vec![expected; uris.len()]));
        }
    }
}

#[test]
fn artists_may_be_refused_as_the_documentation_has_it() {
    let mut ada = Visitor::ada();
    let artist = ada.read("/me/top/artists?limit=1")["items"][0]["uri"].clone();
    let path = format!("/me/library?uris={}", artist.as_str().unwrap());
    ada.stage.simulator.switch(SwitchChange {
        artists_refused: Some(true),
        ..SwitchChange::default()
    });
    for method in ["PUT", "DELETE"] {
        let reply = ada.call(method, &path, &Value::Null);
        check_api_error(&reply, 400, "Invalid uri");
    }
}

#[test]
fn what_is_saved_comes_first_and_is_dated_now() {
    let mut ada = Visitor::ada();
    let uri = unsaved(&mut ada);
    ada.call("PUT", &format!("/me/library?uris={uri}"), &Value::Null);
    let page = ada.read("/me/tracks?limit=1");
    assert_eq!(page["total"], 10_001);
    assert_eq!(page["items"][0]["track"]["uri"], uri);
    assert_eq!(page["items"][0]["added_at"], "2026-11-18T11:06:40Z");
}

#[test]
fn library_calls_that_are_wrong_are_refused() {
    let mut ada = Visitor::ada();
    let track = ada.read("/me/tracks?limit=1")["items"][0]["track"]["uri"].clone();
    let track = track.as_str().unwrap();
    let too_many = vec![track; 41].join(",");
    let cases = [
        (String::new(), "Missing required field: uris"),
        ("?uris=".to_owned(), "No uris provided"),
        (format!("?uris={too_many}"), "Too many uris"),
        (format!("?uris={track}x"), "Invalid base62 id"),
        ("?uris=nonsense".to_owned(), "Invalid uri"),
        ("?uris=spotify:user:nobody".to_owned(), "Invalid uri"),
        (
            "?uris=spotify:track:0000000000000000000000".to_owned(),
            "Invalid uri",
        ),
        (
            format!("?uris={}", track.replace("track", "album")),
            "Invalid uri",
        ),
    ];
    for (query, message) in &cases {
        for (method, path) in [("PUT", ""), ("DELETE", ""), ("GET", "/contains")] {
            let path = format!("/me/library{path}{query}");
            check_api_error(&ada.call(method, &path, &Value::Null), 400, message);
        }
    }
    let body = json!({"uris": [track]});
    let reply = ada.call("PUT", "/me/library", &body);
    check_api_error(&reply, 400, "Missing required field: uris");
    assert_eq!(ada.last_marks(), ["the body is ignored"]);
    check_api_error(&ada.get("/me/library"), 405, "Method not allowed");
    let forty = vec![track; 40].join(",");
    assert_eq!(
        ada.get(&format!("/me/library/contains?uris={forty}"))
            .status(),
        200
    );
}

#[test]
fn each_kind_needs_its_scopes() {
    let mut ada = Visitor::ada();
    let lists = ada.read("/me/playlists?limit=50")["items"].clone();
    let list_that_is = |public: bool| {
        let mut lists = lists.as_array().unwrap().iter();
        let found = lists.find(|list| list["public"] == public).unwrap();
        found["uri"].as_str().unwrap().to_owned()
    };
    let track = ada.read("/me/tracks?limit=1")["items"][0]["track"]["uri"].clone();
    let artist = ada.read("/me/top/artists?limit=1")["items"][0]["uri"].clone();
    let both = "playlist-modify-public playlist-modify-private";
    let cases = [
        (
            track.as_str().unwrap(),
            "user-library-modify",
            "user-library-read",
        ),
        (
            artist.as_str().unwrap(),
            "user-follow-modify",
            "user-follow-read",
        ),
        ("spotify:user:bob", "user-follow-modify", "user-follow-read"),
        (
            &list_that_is(true),
            "playlist-modify-public",
            "playlist-read-private",
        ),
        (&list_that_is(false), both, "playlist-read-private"),
    ];
    for (uri, modify, read) in cases {
        let write = format!("/me/library?uris={uri}");
        let check = format!("/me/library/contains?uris={uri}");
        let mut writer = Visitor::ada().with_scopes(modify);
        assert_eq!(
            writer.call("PUT", &write, &Value::Null).status(),
            200,
            "{uri}"
        );
        check_api_error(&writer.get(&check), 403, "Insufficient client scope");
        let mut reader = Visitor::ada().with_scopes(read);
        assert_eq!(reader.get(&check).status(), 200, "{uri}");
        let refused = reader.call("DELETE", &write, &Value::Null);
        check_api_error(&refused, 403, "Insufficient client scope");
    }
}

#[test]
fn the_calls_of_each_kind_live_on_for_older_client_ids_alone() {
    let mut new = Visitor::ada();
    let track = unsaved(&mut new).replace("spotify:track:", "");
    let path = format!("/me/tracks?ids={track}");
    check_api_error(&new.call("PUT", &path, &Value::Null), 403, "Forbidden");
    for population in [Population::OldDev, Population::Extended] {
        let mut old = Visitor::ada().of(population);
        let contains = format!("/me/tracks/contains?ids={track}");
        assert_eq!(old.read(&contains), json!([false]));
        assert_eq!(old.call("PUT", &path, &Value::Null).status(), 200);
        assert_eq!(old.read(&contains), json!([true]));
        let body = json!({"ids": [track]});
        assert_eq!(old.call("DELETE", "/me/tracks", &body).status(), 200);
        assert_eq!(old.read(&contains), json!([false]));
        let follow = old.call("PUT", "/me/following?type=user&ids=bob,cleo", &Value::Null);
        assert_eq!(follow.status(), 204);
        let followed = old.read("/me/following/contains?type=user&ids=cleo,ada01");
        assert_eq!(followed, json!([true, false]));
        for kind in ["albums", "episodes", "shows", "audiobooks"] {
            let first = old.read(&format!("/me/{kind}?limit=1"))["items"][0].clone();
            let single = kind.trim_end_matches('s');
            let id = first.get(single).unwrap_or(&first)["id"].clone();
            let contains = format!("/me/{kind}/contains?ids={}", id.as_str().unwrap());
            assert_eq!(old.read(&contains), json!([true]));
            let body = json!({"ids": [id]});
            assert_eq!(
                old.call("DELETE", &format!("/me/{kind}"), &body).status(),
                200
            );
            assert_eq!(old.read(&contains), json!([false]));
        }
    }
}
