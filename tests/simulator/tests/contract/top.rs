//! `/me/top/*` and its pages (contract 3.6, 4.2).

use serde_json::Value;

use crate::stage::Reply;
use crate::stage::Stage;
use crate::stage::check_api_error;
use crate::stage::json;

fn names(reply: &Reply) -> Vec<String> {
    let body = json(reply);
    let items = body["items"].as_array().expect("items");
    items
        .iter()
        .map(|item| item["name"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn top_lists_need_their_scope() {
    let mut stage = Stage::new();
    let token = stage.tokens("ada01", "user-library-read").access_token;
    for kind in ["tracks", "artists"] {
        let reply = stage.api(&format!("/me/top/{kind}"), &token);
        check_api_error(&reply, 403, "Insufficient client scope");
    }
}

#[test]
fn limits_are_kept() {
    let mut stage = Stage::new();
    for wrong in ["0", "51", "-1", "ten"] {
        let reply = stage.ada(&format!("/me/top/tracks?limit={wrong}"));
        check_api_error(&reply, 400, "Invalid limit");
        assert_eq!(stage.last_marks(), ["limit outside 1 to 50"]);
    }
    check_api_error(
        &stage.ada("/me/top/tracks?offset=-1"),
        400,
        "Invalid offset",
    );
    check_api_error(
        &stage.ada("/me/top/tracks?time_range=forever"),
        400,
        "Invalid time range",
    );
    assert_eq!(names(&stage.ada("/me/top/tracks")).len(), 20);
    assert_eq!(names(&stage.ada("/me/top/tracks?limit=50")).len(), 50);
}

#[test]
fn pages_lead_from_first_to_last_and_back() {
    let mut stage = Stage::new();
    let path = "/me/top/artists?time_range=long_term&limit=30";
    let whole = json(&stage.ada(path))["total"].as_u64().unwrap();
    assert!(whole > 50);
    let mut next = Some(format!("https://api.spotify.com/v1{path}"));
    let (mut seen, mut previous) = (Vec::new(), Value::Null);
    while let Some(url) = next {
        let reply = stage.ada(url.strip_prefix("https://api.spotify.com/v1").unwrap());
        let page = json(&reply);
        assert_eq!(page["previous"].is_null(), page["offset"] == 0);
        seen.extend(names(&reply));
        previous = page["previous"].clone();
        next = page["next"].as_str().map(str::to_owned);
    }
    assert_eq!(seen.len() as u64, whole);
    assert!(
        previous
            .as_str()
            .unwrap()
            .contains("offset=30&limit=30&time_range=long_term")
    );
    let beyond = json(&stage.ada("/me/top/artists?offset=5000"));
    assert_eq!(
        (&beyond["items"], &beyond["next"]),
        (&Value::Array(vec![]), &Value::Null)
    );
}

#[test]
fn the_order_differs_by_time_range_and_is_stable() {
    let mut stage = Stage::new();
    for kind in ["tracks", "artists"] {
        let mut list =
            |range: &str| names(&stage.ada(&format!("/me/top/{kind}?limit=50&time_range={range}")));
        let (short, medium, long) = (list("short_term"), list("medium_term"), list("long_term"));
        assert_ne!(short[..10], medium[..10]);
        assert_ne!(medium[..10], long[..10]);
        assert_ne!(short[..10], long[..10]);
        assert_eq!(short, list("short_term"));
    }
    let medium = names(&stage.ada("/me/top/tracks?time_range=medium_term"));
    assert_eq!(names(&stage.ada("/me/top/tracks")), medium, "the default");
}

#[test]
fn what_spotify_ignores_is_ignored_but_marked() {
    let mut stage = Stage::new();
    let medium = names(&stage.ada("/me/top/tracks"));
    assert_eq!(
        names(&stage.ada("/me/top/tracks?timeRange=short_term")),
        medium
    );
    assert_eq!(stage.last_marks(), ["unknown parameter timeRange"]);
}
