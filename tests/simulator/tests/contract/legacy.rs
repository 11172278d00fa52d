//! Calls and fields that some populations lack (contract 5).

use serde_json::Value;
use simulator::AppChange;
use simulator::DEMO_CLIENT_ID;
use simulator::Population;

use crate::stage::Stage;
use crate::stage::json;

fn stage_of(population: Population) -> Stage {
    let mut stage = Stage::new();
    let change = AppChange {
        population: Some(population),
        ..AppChange::default()
    };
    stage.simulator.change_app(DEMO_CLIENT_ID, change).unwrap();
    stage
}

fn id(stage: &mut Stage, kind: &str, words: &str) -> String {
    let found = json(&stage.ada(&format!("/search?type={kind}&q={words}")));
    found[format!("{kind}s")]["items"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn what_was_taken_away_is_there_for_those_who_came_before() {
    let mut stage = Stage::new();
    let artist = id(&mut stage, "artist", "dust+radio");
    let track = id(&mut stage, "track", "longwave");
    let album = id(&mut stage, "album", "greenhouse");
    let show = id(&mut stage, "show", "sleeve");
    let episode = id(&mut stage, "episode", "sleeve");
    let of_2026 = [
        format!("/tracks?ids={track},{track}"),
        format!("/albums?ids={album}"),
        format!("/artists?ids={artist}"),
        format!("/shows?ids={show}"),
        format!("/episodes?ids={episode}"),
        format!("/audiobooks?ids={show}"),
        format!("/chapters?ids={show}"),
        format!("/artists/{artist}/top-tracks"),
        "/browse/new-releases".to_owned(),
        "/browse/categories".to_owned(),
        "/browse/categories/jazz".to_owned(),
        "/markets".to_owned(),
        "/users/bob".to_owned(),
        "/users/solveig%20%26%20viggo".to_owned(),
    ];
    let of_2024 = [
        format!("/artists/{artist}/related-artists"),
        format!("/recommendations?seed_artists={artist}&target_energy=0.4"),
        "/recommendations/available-genre-seeds".to_owned(),
        format!("/audio-features?ids={track},{album}"),
        format!("/audio-features/{track}"),
        format!("/audio-analysis/{track}"),
        "/browse/featured-playlists".to_owned(),
        "/browse/categories/jazz/playlists".to_owned(),
    ];
    for (population, now, then) in [
        (Population::NewDev, 403, 403),
        (Population::OldDev, 200, 404),
        (Population::Extended, 200, 200),
    ] {
        let mut stage = stage_of(population);
        let cases = of_2026.iter().map(|path| (path, now));
        for (path, status) in cases.chain(of_2024.iter().map(|path| (path, then))) {
            let reply = stage.ada(path);
            assert_eq!(reply.status(), status, "{population:?} {path}");
            let is_marked = stage
                .last_marks()
                .iter()
                .any(|mark| mark.contains("removed"));
            assert_eq!(is_marked, status != 200, "{population:?} {path}");
        }
    }
}

#[test]
fn batches_have_nulls_for_what_is_not_found() {
    let mut stage = stage_of(Population::OldDev);
    let track = id(&mut stage, "track", "longwave");
    let album = id(&mut stage, "album", "greenhouse");
    let found = json(&stage.ada(&format!("/tracks?ids={album},{track}")));
    assert_eq!(found["tracks"][0], Value::Null);
    assert_eq!(found["tracks"][1]["id"], track.as_str());
    let one_too_many = vec![album.as_str(); 21].join(",");
    for path in [
        format!("/albums?ids={one_too_many}"),
        "/albums?ids=".to_owned(),
        "/tracks".to_owned(),
        format!("/tracks?ids={track},short"),
    ] {
        assert_eq!(stage.ada(&path).status(), 400, "{path}");
    }
}

#[test]
fn older_ids_get_more_at_once_and_every_field() {
    for population in [Population::OldDev, Population::Extended] {
        let mut stage = stage_of(population);
        let found = json(&stage.ada("/search?q=the&type=track,artist,album"));
        assert_eq!(found["tracks"]["limit"], 20);
        assert!(found["tracks"]["items"][0]["popularity"].is_u64());
        assert!(found["artists"]["items"][0]["followers"]["total"].is_u64());
        assert!(found["albums"]["items"][0]["available_markets"].is_array());
        assert_eq!(stage.ada("/search?q=the&type=track&limit=50").status(), 200);
        let artist = id(&mut stage, "artist", "tomo+haruki");
        let path = format!("/artists/{artist}/albums");
        let albums = json(&stage.ada(&path));
        assert_eq!(albums["limit"], 20);
        assert_eq!(albums["items"][0]["album_group"], "album");
        assert_eq!(stage.ada(&format!("{path}?limit=50")).status(), 200);
        let album = id(&mut stage, "album", "greenhouse");
        let album = json(&stage.ada(&format!("/albums/{album}")));
        assert!(album["label"].is_string() && album["popularity"].is_u64());
        let show = id(&mut stage, "show", "sleeve");
        assert!(json(&stage.ada(&format!("/shows/{show}")))["publisher"].is_string());
    }
}
