//! One origin for all hosts, for clients whose base addresses can be set.

use http::Request;
use http::header;
use simulator::DEMO_CLIENT_ID;
use simulator::browser;

use crate::stage::FORM;
use crate::stage::REDIRECT_URI;
use crate::stage::Reply;
use crate::stage::Stage;
use crate::stage::VERIFIER;
use crate::stage::authorize_url;
use crate::stage::encode;
use crate::stage::json;
use crate::stage::text;

const PAGE: &str = "https://someone-elses.example";

fn fetch(stage: &mut Stage, request: http::request::Builder, body: Vec<u8>) -> Reply {
    let request = request.body(body).unwrap();
    browser::fetch(&mut stage.simulator, request, PAGE, stage.now).expect("CORS headers")
}

#[test]
fn a_client_works_against_it_from_sign_in_to_playback() {
    for origin in [
        "http://127.0.0.1:4000",
        "http://localhost:4000",
        "http://[::1]:4000",
    ] {
        let mut stage = Stage::new();
        let consent = authorize_url("/authorize", &[]);
        let consent = consent.replace("https://accounts.spotify.com", origin);
        let shown = stage.send(Request::get(consent).body(Vec::new()).unwrap());
        assert!(text(&shown).contains("action=\"/simulator/consent?"));
        let code = stage.code();
        let form = encode(&[
            ("grant_type", "authorization_code"),
            ("code", &code),
            ("redirect_uri", REDIRECT_URI),
            ("client_id", DEMO_CLIENT_ID),
            ("code_verifier", VERIFIER),
        ]);
        let request = Request::post(format!("{origin}/api/token"));
        let tokens = fetch(&mut stage, request.header(header::CONTENT_TYPE, FORM), form);
        let token = json(&tokens)["access_token"].as_str().unwrap().to_owned();
        let bearer = format!("Bearer {token}");
        let request = Request::get(format!("{origin}/v1/me/top/tracks?limit=1"));
        let request = request.header(header::AUTHORIZATION, &bearer);
        let page = fetch(&mut stage, request, Vec::new());
        assert!(json(&page)["next"].as_str().unwrap().starts_with(origin));
        assert!(
            !text(&page).contains("https://api.spotify.com"),
            "{}",
            text(&page)
        );
        let request = Request::put(format!("{origin}/v1/me/player/pause"));
        let request = request.header(header::AUTHORIZATION, &bearer);
        let reply = fetch(&mut stage, request, Vec::new());
        assert_eq!(
            reply.status(),
            403,
            "a scope is missing, and the page can read it"
        );
    }
}
