//! Making and changing playlists, and who may (contract 4.4, 5.1, 6.2).

use serde_json::Value;
use serde_json::json;
use simulator::Population;

use crate::stage::check_api_error;
use crate::stage::json;
use crate::visitor::Visitor;

#[test]
fn a_new_playlist_is_answered_whole_and_readable_after_a_moment() {
    let mut ada = Visitor::ada();
    let order = json!({"name": "Fresh", "public": false, "description": "Rock & \"roll\""});
    let reply = ada.call("POST", "/me/playlists", &order);
    assert_eq!(reply.status(), 201);
    let made = json(&reply);
    assert_eq!(made["public"], false);
    assert_eq!(made["images"], Value::Null);
    assert_eq!(made["description"], "Rock &amp; &quot;roll&quot;");
    assert_eq!(
        (&made["items"]["total"], &made["owner"]["id"]),
        (&json!(0), &json!("ada01"))
    );
    let path = format!("/playlists/{}", made["id"].as_str().unwrap());
    for rest in ["", "/items"] {
        check_api_error(
            &ada.get(&format!("{path}{rest}")),
            404,
            "Resource not found",
        );
    }
    ada.stage.wait(300);
    assert_eq!(ada.read(&path), made);
    assert_eq!(
        ada.read("/me/playlists?limit=1")["items"][0]["id"],
        made["id"]
    );
    ada.order(
        "/switches",
        &json!({"new_playlist_lag_ms": 0, "public_false_ignored": true}),
    );
    let made = json(&ada.call("POST", "/me/playlists", &order));
    assert_eq!(made["public"], true);
    ada.read(&format!("/playlists/{}", made["id"].as_str().unwrap()));
}

#[test]
fn orders_that_are_wrong_make_no_playlist() {
    let mut ada = Visitor::ada();
    let cases = [
        (json!({}), "Missing required field: name"),
        (json!({"name": " "}), "Missing required field: name"),
        (json!({"name": "x", "public": "yes"}), "Error parsing JSON"),
        (
            json!({"name": "x", "collaborative": true}),
            "cannot be public",
        ),
        (
            json!({"name": "x", "description": "two\nlines"}),
            "Invalid description",
        ),
    ];
    let total = ada.read("/me/playlists")["total"].clone();
    for (order, message) in &cases {
        check_api_error(&ada.call("POST", "/me/playlists", order), 400, message);
    }
    assert_eq!(ada.read("/me/playlists")["total"], total);
    ada.call(
        "POST",
        "/me/playlists",
        &json!({"name": "x", "isPublic": false}),
    );
    assert_eq!(ada.last_marks(), ["unknown field isPublic in the body"]);
    for (scope, public, collaborative, status) in [
        ("playlist-modify-public", true, false, 201),
        ("playlist-modify-public", false, false, 403),
        ("playlist-modify-private", false, false, 201),
        ("playlist-modify-private", true, false, 403),
        ("playlist-modify-private", false, true, 403),
        (
            "playlist-modify-private playlist-modify-public",
            false,
            true,
            201,
        ),
    ] {
        let mut some = Visitor::ada().with_scopes(scope);
        let order = json!({"name": "x", "public": public, "collaborative": collaborative});
        let reply = some.call("POST", "/me/playlists", &order);
        assert_eq!(reply.status(), status, "{scope} {order}");
    }
}

#[test]
fn details_change_one_by_one() {
    let mut ada = Visitor::ada();
    let id = ada.playlist(2, "plain");
    let path = format!("/playlists/{id}");
    let before = ada.snapshot(&id);
    for (change, field) in [
        (json!({"name": "Other"}), "name"),
        (json!({"description": "Words"}), "description"),
        (json!({"public": false}), "public"),
        (json!({"collaborative": true}), "collaborative"),
    ] {
        let reply = ada.call("PUT", &path, &change);
        assert_eq!((reply.status().as_u16(), reply.body().len()), (200, 0));
        assert_eq!(ada.read(&path)[field], change[field]);
    }
    assert_eq!(ada.read(&path)["name"], "Other");
    assert_ne!(ada.snapshot(&id), before);
    check_api_error(
        &ada.call("PUT", &path, &json!({"public": true})),
        400,
        "cannot be public",
    );
    let empty = ada.call("PUT", &path, &json!({"name": ""}));
    check_api_error(&empty, 400, "Missing required field: name");
}

