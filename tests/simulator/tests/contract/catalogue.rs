//! Albums, artists, tracks, shows, episodes, audiobooks (contract 4.1).

use std::collections::HashSet;

use serde_json::Value;
use simulator::AccountChange;

use crate::stage::Stage;
use crate::stage::check_api_error;
use crate::stage::json;

const UNKNOWN: &str = "0000000000000000000000";

/// The first that a search finds, and its id.
fn first(stage: &mut Stage, kind: &str, words: &str) -> (Value, String) {
    let found = json(&stage.ada(&format!("/search?type={kind}&q={words}")));
    let item = found[format!("{kind}s")]["items"][0].clone();
    let id = item["id"].as_str().expect("something found").to_owned();
    (item, id)
}

fn move_to(stage: &mut Stage, country: &str) {
    let change = AccountChange {
        country: Some(country.to_owned()),
        ..AccountChange::default()
    };
    stage.simulator.change_account("ada01", change).unwrap();
}

/// Follows `next` to the end.
fn all(stage: &mut Stage, path: &str) -> Vec<Value> {
    let mut next = Some(format!("https://api.spotify.com/v1{path}"));
    let mut items = Vec::new();
    while let Some(url) = next {
        let body = json(&stage.ada(url.strip_prefix("https://api.spotify.com/v1").unwrap()));
        let page = body.get("tracks").unwrap_or(&body);
        items.extend(page["items"].as_array().unwrap().clone());
        assert!(items.len() as u64 <= page["total"].as_u64().unwrap());
        next = page["next"].as_str().map(str::to_owned);
    }
    items
}

#[test]
fn an_id_is_of_one_kind_and_of_one_form() {
    let mut stage = Stage::new();
    let (_, track) = first(&mut stage, "track", "evensong");
    let kinds = [
        "albums",
        "artists",
        "tracks",
        "shows",
        "episodes",
        "audiobooks",
        "chapters",
    ];
    for kind in kinds {
        let reply = stage.ada(&format!("/{kind}/not-an-id"));
        check_api_error(&reply, 400, "Invalid base62 id");
        let reply = stage.ada(&format!("/{kind}/{UNKNOWN}"));
        check_api_error(&reply, 404, "Resource not found");
        let expected = if kind == "tracks" { 200 } else { 404 };
        assert_eq!(stage.ada(&format!("/{kind}/{track}")).status(), expected);
    }
}

#[test]
fn a_box_of_records_has_several_pages_and_discs() {
    let mut stage = Stage::new();
    let (_, id) = first(&mut stage, "album", "mercado+tapes");
    let album = json(&stage.ada(&format!("/albums/{id}")));
    assert_eq!(album["album_type"], "compilation");
    assert_eq!(album["tracks"]["items"].as_array().unwrap().len(), 50);
    assert_eq!(album["tracks"]["total"], album["total_tracks"]);
    assert_eq!(album["copyrights"][1]["type"], "P");
    assert_eq!(album["external_ids"]["upc"].as_str().unwrap().len(), 12);
    let next = album["tracks"]["next"].as_str().unwrap();
    let next = next.strip_prefix("https://api.spotify.com/v1").unwrap();
    assert!(next.starts_with(&format!("/albums/{id}/tracks?")));
    let rest = json(&stage.ada(next))["items"].as_array().unwrap().clone();
    assert_eq!(
        rest.len() as u64 + 50,
        album["total_tracks"].as_u64().unwrap()
    );
    assert!(rest[0]["disc_number"].as_u64().unwrap() > 3);
    assert!(rest[0].get("album").is_none() && rest[0].get("external_ids").is_none());
}

#[test]
fn an_artists_albums_come_in_small_pages_by_group() {
    let mut stage = Stage::new();
    let (_, id) = first(&mut stage, "artist", "tomo+haruki");
    let path = format!("/artists/{id}/albums");
    assert_eq!(json(&stage.ada(&path))["limit"], 5);
    check_api_error(
        &stage.ada(&format!("{path}?limit=11")),
        400,
        "Invalid limit",
    );
    let wrong = stage.ada(&format!("{path}?include_groups=bootleg"));
    check_api_error(&wrong, 400, "Invalid include_groups");
    let everything = all(&mut stage, &format!("{path}?limit=10"));
    assert!(everything.len() > 60);
    assert!(
        everything
            .iter()
            .all(|album| album.get("album_group").is_none())
    );
    let mut parts = 0;
    for group in ["album", "single", "appears_on", "compilation"] {
        let part = all(
            &mut stage,
            &format!("{path}?limit=10&include_groups={group}"),
        );
        let is_own = |album: &Value| album["artists"][0]["id"] == id.as_str();
        assert!(
            part.iter()
                .all(|album| is_own(album) == (group != "appears_on"))
        );
        parts += part.len();
    }
    assert_eq!(parts, everything.len());
}

