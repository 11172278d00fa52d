//! The invented music and its covers.

use std::collections::HashSet;

use http::Request;
use serde_json::Value;
use simulator::Settings;
use simulator::Simulator;

use crate::stage::Stage;
use crate::stage::head;
use crate::stage::json;
use crate::stage::text;

fn top_tracks(stage: &mut Stage) -> Vec<Value> {
    (0..4)
        .flat_map(|page| {
            let path = format!("/me/top/tracks?limit=50&offset={}", page * 50);
            json(&stage.ada(&path))["items"].as_array().unwrap().clone()
        })
        .collect()
}

#[test]
fn ids_are_22_base62_characters_and_unique() {
    let tracks = top_tracks(&mut Stage::new());
    let ids: HashSet<&str> = tracks
        .iter()
        .map(|track| track["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids.len(), 200);
    assert!(
        ids.iter()
            .all(|id| id.len() == 22 && id.bytes().all(|b| b.is_ascii_alphanumeric()))
    );
}

#[test]
fn there_is_something_of_everything() {
    let tracks = top_tracks(&mut Stage::new());
    let any = |test: &dyn Fn(&Value) -> bool| tracks.iter().any(test);
    for precision in ["year", "month", "day"] {
        assert!(any(
            &|track| track["album"]["release_date_precision"] == precision
        ));
    }
    let name_of = |track: &Value| track["name"].as_str().unwrap().to_owned();
    assert!(any(&|track| track["explicit"] == true));
    assert!(any(&|track| track["artists"].as_array().unwrap().len() > 1));
    assert!(any(&|track| name_of(track).chars().count() > 45));
    assert!(any(
        &|track| name_of(track).chars().next().unwrap() > '\u{2ff}'
    ));
    let in_range = 90_000..=540_000;
    assert!(
        tracks
            .iter()
            .all(|track| in_range.contains(&track["duration_ms"].as_u64().unwrap()))
    );
    let artists = json(&Stage::new().ada("/me/top/artists?limit=50"));
    let pictures = |artist: &Value| artist["images"].as_array().unwrap().len();
    let counts: HashSet<usize> = artists["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(pictures)
        .collect();
    assert_eq!(counts, HashSet::from([0, 3]));
}

#[test]
fn a_seed_makes_the_same_music_and_another_seed_other_music() {
    let body = |seed| {
        let mut stage = Stage::new();
        stage.simulator = Simulator::new(Settings { seed });
        json(&stage.ada("/me/top/tracks"))
    };
    assert_eq!(body(5), body(5));
    assert_ne!(body(5), body(6));
}

#[test]
fn covers_are_drawn_in_three_sizes() {
    let mut stage = Stage::new();
    let track = json(&stage.ada("/me/top/tracks?limit=1"))["items"][0].clone();
    let images = track["album"]["images"].as_array().unwrap().clone();
    let sizes: Vec<u64> = images
        .iter()
        .map(|image| image["width"].as_u64().unwrap())
        .collect();
    assert_eq!(sizes, [640, 300, 64]);
    for image in images {
        let url = image["url"].as_str().unwrap();
        assert!(url.starts_with("https://i.scdn.co/image/"));
        let reply = stage.send(Request::get(url).body(Vec::new()).unwrap());
        assert_eq!(reply.status(), 200);
        assert_eq!(head(&reply, "content-type"), Some("image/svg+xml"));
        assert!(head(&reply, "cache-control").unwrap().contains("immutable"));
        assert!(text(&reply).contains(&format!(r#"width="{}""#, image["width"])));
    }
    let unknown = Request::get("https://mosaic.scdn.co/image/0123")
        .body(Vec::new())
        .unwrap();
    assert_eq!(stage.send(unknown).status(), 404);
}

/// Everything drawn lies on the square or near it: a number far off means a
/// design that shows nothing.
#[test]
fn no_cover_draws_far_off_the_square() {
    let mut stage = Stage::new();
    for track in top_tracks(&mut stage) {
        let url = track["album"]["images"][0]["url"]
            .as_str()
            .unwrap()
            .to_owned();
        let drawing = text(&stage.send(Request::get(url).body(Vec::new()).unwrap()));
        let shapes = drawing.split_once("/>").unwrap().1;
        let is_colour = |part: &&str| part.starts_with('#');
        let plain: String = shapes
            .split('"')
            .filter(|part| !is_colour(part))
            .collect::<Vec<_>>()
            .join(" ");
        let numbers = plain.split(|letter: char| !letter.is_ascii_digit() && letter != '-');
        let far = numbers
            .filter_map(|number| number.parse::<i64>().ok())
            .find(|n| n.abs() > 1200);
        assert_eq!(far, None, "{drawing}");
        assert!(shapes.len() > 100, "{drawing}");
    }
}