#[test]
fn only_owners_and_collaborators_may_write() {
    let mut ada = Visitor::ada();
    let uris = ada.tracks(1);
    let make = |ada: &mut Visitor, shared: bool| {
        let order = json!({
            "account": "ada01", "owner": "maren.quist", "name": "Theirs", "items": 3,
            "public": !shared, "collaborative": shared,
        });
        ada.order("/playlists", &order)["id"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let (theirs, shared) = (make(&mut ada, false), make(&mut ada, true));
    let add = json!({"uris": uris});
    let rename = json!({"name": "Mine now"});
    let refusal = "You cannot add tracks to a playlist you don't own.";
    let refused = ada.call("POST", &format!("/playlists/{theirs}/items"), &add);
    check_api_error(&refused, 403, refusal);
    let added = ada.call("POST", &format!("/playlists/{shared}/items"), &add);
    assert_eq!(added.status(), 201);
    for id in [&theirs, &shared] {
        let refused = ada.call("PUT", &format!("/playlists/{id}"), &rename);
        check_api_error(&refused, 403, refusal);
    }
    for (scopes, status) in [
        ("playlist-modify-private", 403),
        ("playlist-modify-public", 403),
        ("playlist-modify-private playlist-modify-public", 201),
    ] {
        ada = ada.with_scopes(scopes);
        let reply = ada.call("POST", &format!("/playlists/{shared}/items"), &add);
        assert_eq!(reply.status(), status, "{scopes}");
    }
}

#[test]
fn deleting_a_playlist_is_to_follow_it_no_more() {
    let mut ada = Visitor::ada();
    let id = ada.playlist(2, "plain");
    let path = format!("/me/library?uris=spotify:playlist:{id}");
    ada.call("DELETE", &path, &Value::Null);
    let lists = ada.all("/me/playlists?limit=50");
    assert!(lists.iter().all(|list| list["id"] != id));
    ada.read(&format!("/playlists/{id}"));
    ada.call("PUT", &path, &Value::Null);
    assert_eq!(ada.read("/me/playlists?limit=1")["items"][0]["id"], id);
}

#[test]
fn the_old_calls_live_on_for_older_client_ids_alone() {
    let mut new = Visitor::ada();
    let refused = new.call("POST", "/users/ada01/playlists", &json!({"name": "x"}));
    check_api_error(&refused, 403, "Forbidden");
    for population in [Population::OldDev, Population::Extended] {
        let mut old = Visitor::ada().of(population);
        let uris = old.tracks(3);
        let reply = old.call(
            "POST",
            "/users/ada01/playlists",
            &json!({"name": "Old ways"}),
        );
        assert_eq!(reply.status(), 201);
        let made = json(&reply);
        let id = made["id"].as_str().unwrap();
        let path = format!("/playlists/{id}/tracks");
        old.stage.wait(1_000);
        assert_eq!(
            old.call("POST", &path, &json!({"uris": uris})).status(),
            201
        );
        let gone = json!({"tracks": [{"uri": uris[1]}]});
        assert_eq!(old.call("DELETE", &path, &gone).status(), 200);
        let order = json!({"range_start": 0, "insert_before": 2});
        assert_eq!(old.call("PUT", &path, &order).status(), 200);
        assert_eq!(old.uris_of(id), [uris[2].clone(), uris[0].clone()]);
        let followers = format!("/playlists/{id}/followers");
        assert_eq!(old.call("DELETE", &followers, &Value::Null).status(), 200);
        assert_eq!(old.read(&format!("{followers}/contains")), json!([false]));
        assert_eq!(
            old.call("PUT", &followers, &json!({"public": true}))
                .status(),
            200
        );
        assert_eq!(
            old.read(&format!("{followers}/contains?ids=ada01,bob")),
            json!([true, false])
        );
        let lists = old.read("/users/maren.quist/playlists");
        assert!(
            lists["items"][0]["public"] == true && lists["items"][0]["tracks"]["total"].is_u64()
        );
        let foreign = old.call("POST", "/users/bob/playlists", &json!({"name": "x"}));
        check_api_error(&foreign, 403, "Forbidden");
    }
}