#[test]
fn some_appear_on_the_records_of_others() {
    let mut stage = Stage::new();
    let found = all(&mut stage, "/search?type=track&q=feat&limit=10");
    let has_guest = |track: &&Value| !track["artists"][1].is_null();
    let track = found.iter().find(has_guest).unwrap();
    let guest = track["artists"][1]["id"].as_str().unwrap().to_owned();
    let path = format!("/artists/{guest}/albums?limit=10&include_groups=appears_on");
    let ids: Vec<Value> = all(&mut stage, &path)
        .iter()
        .map(|album| album["id"].clone())
        .collect();
    assert!(ids.contains(&track["album"]["id"]));
}

#[test]
fn the_accounts_country_wins_over_the_market() {
    let mut stage = Stage::new();
    let (_, id) = first(&mut stage, "track", "evensong");
    let path = format!("/tracks/{id}");
    assert_eq!(stage.ada(&format!("{path}?market=GB")).status(), 200);
    assert!(stage.last_marks()[0].contains("gives way"));
    for market in ["XX", "dk", "DNK", "D"] {
        let reply = stage.ada(&format!("{path}?market={market}"));
        check_api_error(&reply, 400, "Invalid market code");
    }
    let token = stage.tokens("ada01", "user-read-email").access_token;
    let reply = stage.api(&format!("{path}?market=from_token"), &token);
    check_api_error(&reply, 403, "Insufficient client scope");
    assert_eq!(
        stage.ada(&format!("{path}?market=from_token")).status(),
        200
    );
}

#[test]
fn what_is_not_sold_in_a_country_cannot_be_played_there() {
    let mut stage = Stage::new();
    let mut playable = |country| {
        move_to(&mut stage, country);
        let tracks = all(&mut stage, "/search?type=track&q=year:2005-2026&limit=10");
        let here = tracks.iter().filter(|track| track["is_playable"] == true);
        for track in tracks.iter().filter(|track| track["is_playable"] == false) {
            assert_eq!(track["restrictions"]["reason"], "market");
        }
        here.count()
    };
    let (danish, japanese, nowhere) = (playable("DK"), playable("JP"), playable("AQ"));
    assert!(danish < japanese, "{danish} {japanese}");
    assert!(danish > 900);
    assert_eq!(nowhere, 0);
}

#[test]
fn shows_need_their_scope_and_have_holes() {
    let mut stage = Stage::new();
    let (_, id) = first(&mut stage, "show", "night+ferry");
    let token = stage.tokens("ada01", "user-library-read").access_token;
    for path in [format!("/shows/{id}"), format!("/shows/{id}/episodes")] {
        check_api_error(&stage.api(&path, &token), 403, "Insufficient client scope");
    }
    let show = json(&stage.ada(&format!("/shows/{id}")));
    assert!(show.get("publisher").is_none() && show.get("available_markets").is_none());
    let episodes = all(&mut stage, &format!("/shows/{id}/episodes?limit=50"));
    assert_eq!(
        episodes.len() as u64,
        show["total_episodes"].as_u64().unwrap()
    );
    assert!(episodes.iter().any(Value::is_null));
    let known: Vec<&Value> = episodes.iter().filter(|e| !e.is_null()).collect();
    assert!(
        known
            .windows(2)
            .all(|two| { two[0]["release_date"].as_str() > two[1]["release_date"].as_str() })
    );
    let points: HashSet<String> = known
        .iter()
        .map(|episode| {
            let point = &episode["resume_point"];
            format!(
                "{} {}",
                point["fully_played"],
                point["resume_position_ms"] == 0
            )
        })
        .collect();
    assert_eq!(points.len(), 3, "heard, begun and new: {points:?}");
    let path = format!("/episodes/{}", known[0]["id"].as_str().unwrap());
    assert_eq!(json(&stage.ada(&path))["show"]["name"], "The Night Ferry");
}

#[test]
fn audiobooks_are_sold_in_six_markets() {
    let mut stage = Stage::new();
    move_to(&mut stage, "GB");
    let (_, id) = first(&mut stage, "audiobook", "winter");
    let book = json(&stage.ada(&format!("/audiobooks/{id}")));
    assert_eq!(book["chapters"]["items"].as_array().unwrap().len(), 50);
    let chapters = all(&mut stage, &format!("/audiobooks/{id}/chapters?limit=50"));
    assert_eq!(
        chapters.len() as u64,
        book["total_chapters"].as_u64().unwrap()
    );
    assert_eq!(chapters[0]["type"], "episode");
    let uri = chapters[3]["uri"].as_str().unwrap();
    let chapter = uri.strip_prefix("spotify:episode:").unwrap();
    let paths = [
        format!("/audiobooks/{id}"),
        format!("/audiobooks/{id}/chapters"),
        format!("/chapters/{chapter}"),
    ];
    for (country, status) in [("US", 200), ("DK", 404), ("DE", 404)] {
        move_to(&mut stage, country);
        for path in &paths {
            assert_eq!(stage.ada(path).status(), status, "{path} in {country}");
        }
    }
}
