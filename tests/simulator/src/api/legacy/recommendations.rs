//! What goes with what: recommendations and related artists.

use http::Method;
use serde_json::Value;
use serde_json::json;

use crate::api::endpoint::Endpoint;
use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::lookup;
use crate::api::paging::LimitRule;
use crate::api::paging::Window;
use crate::api::refusal::Refusal;
use crate::api::shapes;
use crate::catalogue::ArtistKey;
use crate::catalogue::Catalogue;
use crate::catalogue::GENRES;
use crate::catalogue::Thing;
use crate::catalogue::TrackKey;

const RULE: LimitRule = LimitRule {
    default: 20,
    max: 100,
};
const MOST_SEEDS: usize = 5;
const RELATED: u16 = 20;
const SEED_KINDS: [(&str, &str); 3] = [
    ("seed_artists", "ARTIST"),
    ("seed_tracks", "TRACK"),
    ("seed_genres", "GENRE"),
];

macro_rules! tunable {
    ($($feature:literal),*) => {
        &[
            "seed_artists", "seed_genres", "seed_tracks", "limit", "market",
            $(concat!("min_", $feature), concat!("max_", $feature), concat!("target_", $feature)),*
        ]
    };
}

/// The endpoints of this file.
pub const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        method: Method::GET,
        path: "/v1/recommendations",
        scopes: &[],
        parameters: tunable![
            "acousticness",
            "danceability",
            "duration_ms",
            "energy",
            "instrumentalness",
            "key",
            "liveness",
            "loudness",
            "mode",
            "popularity",
            "speechiness",
            "tempo",
            "time_signature",
            "valence"
        ],
        answer: recommendations,
    },
    Endpoint {
        method: Method::GET,
        path: "/v1/recommendations/available-genre-seeds",
        scopes: &[],
        parameters: &[],
        answer: genre_seeds,
    },
    Endpoint {
        method: Method::GET,
        path: "/v1/artists/{}/related-artists",
        scopes: &[],
        parameters: &[],
        answer: related,
    },
];

/// A seed as it was given, and the artist it leads to.
struct Seed {
    id: String,
    kind: &'static str,
    href: Option<String>,
    artist: ArtistKey,
}

fn recommendations(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let limit = Window::read(visit, RULE)?.limit();
    let seeds = seeds(visit)?;
    let (catalogue, links) = (&visit.world.catalogue, &visit.call.links);
    let tracks = around(catalogue, &seeds, limit);
    let tracks: Vec<Value> = tracks
        .into_iter()
        .map(|track| shapes::track(track, catalogue, links))
        .collect();
    let told: Vec<Value> = seeds.iter().map(tell).collect();
    Ok(json!({"seeds": told, "tracks": tracks}).into())
}

fn seeds(visit: &Visit<'_>) -> Result<Vec<Seed>, Refusal> {
    let mut seeds = Vec::new();
    for (parameter, kind) in SEED_KINDS {
        let list = visit.call.query.get(parameter).unwrap_or_default();
        for id in list.split(',').filter(|id| !id.is_empty()) {
            seeds.push(seed(visit, id, kind)?);
        }
    }
    if (1..=MOST_SEEDS).contains(&seeds.len()) {
        Ok(seeds)
    } else {
        Err(Refusal::BadRequest("Invalid number of seeds"))
    }
}

fn seed(visit: &Visit<'_>, id: &str, kind: &'static str) -> Result<Seed, Refusal> {
    let (catalogue, links) = (&visit.world.catalogue, &visit.call.links);
    let (artist, folder) = if kind == "GENRE" {
        let genre = id.replace('-', " ");
        let mut artists = catalogue.artists();
        let player = artists.find(|key| catalogue.artist(*key).genres.contains(&genre.as_str()));
        (player.ok_or(Refusal::BadRequest("Invalid seed"))?, None)
    } else {
        match lookup::find(catalogue, id)? {
            Some(Thing::Artist(key)) if kind == "ARTIST" => (key, Some("artists")),
            Some(Thing::Track(key)) if kind == "TRACK" => (key.album.artist, Some("tracks")),
            _ => return Err(Refusal::BadRequest("Invalid seed")),
        }
    };
    Ok(Seed {
        id: id.to_owned(),
        kind,
        href: folder.map(|folder| links.api(&format!("/v1/{folder}/{id}"))),
        artist,
    })
}

fn tell(seed: &Seed) -> Value {
    json!({
        "afterFilteringSize": 250,
        "afterRelinkingSize": 250,
        "href": seed.href,
        "id": seed.id,
        "initialPoolSize": 250,
        "type": seed.kind,
    })
}

/// The best of the seeds' neighbours, one of each in turn.
fn around(catalogue: &Catalogue, seeds: &[Seed], limit: usize) -> Vec<TrackKey> {
    let neighbours: Vec<ArtistKey> = (0..)
        .take(limit)
        .flat_map(|nth| seeds.iter().map(move |seed| (seed.artist, nth)))
        .filter_map(|(artist, nth)| catalogue.neighbours(artist).nth(nth))
        .collect();
    let mut tracks: Vec<TrackKey> = Vec::with_capacity(limit);
    for artist in neighbours {
        let best = catalogue.top_tracks_of(artist);
        let fresh = best.into_iter().find(|track| !tracks.contains(track));
        tracks.extend(fresh);
        if tracks.len() == limit {
            break;
        }
    }
    tracks
}

#[expect(clippy::unnecessary_wraps, reason = "the form every endpoint has")]
fn genre_seeds(_visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let genres: Vec<String> = GENRES.iter().map(|genre| genre.replace(' ', "-")).collect();
    Ok(json!({"genres": genres}).into())
}

fn related(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let key = lookup::artist(visit)?;
    let catalogue = &visit.world.catalogue;
    let artists: Vec<Value> = catalogue
        .neighbours(key)
        .take(usize::from(RELATED))
        .map(|artist| shapes::artist(artist, catalogue, &visit.call.links))
        .collect();
    Ok(json!({"artists": artists}).into())
}
