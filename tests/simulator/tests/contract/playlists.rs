//! Reading playlists (contract 4.4, 6.2, 6.3).

use std::collections::HashSet;

use http::Request;
use serde_json::Value;
use serde_json::json;
use simulator::Population;

use crate::stage::check_api_error;
use crate::stage::head;
use crate::stage::text;
use crate::visitor::Visitor;
use crate::visitor::texts;

fn id_of(list: &Value) -> String {
    list["id"].as_str().unwrap().to_owned()
}

#[test]
fn ada_has_some_two_hundred_of_every_sort() {
    let mut ada = Visitor::ada();
    let lists = ada.all("/me/playlists?limit=50");
    assert!((180..=220).contains(&lists.len()), "{}", lists.len());
    let any = |test: &dyn Fn(&Value) -> bool| lists.iter().any(test);
    for public in [json!(true), json!(false), Value::Null] {
        assert!(any(&|list| list["public"] == public), "{public}");
    }
    for images in [Value::Null, json!([])] {
        assert!(any(&|list| list["images"] == images), "{images}");
    }
    assert!(any(&|list| list["images"][0]["width"] == 640));
    assert!(any(
        &|list| list["images"][0]["url"].is_string() && list["images"][0]["width"].is_null()
    ));
    assert!(any(&|list| list["description"].is_null()));
    assert!(any(&|list| list["description"] == ""));
    assert!(any(&|list| list["description"]
        .as_str()
        .is_some_and(|text| text.contains("&amp;"))));
    assert!(any(
        &|list| list["owner"]["id"] != "ada01" && list["collaborative"] == true
    ));
    assert!(any(
        &|list| list["owner"]["id"] != "ada01" && list["owner"]["display_name"].is_null()
    ));
    assert!(any(&|list| list["items"]["total"] == 10_000));
    assert!(any(
        &|list| list["items"]["total"] == 0 && list["images"].is_null()
    ));
    assert!(
        lists
            .iter()
            .all(|list| list["type"] == "playlist" && list.get("tracks").is_none())
    );
    let ids: HashSet<&str> = texts(&lists, "/id").into_iter().collect();
    assert_eq!(ids.len(), lists.len());
}

#[test]
fn collaborative_lists_and_private_ones_need_their_scopes() {
    let mut ada = Visitor::ada();
    let lists = ada.all("/me/playlists?limit=50");
    let shared = lists.iter().filter(|list| list["collaborative"] == true);
    let mut less = Visitor::ada().with_scopes("playlist-read-private");
    let total = less.read("/me/playlists")["total"].as_u64().unwrap();
    assert_eq!(
        lists.len() - shared.count(),
        usize::try_from(total).unwrap()
    );
    let private = lists.iter().find(|list| list["public"] == false).unwrap();
    let public = lists.iter().find(|list| list["public"] == true).unwrap();
    let mut bare = Visitor::ada().with_scopes("");
    let scopeless = [
        "/me/playlists".to_owned(),
        format!("/playlists/{}", id_of(private)),
    ];
    for path in scopeless {
        check_api_error(&bare.get(&path), 403, "Insufficient client scope");
    }
    bare.read(&format!("/playlists/{}", id_of(public)));
}

#[test]
fn pages_of_lists_end_at_100_000() {
    let mut ada = Visitor::ada();
    assert_eq!(ada.read("/me/playlists?offset=100000")["items"], json!([]));
    check_api_error(
        &ada.get("/me/playlists?offset=100001"),
        400,
        "Invalid offset",
    );
    check_api_error(&ada.get("/me/playlists?limit=51"), 400, "Invalid limit");
    ada.order("/switches", &json!({"null_sprinkling": true}));
    let sprinkled = ada.read("/me/playlists?limit=50");
    assert!(
        sprinkled["items"]
            .as_array()
            .unwrap()
            .contains(&Value::Null)
    );
}

#[test]
fn what_is_in_a_list_of_others_is_hidden_from_new_client_ids() {
    let mut ada = Visitor::ada();
    let lists = ada.all("/me/playlists?limit=50");
    let theirs = lists
        .iter()
        .filter(|list| list["owner"]["id"] != "ada01")
        .collect::<Vec<_>>();
    let (mut open, mut closed) = (0, 0);
    for list in theirs {
        let id = id_of(list);
        let whole = ada.read(&format!("/playlists/{id}"));
        let items = ada.get(&format!("/playlists/{id}/items"));
        if whole.get("items").is_some() {
            assert_eq!(items.status(), 200);
            open += 1;
        } else {
            check_api_error(&items, 403, "Forbidden");
            closed += 1;
            let mut old = Visitor::ada().of(Population::OldDev);
            let path = format!("/playlists/{id}/items?limit=100");
            assert_eq!(old.get(&path).status(), 200);
        }
    }
    assert!(open > 2 && closed > 20, "{open} {closed}");
}

#[test]
fn what_is_not_there_is_not_found() {
    let mut ada = Visitor::ada();
    let hidden = "37i9dQZF1DX0123456789a";
    for id in [hidden, "0000000000000000000000"] {
        for rest in ["", "/items", "/images"] {
            let reply = ada.get(&format!("/playlists/{id}{rest}"));
            check_api_error(&reply, 404, "Resource not found");
        }
    }
    check_api_error(&ada.get("/playlists/short"), 400, "Invalid base62 id");
    let order = json!({"account": "bob", "name": "Bob’s own", "public": false});
    let made = ada.order("/playlists", &order);
    let reply = ada.get(&format!("/playlists/{}", id_of(&made)));
    check_api_error(&reply, 404, "Resource not found");
}

#[test]
fn covers_are_drawn_and_uploaded() {
    let mut ada = Visitor::ada();
    let id = ada.playlist(30, "plain");
    let images = ada.read(&format!("/playlists/{id}/images"));
    let sizes: Vec<&Value> = images
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["width"])
        .collect();
    assert_eq!(sizes, [&json!(640), &json!(300), &json!(60)]);
    let get = |ada: &mut Visitor, url: &Value| {
        let request = Request::get(url.as_str().unwrap())
            .body(Vec::new())
            .unwrap();
        ada.stage.send(request)
    };
    let mosaic = get(&mut ada, &images[2]["url"]);
    assert_eq!(head(&mosaic, "content-type"), Some("image/svg+xml"));
    assert_eq!(text(&mosaic).matches("<svg").count(), 5);
    let path = format!("/playlists/{id}/images");
    let jpeg = b"/9j/4AAQSkZJRg==".to_vec();
    let heavy = vec![b'A'; 256 * 1024 + 4];
    for (kind, body, status) in [
        ("image/png", jpeg.clone(), 400),
        ("image/jpeg", b"R0lGODlhAQ==".to_vec(), 400),
        ("image/jpeg", b"no base64".to_vec(), 400),
        ("image/jpeg", heavy, 413),
        ("image/jpeg", jpeg, 202),
    ] {
        assert_eq!(ada.send("PUT", &path, kind, body).status(), status);
    }
    let images = ada.read(&path);
    assert_eq!(images[0]["width"], Value::Null);
    let own = get(&mut ada, &images[0]["url"]);
    assert_eq!(head(&own, "content-type"), Some("image/jpeg"));
    let mut less = Visitor::ada().with_scopes("playlist-modify-public");
    let refused = less.send("PUT", &path, "image/jpeg", Vec::new());
    check_api_error(&refused, 403, "Insufficient client scope");
}
