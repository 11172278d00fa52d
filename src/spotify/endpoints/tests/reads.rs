use super::{ID, id, wire};
use crate::{
    ports::Millis,
    spotify::{
        Window,
        endpoints::{
            albums,
            artists::{self, AlbumGroup},
            audiobooks, episodes,
            me::{self, TimeRange},
            player::{self, Played},
            playlist_items, playlists, saved, shows, tracks,
        },
    },
};

#[test]
fn lookups_are_by_path_and_name_what_they_are_about() {
    let lookups = [
        (albums::album(&id(ID)).plan, "albums", "album"),
        (artists::artist(&id(ID)).plan, "artists", "artist"),
        (tracks::track(&id(ID)).plan, "tracks", "track"),
        (shows::show(&id(ID)).plan, "shows", "show"),
        (episodes::episode(&id(ID)).plan, "episodes", "episode"),
        (
            audiobooks::audiobook(&id(ID)).plan,
            "audiobooks",
            "audiobook",
        ),
        (audiobooks::chapter(&id(ID)).plan, "chapters", "episode"),
    ];
    for (plan, path, kind) in lookups {
        assert_eq!(plan.path(), format!("/v1/{path}/{ID}"));
        let subject = plan.subject.map(|uri| uri.to_string());
        assert_eq!(subject, Some(format!("spotify:{kind}:{ID}")));
    }
    let playlist = playlists::playlist(&id(ID), None);
    assert_eq!(playlist.plan.subject, None, "its contents change");
    assert_eq!(
        wire(&playlist).0,
        "/v1/playlists/x?additional_types=track,episode"
    );
}

#[test]
fn lists_are_asked_for_in_whole_pages() {
    let groups = [AlbumGroup::AppearsOn, AlbumGroup::Single];
    let window = Window {
        offset: 20,
        size: Some(999),
    };
    let first = Window::first();
    for (path, expected) in [
        (
            wire(&albums::tracks(&id(ID), window)).0,
            "albums/x/tracks?limit=50&offset=20",
        ),
        (
            wire(&artists::albums(&id(ID), &groups, window)).0,
            "artists/x/albums?include_groups=appears_on,single&limit=10&offset=20",
        ),
        (
            wire(&artists::albums(&id(ID), &[], first)).0,
            "artists/x/albums?limit=10&offset=0",
        ),
        (
            wire(&me::top_tracks(TimeRange::LongTerm, first)).0,
            "me/top/tracks?time_range=long_term&limit=50&offset=0",
        ),
        (
            wire(&me::following(None, Some(0))).0,
            "me/following?type=artist&limit=1",
        ),
        (
            wire(&me::following(Some(&id(ID)), None)).0,
            "me/following?type=artist&after=x&limit=50",
        ),
        (
            wire(&saved::audiobooks(first)).0,
            "me/audiobooks?limit=50&offset=0",
        ),
        (
            wire(&playlist_items::items(&id(ID), window)).0,
            "playlists/x/items?additional_types=track,episode&limit=50&offset=20",
        ),
        (
            wire(&playlists::snapshot(&id(ID), None)).0,
            "playlists/x?fields=snapshot_id",
        ),
        (
            wire(&player::state()).0,
            "me/player?additional_types=track,episode",
        ),
        (
            wire(&player::recently_played(Played::Before(Millis(7)), Some(3))).0,
            "me/player/recently-played?limit=3&before=7",
        ),
    ] {
        assert_eq!(path, format!("/v1/{expected}"));
    }
}
