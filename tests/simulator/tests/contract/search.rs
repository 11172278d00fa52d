//! `/search` (contract 4.1, 6.2).

use serde_json::Value;

use crate::stage::Stage;
use crate::stage::check_api_error;
use crate::stage::head;
use crate::stage::json;

fn items(stage: &mut Stage, kind: &str, query: &str) -> Vec<Value> {
    let query: String = form_urlencoded::byte_serialize(query.as_bytes()).collect();
    let found = json(&stage.ada(&format!("/search?type={kind}&limit=10&q={query}")));
    found[format!("{kind}s")]["items"]
        .as_array()
        .unwrap()
        .clone()
}

fn name(item: &Value) -> &str {
    item["name"].as_str().unwrap()
}

#[test]
fn what_is_asked_wrongly_is_refused() {
    let mut stage = Stage::new();
    for (path, message) in [
        ("/search?type=track", "No search query"),
        ("/search?type=track&q=+", "No search query"),
        ("/search?q=rain", "type"),
        ("/search?q=rain&type=track,poem", "type"),
        ("/search?q=rain&type=track&limit=11", "Invalid limit"),
        ("/search?q=rain&type=track&offset=1001", "Invalid offset"),
        ("/search?q=rain&type=track&market=ZZ", "Invalid market"),
    ] {
        check_api_error(&stage.ada(path), 400, message);
    }
}

#[test]
fn each_kind_asked_for_has_a_page_of_its_own() {
    let mut stage = Stage::new();
    let reply = stage.ada("/search?q=s&type=album,artist,playlist,track,show,episode,audiobook");
    assert_eq!(head(&reply, "cache-control"), Some("public, max-age=7200"));
    let found = json(&reply);
    for kind in ["album", "artist", "track", "show", "episode"] {
        let page = &found[format!("{kind}s")];
        assert_eq!(page["limit"], 5, "{kind}");
        assert_eq!(page["items"].as_array().unwrap().len(), 5, "{kind}");
        let next = page["next"].as_str().unwrap();
        let next = next
            .strip_prefix("https://api.spotify.com/v1")
            .unwrap()
            .to_owned();
        assert!(next.ends_with(&format!("type={kind}")), "{next}");
        let second = json(&stage.ada(&next));
        assert_eq!(second.as_object().unwrap().len(), 1);
        assert_ne!(second[format!("{kind}s")]["items"], page["items"]);
        assert_eq!(stage.last_marks(), [""; 0]);
    }
    assert_eq!(found["audiobooks"]["total"], 0, "none are sold in Denmark");
    let playlists = found["playlists"]["items"].as_array().unwrap();
    assert!(playlists.iter().any(Value::is_null));
    assert!(
        playlists
            .iter()
            .any(|playlist| playlist["type"] == "playlist")
    );
}

#[test]
fn names_are_found_by_their_words() {
    let mut stage = Stage::new();
    for (kind, query, found) in [
        ("artist", "DUST rad", "Dust Radio"),
        ("artist", "ase lindtrom", "Åse Lindtrøm"),
        (
            "track",
            "everybody's aunt",
            "Everybody’s Aunt Has a Fig Tree",
        ),
        ("track", "電車", "静かな電車"),
        ("track", "quatro manha", "Quatro da manhã"),
        ("album", "half cathedral vesterbro", "Half a Cathedral"),
        ("show", "kanalgesprache", "Kanalgespräche"),
    ] {
        assert!(
            items(&mut stage, kind, query)
                .iter()
                .any(|item| name(item) == found),
            "{query}"
        );
    }
    assert_eq!(
        name(&items(&mut stage, "track", "rye")[0]),
        "Rye",
        "the exact name first"
    );
    assert!(items(&mut stage, "track", "xylophagous").is_empty());
}

#[test]
fn filters_narrow_a_search() {
    let mut stage = Stage::new();
    let tracks = items(&mut stage, "track", r#"artist:"Dust Radio" year:2023"#);
    let titles: Vec<&str> = tracks.iter().map(name).collect();
    assert!(titles.contains(&"Marigold Engine"), "{titles:?}");
    let by_album = items(
        &mut stage,
        "track",
        "album:Greenhouse artist:The Paper Lanterns",
    );
    assert_eq!(by_album.len(), 6);
    let isrc = tracks[0]["external_ids"]["isrc"]
        .as_str()
        .unwrap()
        .to_owned();
    let same = items(&mut stage, "track", &format!("isrc:{isrc}"));
    assert_eq!(same[0]["id"], tracks[0]["id"]);
    let album = items(&mut stage, "album", "track:greenhouse album:greenhouse")[0].clone();
    let path = format!("/albums/{}", album["id"].as_str().unwrap());
    let upc = json(&stage.ada(&path))["external_ids"]["upc"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(
        items(&mut stage, "album", &format!("upc:{upc}"))[0]["id"],
        album["id"]
    );
    for album in items(&mut stage, "album", "year:1961-1969") {
        assert!(album["release_date"].as_str().unwrap().starts_with("196"));
    }
    for album in items(&mut stage, "album", "tag:new") {
        assert!(album["release_date"].as_str().unwrap() > "2025-06");
    }
    let genre = json(&stage.ada("/me/top/artists"))["items"]
        .as_array()
        .unwrap()
        .iter()
        .find_map(|artist| artist["genres"][0].as_str().map(str::to_owned))
        .unwrap();
    for artist in items(&mut stage, "artist", &format!(r#"genre:"{genre}""#)) {
        let genres = artist["genres"].as_array().unwrap();
        assert!(
            genres.contains(&genre.as_str().into()),
            "{genres:?} {genre}"
        );
    }
    assert!(!items(&mut stage, "album", "tag:hipster").is_empty());
}
