//! `/me` and what is common to all calls (contract 3, 4.2, 5).

use http::Request;
use serde_json::Value;
use simulator::AppChange;
use simulator::DEMO_CLIENT_ID;
use simulator::Population;
use simulator::SwitchChange;

use crate::stage::HOUR;
use crate::stage::Stage;
use crate::stage::check_api_error;
use crate::stage::head;
use crate::stage::json;
use crate::stage::text;

fn change(stage: &mut Stage, change: AppChange) {
    stage.simulator.change_app(DEMO_CLIENT_ID, change).unwrap();
}

fn fields(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn me_has_what_a_new_client_id_gets() {
    let mut stage = Stage::new();
    let reply = stage.ada("/me");
    assert_eq!(reply.status(), 200);
    assert_eq!(
        head(&reply, "content-type"),
        Some("application/json; charset=utf-8")
    );
    let me = json(&reply);
    assert_eq!(
        fields(&me),
        [
            "account_id",
            "display_name",
            "external_urls",
            "href",
            "id",
            "images",
            "type",
            "uri"
        ]
    );
    assert_eq!(me["href"], "https://api.spotify.com/v1/users/ada01");
    assert_eq!(me["uri"], "spotify:user:ada01");
}

#[test]
fn a_listener_may_have_no_name() {
    let mut stage = Stage::new();
    let token = stage.tokens("cleo", "").access_token;
    assert_eq!(json(&stage.api("/me", &token))["display_name"], Value::Null);
}

#[test]
fn older_and_extended_client_ids_keep_the_cut_fields() {
    for (population, whole) in [
        (Population::NewDev, false),
        (Population::OldDev, true),
        (Population::Extended, true),
    ] {
        let mut stage = Stage::new();
        let population = Some(population);
        change(
            &mut stage,
            AppChange {
                population,
                ..AppChange::default()
            },
        );
        assert_eq!(json(&stage.ada("/me")).get("product").is_some(), whole);
        let track = json(&stage.ada("/me/top/tracks?limit=1"))["items"][0].clone();
        for cut in ["popularity", "available_markets"] {
            assert_eq!(track.get(cut).is_some(), whole, "{cut} {population:?}");
        }
        assert_eq!(track["album"].get("available_markets").is_some(), whole);
        let artist = json(&stage.ada("/me/top/artists?limit=1"))["items"][0].clone();
        assert_eq!(artist.get("followers").is_some(), whole);
        assert!(track.get("external_ids").is_some());
    }
}

#[test]
fn tokens_are_checked() {
    let mut stage = Stage::new();
    let url = "https://api.spotify.com/v1/me";
    let without = stage.send(Request::get(url).body(Vec::new()).unwrap());
    check_api_error(&without, 401, "Missing/invalid/expired access token");
    assert!(
        head(&without, "www-authenticate")
            .unwrap()
            .contains("missing_token")
    );
    let unknown = stage.api("/me", "nonsense");
    check_api_error(&unknown, 401, "Missing/invalid/expired access token");
    assert!(
        head(&unknown, "www-authenticate")
            .unwrap()
            .contains("invalid_token")
    );
    for wrong in ["Basic QTpC", "Bearer", "Bearer "] {
        let request = Request::get(url).header("authorization", wrong);
        let reply = stage.send(request.body(Vec::new()).unwrap());
        check_api_error(&reply, 400, "Only valid bearer authentication supported");
    }
}

#[test]
fn an_access_token_lasts_an_hour_or_until_expired() {
    let mut stage = Stage::new();
    let tokens = stage.tokens("ada01", "");
    stage.wait(HOUR - 1);
    assert_eq!(stage.api("/me", &tokens.access_token).status(), 200);
    stage.wait(1);
    assert_eq!(stage.api("/me", &tokens.access_token).status(), 401);
    let body = json(&stage.refresh(&tokens.refresh_token));
    let fresh = body["access_token"].as_str().unwrap();
    assert_eq!(stage.api("/me", fresh).status(), 200);
    stage.simulator.expire_access_tokens(stage.now);
    assert_eq!(stage.api("/me", fresh).status(), 401);
}

#[test]
fn who_is_not_on_the_list_is_refused_in_plain_text() {
    let mut stage = Stage::new();
    let token = stage.tokens("bob", "").access_token;
    let reply = stage.api("/me", &token);
    assert_eq!(reply.status(), 403);
    assert_eq!(
        head(&reply, "content-type"),
        Some("text/plain; charset=utf-8")
    );
    assert!(text(&reply).contains("the user may not be registered"));
    assert_eq!(head(&reply, "access-control-allow-origin"), Some("*"));
    let allow_list = Some(vec!["bob".to_owned()]);
    change(
        &mut stage,
        AppChange {
            allow_list,
            ..AppChange::default()
        },
    );
    assert_eq!(stage.api("/me", &token).status(), 200);
}

#[test]
fn an_owner_without_premium_stops_every_call() {
    let mut stage = Stage::new();
    change(
        &mut stage,
        AppChange {
            owner_premium: Some(false),
            ..AppChange::default()
        },
    );
    check_api_error(
        &stage.ada("/me"),
        403,
        "Active premium subscription required for the owner",
    );
}

#[test]
fn removed_and_unknown_calls_are_refused() {
    let mut stage = Stage::new();
    for path in [
        "/markets",
        "/tracks?ids=a,b",
        "/users/bob",
        "/playlists/x/tracks",
        "/audio-features/x",
    ] {
        check_api_error(&stage.ada(path), 403, "Forbidden");
        assert_eq!(stage.last_marks().len(), 1);
    }
    check_api_error(&stage.ada("/me/top/genres"), 404, "");
    let token = stage.tokens("ada01", "").access_token;
    let request = Request::post("https://api.spotify.com/v1/me")
        .header("authorization", format!("Bearer {token}"));
    check_api_error(&stage.send(request.body(Vec::new()).unwrap()), 405, "");
}

#[test]
fn cors_headers_are_as_observed_and_no_others() {
    let mut stage = Stage::new();
    let preflight = Request::options("https://api.spotify.com/v1/me")
        .body(Vec::new())
        .unwrap();
    for reply in [
        stage.ada("/me"),
        stage.ada("/markets"),
        stage.send(preflight),
    ] {
        let mut found: Vec<(&str, &str)> = reply
            .headers()
            .iter()
            .map(|(name, value)| (name.as_str(), value.to_str().unwrap()))
            .filter(|(name, _)| name.starts_with("access-control"))
            .collect();
        found.sort_unstable();
        assert_eq!(
            found,
            [
                ("access-control-allow-credentials", "true"),
                (
                    "access-control-allow-headers",
                    "Accept, App-Platform, Authorization, Content-Type, Origin, Retry-After, \
                     Spotify-App-Version, X-Cloud-Trace-Context, client-token, content-access-token"
                ),
                (
                    "access-control-allow-methods",
                    "GET, POST, OPTIONS, PUT, DELETE, PATCH"
                ),
                ("access-control-allow-origin", "*"),
                ("access-control-max-age", "604800"),
            ]
        );
    }
}

#[test]
fn the_rate_limit_is_a_rolling_window_of_30_seconds() {
    let mut stage = Stage::new();
    stage.simulator.switch(SwitchChange {
        rate_limit: Some(2),
        ..SwitchChange::default()
    });
    assert_eq!(stage.ada("/me").status(), 200);
    stage.wait(20_000);
    assert_eq!(stage.ada("/me").status(), 200);
    let reply = stage.ada("/me");
    check_api_error(&reply, 429, "API rate limit exceeded");
    assert_eq!(head(&reply, "retry-after"), Some("10"));
    stage.wait(10_000);
    assert_eq!(stage.ada("/me").status(), 200);
    assert_eq!(stage.ada("/me").status(), 429);
}

#[test]
fn nulls_are_sprinkled_on_request() {
    let mut stage = Stage::new();
    let null_sprinkling = Some(true);
    stage.simulator.switch(SwitchChange {
        null_sprinkling,
        ..SwitchChange::default()
    });
    assert_eq!(json(&stage.ada("/me"))["display_name"], Value::Null);
    let page = json(&stage.ada("/me/top/tracks?limit=50"));
    let tracks = page["items"].as_array().unwrap();
    assert!(
        tracks
            .iter()
            .any(|track| track["album"]["release_date"].is_null())
    );
    assert!(
        tracks
            .iter()
            .any(|track| track["album"]["release_date"] == "0000")
    );
    assert!(
        tracks
            .iter()
            .any(|track| track.get("external_ids").is_none())
    );
    let page = json(&stage.ada("/me/top/artists?limit=50"));
    assert!(
        page["items"]
            .as_array()
            .unwrap()
            .iter()
            .any(|artist| artist.get("images").is_none())
    );
}
