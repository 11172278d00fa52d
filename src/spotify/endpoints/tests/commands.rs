use serde_json::json;

use super::{ID, id, track, wire};
use crate::{
    ports::Millis,
    spotify::{
        AlbumId, DeviceId, PlaylistId,
        endpoints::{
            PlayableUri, PlaylistUris,
            commands::{self, PlayContext, Start},
        },
        model::{RepeatMode, Volume},
    },
};

#[test]
fn commands_say_exactly_what_is_meant() {
    let device: DeviceId = id("my/hi-fi");
    let album: AlbumId = id(ID);
    let playlist: PlaylistId = id(ID);
    let uris = PlaylistUris::try_from(vec![track()]).expect("a batch");
    let playable = PlayableUri::try_from(track()).expect("a track");
    let loud = Volume::try_from(100).expect("a volume");
    let from_third = PlayContext::Album(album, Start::Position(2));
    let from_track = PlayContext::Playlist(playlist, Start::Item(playable.clone()));
    for (call, path, body) in [
        (
            commands::transfer(&device, false),
            "",
            Some(json!({"device_ids": ["my/hi-fi"]})),
        ),
        (
            commands::transfer(&device, true),
            "",
            Some(json!({"device_ids": ["my/hi-fi"], "play": true})),
        ),
        (commands::resume(None), "/play", None),
        (
            commands::resume(Some(&device)),
            "/play?device_id=my%2Fhi-fi",
            None,
        ),
        (
            commands::play_context(from_third, None),
            "/play",
            Some(json!({"context_uri": "spotify:album:x", "offset": {"position": 2}})),
        ),
        (
            commands::play_context(from_track, None),
            "/play",
            Some(json!({
                "context_uri": "spotify:playlist:x",
                "offset": {"uri": "spotify:track:x"},
            })),
        ),
        (
            commands::play_context(PlayContext::Artist(id(ID)), None),
            "/play",
            Some(json!({"context_uri": "spotify:artist:x"})),
        ),
        (
            commands::play_uris(&uris, Millis(1500), None),
            "/play",
            Some(json!({"uris": ["spotify:track:x"], "position_ms": 1500})),
        ),
        (
            commands::play_uris(&uris, Millis::ZERO, None),
            "/play",
            Some(json!({"uris": ["spotify:track:x"]})),
        ),
        (commands::pause(None), "/pause", None),
        (commands::next(None), "/next", None),
        (commands::seek(Millis(9), None), "/seek?position_ms=9", None),
        (
            commands::repeat(RepeatMode::Off, None),
            "/repeat?state=off",
            None,
        ),
        (commands::shuffle(true, None), "/shuffle?state=true", None),
        (
            commands::volume(loud, None),
            "/volume?volume_percent=100",
            None,
        ),
        (
            commands::enqueue(&playable, None),
            "/queue?uri=spotify:track:x",
            None,
        ),
    ] {
        assert_eq!(wire(&call), (format!("/v1/me/player{path}"), body));
    }
}
