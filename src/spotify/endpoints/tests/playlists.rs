use serde_json::json;

use super::{ID, id, track, wire};
use crate::spotify::{
    PlaylistId, SnapshotId, SpotifyUri,
    endpoints::{
        Occurrences, PlaylistUris,
        playlist_items::{self, Move, Target},
        playlists::{self, Details, PlaylistName},
    },
    model::Visibility,
};

const BOTH: &str = "playlist-modify-public playlist-modify-private";

#[test]
fn playlists_are_changed_as_their_visibility_permits() {
    let playlist: PlaylistId = id(ID);
    let version: SnapshotId = id("AAA=");
    let target = |visibility| Target {
        id: &playlist,
        visibility,
    };
    let private = target(Some(Visibility::Private));
    let uris = PlaylistUris::try_from(vec![track()]).expect("a batch");
    let gone: SpotifyUri = id("spotify:local:Band:Tape:Demo:180");
    let gone = Occurrences::try_from(vec![gone]).expect("a batch");
    let change = Move {
        from: 5,
        count: 2,
        before: 0,
    };
    for (call, body, scopes) in [
        (
            playlist_items::add(target(None), &uris, Some(0)),
            json!({"uris": ["spotify:track:x"], "position": 0}),
            BOTH,
        ),
        (
            playlist_items::add(target(Some(Visibility::Public)), &uris, None),
            json!({"uris": ["spotify:track:x"]}),
            "playlist-modify-public",
        ),
        (
            playlist_items::replace(private, &uris),
            json!({"uris": ["spotify:track:x"]}),
            "playlist-modify-private",
        ),
        (
            playlist_items::clear(target(Some(Visibility::Collaborative))),
            json!({"uris": []}),
            BOTH,
        ),
        (
            playlist_items::reorder(private, change, Some(&version)),
            json!({
                "range_start": 5, "range_length": 2, "insert_before": 0, "snapshot_id": "AAA=",
            }),
            "playlist-modify-private",
        ),
        (
            playlist_items::remove(private, &gone, None),
            json!({"items": [{"uri": "spotify:local:Band:Tape:Demo:180"}]}),
            "playlist-modify-private",
        ),
    ] {
        assert_eq!(call.scopes().to_list(), scopes);
        assert_eq!(
            wire(&call),
            ("/v1/playlists/x/items".to_owned(), Some(body))
        );
    }
}

#[test]
fn a_collaborative_playlist_is_never_a_public_one() {
    let name = || PlaylistName::try_from(" Mix ").expect("a name");
    let create = |visibility| playlists::create(name(), visibility, Some("a\nb".to_owned()));
    for (visibility, public, collaborative) in [
        (Visibility::Public, true, false),
        (Visibility::Private, false, false),
        (Visibility::Collaborative, false, true),
    ] {
        let body = json!({
            "name": "Mix", "public": public, "collaborative": collaborative,
            "description": "a b",
        });
        assert_eq!(
            wire(&create(visibility)),
            ("/v1/me/playlists".to_owned(), Some(body))
        );
    }
    let shown = Details {
        visibility: Some(Visibility::Public),
        ..Details::default()
    };
    let change = playlists::change(&id(ID), Some(Visibility::Private), &shown);
    assert_eq!(change.scopes().to_list(), BOTH);
    let body = json!({"public": true, "collaborative": false});
    assert_eq!(wire(&change), ("/v1/playlists/x".to_owned(), Some(body)));
}

#[test]
fn a_move_lands_where_contract_4_4_says() {
    for (from, count, before, lands_at) in [
        (5, 2, 0, 0),
        (0, 2, 10, 8),
        (3, 1, 3, 3),
        (3, 2, 4, 3),
        (3, 2, 5, 3),
    ] {
        let change = Move {
            from,
            count,
            before,
        };
        assert_eq!(change.lands_at(), lands_at, "{change:?}");
    }
}
