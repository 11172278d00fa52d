use serde_json::{Value, json};

use super::*;
use crate::{player::NowPlaying, ports::Millis, spotify::model::FromJson};

fn status(state: Value) -> Status {
    Status {
        has_been_read: true,
        now_playing: PlaybackState::from_json(state).map(|state| NowPlaying {
            state,
            as_of: Millis::ZERO,
            is_changing: false,
        }),
        ..Status::default()
    }
}

/// What is known of a track on a device, with these changes.
fn playing(device: Value, disallows: &Value, kind: &str) -> Status {
    let mut whole = json!({
        "id": "x", "name": "Kitchen", "type": "Speaker",
        "volume_percent": 5, "supports_volume": true,
    });
    if let (Value::Object(whole), Value::Object(device)) = (&mut whole, device) {
        whole.extend(device);
    }
    let item = (kind == "track").then(|| json!({"type": "track", "name": "x"}));
    status(json!({
        "device": whole,
        "is_playing": true,
        "item": item,
        "currently_playing_type": kind,
        "actions": { "disallows": disallows },
    }))
}

const DEEDS: [Deed; 11] = [
    Deed::Play,
    Deed::Resume,
    Deed::Pause,
    Deed::Next,
    Deed::Previous,
    Deed::Seek,
    Deed::Volume,
    Deed::Repeat,
    Deed::Shuffle,
    Deed::Enqueue,
    Deed::Transfer,
];

/// The deeds that have this obstacle; all others must have none.
fn hindered(status: &Status, obstacle: Obstacle) -> Vec<Deed> {
    let told = DEEDS.map(|deed| (deed, status.may(deed)));
    for (deed, outcome) in told {
        let is_as_told = outcome.is_ok() || outcome == Err(obstacle);
        assert!(is_as_told, "{deed:?}: {outcome:?}");
    }
    let refused = told.into_iter().filter(|(_, outcome)| outcome.is_err());
    refused.map(|(deed, _)| deed).collect()
}

#[test]
fn each_reason_hinders_what_it_concerns_and_nothing_else() {
    use Deed::{
        Enqueue, Next, Pause, Play, Previous, Repeat, Resume, Seek, Shuffle, Transfer, Volume,
    };
    let none = || json!({});
    let unread = Status::default();
    let quiet = Status {
        has_been_read: true,
        ..Status::default()
    };
    let free = Status {
        needs_premium: true,
        ..playing(none(), &none(), "track")
    };
    let to_active = [
        Play, Resume, Pause, Next, Previous, Seek, Volume, Repeat, Shuffle, Enqueue,
    ];
    let about_playing = [Pause, Next, Previous, Seek, Volume, Repeat, Shuffle];
    for (status, obstacle, expected) in [
        (
            playing(none(), &none(), "track"),
            Obstacle::Disallowed,
            &[][..],
        ),
        (unread, Obstacle::NotRead, &about_playing),
        (quiet, Obstacle::NothingActive, &about_playing),
        (free, Obstacle::NeedsPremium, &DEEDS),
        (
            playing(json!({"is_restricted": true}), &none(), "track"),
            Obstacle::DeviceRestricted,
            &to_active,
        ),
        (
            playing(json!({"id": null}), &none(), "track"),
            Obstacle::DeviceWithoutId,
            &to_active,
        ),
        (
            playing(json!({"supports_volume": false}), &none(), "track"),
            Obstacle::FixedVolume,
            &[Volume],
        ),
        (
            playing(none(), &none(), "ad"),
            Obstacle::Advertisement,
            &[Next, Previous, Seek, Repeat, Shuffle],
        ),
        (
            playing(none(), &none(), "unknown"),
            Obstacle::NothingPlaying,
            &[Seek],
        ),
    ] {
        assert_eq!(hindered(&status, obstacle), expected, "{obstacle:?}");
    }
    for (flag, deed) in [
        ("interrupting_playback", Play),
        ("resuming", Resume),
        ("pausing", Pause),
        ("skipping_next", Next),
        ("skipping_prev", Previous),
        ("seeking", Seek),
        ("toggling_shuffle", Shuffle),
        ("transferring_playback", Transfer),
    ] {
        let status = playing(none(), &json!({ flag: true }), "track");
        assert_eq!(hindered(&status, Obstacle::Disallowed), [deed], "{flag}");
    }
}

#[test]
fn repeating_is_allowed_by_mode() {
    use RepeatMode::{Context, Off, Track};
    for (flags, allowed) in [
        (json!({}), vec![Off, Context, Track]),
        (json!({"toggling_repeat_track": true}), vec![Off, Context]),
        (json!({"toggling_repeat_context": true}), vec![Off, Track]),
        (
            json!({"toggling_repeat_context": true, "toggling_repeat_track": true}),
            vec![],
        ),
    ] {
        let status = playing(json!({}), &flags, "track");
        let found = RepeatMode::ALL.into_iter();
        let found: Vec<_> = found
            .filter(|mode| status.may_repeat(*mode).is_ok())
            .collect();
        assert_eq!(found, allowed, "{flags}");
    }
}
