//! What tracks sound like, as Spotify's machines hear it. Here it is invented.

use std::time::Duration;

use http::Method;
use serde_json::Value;
use serde_json::json;

use crate::api::endpoint::Endpoint;
use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::legacy::batch;
use crate::api::lookup;
use crate::api::refusal::Refusal;
use crate::catalogue::Catalogue;
use crate::catalogue::Sound;
use crate::catalogue::Thing;
use crate::catalogue::TrackKey;
use crate::host::Links;

const SAMPLES_PER_SECOND: u64 = 22_050;

/// The endpoints of this file.
pub const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        method: Method::GET,
        path: "/v1/audio-features",
        scopes: &[],
        parameters: &["ids"],
        answer: many,
    },
    Endpoint {
        method: Method::GET,
        path: "/v1/audio-features/{}",
        scopes: &[],
        parameters: &[],
        answer: one,
    },
    Endpoint {
        method: Method::GET,
        path: "/v1/audio-analysis/{}",
        scopes: &[],
        parameters: &[],
        answer: analysis,
    },
];

fn many(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let (catalogue, links) = (&visit.world.catalogue, &visit.call.links);
    let mut items = Vec::new();
    for id in batch::ids(visit, 100)? {
        items.push(match lookup::find(catalogue, id)? {
            Some(Thing::Track(key)) => features(key, catalogue, links),
            _ => Value::Null,
        });
    }
    Ok(json!({"audio_features": items}).into())
}

fn one(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let key = lookup::track(visit)?;
    Ok(features(key, &visit.world.catalogue, &visit.call.links).into())
}

fn features(key: TrackKey, catalogue: &Catalogue, links: &Links) -> Value {
    let sound = catalogue.sound(key);
    let id = catalogue.ids().track(key);
    json!({
        "acousticness": share(sound.acousticness),
        "analysis_url": links.api(&format!("/v1/audio-analysis/{id}")),
        "danceability": share(sound.danceability),
        "duration_ms": catalogue.track(key).duration.0,
        "energy": share(sound.energy),
        "id": id,
        "instrumentalness": share(sound.instrumentalness),
        "key": sound.key,
        "liveness": share(sound.liveness),
        "loudness": loudness(&sound),
        "mode": sound.mode,
        "speechiness": share(sound.speechiness),
        "tempo": tempo(&sound),
        "time_signature": sound.time_signature,
        "track_href": links.api(&format!("/v1/tracks/{id}")),
        "type": "audio_features",
        "uri": format!("spotify:track:{id}"),
        "valence": share(sound.valence),
    })
}

fn analysis(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let key = lookup::track(visit)?;
    let catalogue = &visit.world.catalogue;
    let sound = catalogue.sound(key);
    let length = catalogue.track(key).duration.to_secs_ceil();
    let beat = 60.0 / tempo(&sound);
    let signature = f64::from(sound.time_signature);
    Ok(json!({
        "bars": intervals(length, beat * signature),
        "beats": intervals(length, beat),
        "meta": {
            "analysis_time": 6.93, "analyzer_version": "4.0.0", "detailed_status": "OK",
            "input_process": "libvorbisfile L+R 44100->22050", "platform": "Linux",
            "status_code": 0, "timestamp": visit.now.0 / 1000,
        },
        "sections": sections(length, &sound),
        "segments": segments(length, &sound),
        "tatums": intervals(length, beat / 2.0),
        "track": track(length, &sound),
    })
    .into())
}

fn track(length: u64, sound: &Sound) -> Value {
    json!({
        "analysis_channels": 1,
        "analysis_sample_rate": SAMPLES_PER_SECOND,
        "code_version": 3.15,
        "codestring": "",
        "duration": length,
        "echoprint_version": 4.15,
        "echoprintstring": "",
        "end_of_fade_in": 0.0,
        "key": sound.key,
        "key_confidence": 0.62,
        "loudness": loudness(sound),
        "mode": sound.mode,
        "mode_confidence": 0.58,
        "num_samples": length * SAMPLES_PER_SECOND,
        "offset_seconds": 0,
        "rhythm_version": 1,
        "rhythmstring": "",
        "sample_md5": "",
        "start_of_fade_out": length.saturating_sub(5),
        "synch_version": 1,
        "synchstring": "",
        "tempo": tempo(sound),
        "tempo_confidence": 0.71,
        "time_signature": sound.time_signature,
        "time_signature_confidence": 0.94,
        "window_seconds": 0,
    })
}

/// Equal spans that fill a track.
fn intervals(length: u64, each: f64) -> Vec<Value> {
    starts(length, each)
        .map(|start| json!({"confidence": 0.8, "duration": each, "start": start}))
        .collect()
}

fn sections(length: u64, sound: &Sound) -> Vec<Value> {
    starts(length, 32.0)
        .map(|start| {
            json!({
                "confidence": 0.7, "duration": 32.0, "key": sound.key, "key_confidence": 0.5,
                "loudness": loudness(sound), "mode": sound.mode, "mode_confidence": 0.5,
                "start": start, "tempo": tempo(sound), "tempo_confidence": 0.6,
                "time_signature": sound.time_signature, "time_signature_confidence": 0.9,
            })
        })
        .collect()
}

fn segments(length: u64, sound: &Sound) -> Vec<Value> {
    starts(length, 4.0)
        .map(|start| {
            json!({
                "confidence": 0.5, "duration": 4.0, "loudness_end": 0.0,
                "loudness_max": loudness(sound), "loudness_max_time": 0.2,
                "loudness_start": -30.0, "pitches": twelve(0.5), "start": start,
                "timbre": twelve(20.5),
            })
        })
        .collect()
}

/// One value for each semitone, or each kind of timbre.
fn twelve(value: f64) -> Vec<f64> {
    vec![value; 12]
}

fn starts(length: u64, each: f64) -> impl Iterator<Item = f64> {
    let end = Duration::from_secs(length).as_secs_f64();
    std::iter::successors(Some(0.0), move |start| Some(start + each))
        .take_while(move |start| *start < end)
}

/// Thousandths as the share that Spotify tells.
fn share(thousandths: u16) -> f64 {
    f64::from(thousandths) / 1000.0
}

fn tempo(sound: &Sound) -> f64 {
    f64::from(sound.tempo) / 10.0
}

fn loudness(sound: &Sound) -> f64 {
    f64::from(sound.loudness) / -10.0
}
