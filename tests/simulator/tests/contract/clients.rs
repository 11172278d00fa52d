//! What clients of other makers do that no page needs to (contract 2.1, 3.1).

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use http::Request;
use serde_json::json;
use simulator::DEMO_CLIENT_ID;
use simulator::Population;

use crate::stage::FORM;
use crate::stage::REDIRECT_URI;
use crate::stage::Reply;
use crate::stage::Stage;
use crate::stage::authorize_url;
use crate::stage::check_api_error;
use crate::stage::encode;
use crate::stage::json;
use crate::stage::parameter;
use crate::visitor::Visitor;

const NO_PKCE: &[(&str, Option<&str>)] =
    &[("code_challenge_method", None), ("code_challenge", None)];

fn secret() -> String {
    DEMO_CLIENT_ID.chars().rev().collect()
}

/// The token endpoint for a client that shows a secret.
fn with_secret(stage: &mut Stage, secret: &str, form: &[(&str, &str)]) -> Reply {
    let credentials = BASE64_STANDARD.encode(format!("{DEMO_CLIENT_ID}:{secret}"));
    let request = Request::post("https://accounts.spotify.com/api/token")
        .header("content-type", FORM)
        .header("authorization", format!("Basic {credentials}"))
        .body(encode(form))
        .unwrap();
    stage.send(request)
}

fn app_alone(stage: &mut Stage) -> String {
    let form = [("grant_type", "client_credentials")];
    let reply = with_secret(stage, &secret(), &form);
    let body = json(&reply);
    assert_eq!(body["expires_in"], 3600);
    assert_eq!(body.get("refresh_token"), None);
    assert_eq!(body.get("scope"), None);
    body["access_token"].as_str().unwrap().to_owned()
}

/// A code asked for without PKCE.
fn bare_code(stage: &mut Stage) -> String {
    stage.authorize(NO_PKCE);
    assert_eq!(stage.last_marks(), ["no PKCE"]);
    let url = authorize_url("/simulator/consent", NO_PKCE);
    let form = encode(&[("decision", "agree"), ("account", "ada01")]);
    let reply = stage.send(Request::post(url).body(form).unwrap());
    parameter(&reply, "code").unwrap()
}

#[test]
fn a_slash_at_the_end_changes_nothing() {
    let mut visitor = Visitor::ada();
    assert_eq!(visitor.read("/me/"), visitor.read("/me"));
    let page = visitor.read("/me/top/tracks/?limit=1");
    assert!(page["next"].as_str().unwrap().contains("/tracks?"));
    check_api_error(&visitor.get("/me//"), 404, "");
}

#[test]
fn a_list_of_uris_may_come_by_itself() {
    let mut visitor = Visitor::ada();
    let id = visitor.playlist(2, "plain");
    let tracks = visitor.tracks(2);
    let path = format!("/playlists/{id}/items?position=0");
    let reply = visitor.call("POST", &path, &json!(tracks));
    assert_eq!(reply.status(), 201);
    assert_eq!(visitor.last_marks(), ["a list without a name"]);
    assert_eq!(visitor.uris_of(&id)[..2], tracks);
}

#[test]
fn a_code_without_pkce_is_for_who_knows_the_secret() {
    let mut stage = Stage::new();
    let code = bare_code(&mut stage);
    let refused = stage.exchange(&code, &[("code_verifier", None)]);
    assert_eq!(json(&refused), json!({"error": "invalid_client"}));
    for (shown, status) in [(secret(), 200), ("guessed".to_owned(), 400)] {
        let code = bare_code(&mut stage);
        let form = [
            ("grant_type", "authorization_code"),
            ("code", &code),
            ("redirect_uri", REDIRECT_URI),
        ];
        let reply = with_secret(&mut stage, &shown, &form);
        assert_eq!(reply.status(), status);
        let Some(token) = json(&reply)["refresh_token"].as_str().map(str::to_owned) else {
            continue;
        };
        let form = [("grant_type", "refresh_token"), ("refresh_token", &token)];
        assert_eq!(with_secret(&mut stage, &shown, &form).status(), 200);
    }
}

#[test]
fn an_app_alone_reads_what_is_no_listeners() {
    let mut visitor = Visitor::ada();
    let artist = visitor.read("/me/top/artists?limit=1")["items"][0]["id"].clone();
    let artist = format!("/artists/{}", artist.as_str().unwrap());
    visitor.token = app_alone(&mut visitor.stage);
    visitor.read(&artist);
    assert_eq!(visitor.stage.simulator.log().last().unwrap().account, None);
    let search = visitor.read("/search?q=a&type=track&limit=1");
    assert_eq!(search["tracks"]["items"][0].get("is_playable"), None);
    let search = visitor.read("/search?q=a&type=track&limit=1&market=DK");
    assert_eq!(search["tracks"]["items"][0]["is_playable"], true);
    let show = visitor.read("/search?q=a&type=show&limit=1&market=DK");
    let show = show["shows"]["items"][0]["id"].as_str().unwrap().to_owned();
    visitor.read(&format!("/shows/{show}?market=DK"));
    let order = json!({"app_alone": true}).to_string().into_bytes();
    let order = Request::post("/tokens").body(order).unwrap();
    let (now, simulator) = (visitor.stage.now, &mut visitor.stage.simulator);
    let ordered = json(&simulator::control::answer(simulator, &order, now));
    visitor.token = ordered["access_token"].as_str().unwrap().to_owned();
    visitor.read(&artist);
    for (method, path) in [
        ("GET", "/me"),
        ("GET", "/me/tracks"),
        ("PUT", "/me/player/pause"),
        ("POST", "/me/playlists"),
    ] {
        let reply = visitor.call(method, path, &json!(null));
        check_api_error(&reply, 401, "Valid user authentication required");
    }
}

#[test]
fn an_app_alone_has_the_endpoints_of_its_population_and_no_list_of_accounts() {
    let mut visitor = Visitor::ada();
    visitor.token = app_alone(&mut visitor.stage);
    check_api_error(&visitor.get("/browse/new-releases"), 403, "Forbidden");
    let mut visitor = visitor.of(Population::OldDev);
    visitor.read("/browse/new-releases");
    visitor.read("/users/bob/playlists");
}

#[test]
fn only_older_ids_learn_how_many_follow_a_playlist() {
    for (population, followers) in [
        (Population::NewDev, json!(null)),
        (Population::OldDev, json!({"href": null, "total": 0})),
        (Population::Extended, json!({"href": null, "total": 0})),
    ] {
        let mut visitor = Visitor::ada().of(population);
        let id = visitor.playlist(1, "plain");
        let playlist = visitor.read(&format!("/playlists/{id}"));
        assert_eq!(playlist["followers"], followers);
    }
}
