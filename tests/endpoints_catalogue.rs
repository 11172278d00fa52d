//! Every endpoint of the catalogue, and that no endpoint of all is left
//! without a test.

#![expect(clippy::unwrap_used, reason = "a test may fail in this way")]

mod support;

use cratedigger::spotify::{
    Endpoint, Error, Page, Window,
    endpoints::{
        self, albums,
        artists::{self, AlbumGroup},
        audiobooks, episodes,
        search::{self, Query, SearchKind, SearchKinds, SearchWindow, TooDeep},
        shows, tracks,
    },
    model::{AlbumType, SearchResults, SimplifiedAlbum, SimplifiedTrack},
};
use support::{CATALOGUE, PLAYER, PLAYLISTS, Tab, USER, World, name, names};

fn everything() -> SearchKinds {
    let one_more = |kinds: SearchKinds, kind| kinds.and(kind);
    SearchKind::ALL
        .into_iter()
        .fold(SearchKind::Track.into(), one_more)
}

fn find(world: &World, tab: &Tab, text: &str, at: u32) -> SearchResults {
    let query = Query::try_from(text).unwrap();
    let window = SearchWindow::try_from(Window::from(at)).unwrap();
    world.get(tab, search::search(&query, everything(), window))
}

fn lengths(found: &SearchResults) -> [Option<usize>; 7] {
    fn length<T>(page: Option<&Page<T>>) -> Option<usize> {
        page.map(|page| page.entries.len())
    }
    [
        length(found.albums.as_ref()),
        length(found.artists.as_ref()),
        length(found.playlists.as_ref()),
        length(found.tracks.as_ref()),
        length(found.shows.as_ref()),
        length(found.episodes.as_ref()),
        length(found.audiobooks.as_ref()),
    ]
}

#[test]
fn every_endpoint_is_tested_in_one_of_these_files() {
    let tested = [CATALOGUE, USER, PLAYLISTS, PLAYER].concat();
    assert_eq!(names(&tested), names(endpoints::ALL));
    let is_tested = |known: &&&Endpoint| tested.iter().any(|one| *one == **known);
    let missing = endpoints::ALL.iter().filter(|known| !is_tested(known));
    assert_eq!(missing.map(|one| name(one)).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn the_catalogue_can_be_walked_from_a_search_to_every_kind_of_thing() {
    let (world, tab) = World::signed_in_for_everything();
    world.move_to_britain();
    world.empty_log();
    let found = find(&world, &tab, "the", 0);
    an_artist_and_an_album_agree(&world, &tab, &found);
    a_show_and_its_episodes_agree(&world, &tab, &found);
    an_audiobook_and_its_chapters_agree(&world, &tab, &found);
    assert_eq!(world.succeeded(), names(CATALOGUE));
    assert_eq!(world.marks(), [""; 0]);
}

fn an_artist_and_an_album_agree(world: &World, tab: &Tab, found: &SearchResults) {
    let track = found.tracks.as_ref().unwrap().items().next().unwrap();
    assert_eq!(
        world.get(tab, tracks::track(track.id.as_ref().unwrap())),
        *track
    );
    let id = track.artists[0].id.clone().unwrap();
    let artist = world.get(tab, artists::artist(&id));
    assert_eq!(artist.simplified(), track.artists[0]);
    let albums = world.get(tab, artists::albums(&id, &[], Window::first()));
    assert!((1..=10).contains(&albums.entries.len()));
    let id = track.album.id.clone().unwrap();
    let album = world.get(tab, albums::album(&id));
    assert_eq!(album.simplified(), track.album);
    assert_eq!(album.tracks.total, album.total_tracks);
    let of_album = |one: &SimplifiedTrack| one.id == track.id;
    let here = album.tracks.items().find(|one| of_album(one)).unwrap();
    assert_eq!(here.on(&album.simplified()).name, track.name);
    // A part of the list is a part of the album.
    let part = Window {
        offset: 1,
        size: Some(2),
    };
    let tracks = world.get(tab, albums::tracks(&id, part));
    let rest = album.tracks.entries.iter().skip(1).take(2);
    assert!(tracks.entries.iter().eq(rest) && tracks.offset == 1);
}

fn a_show_and_its_episodes_agree(world: &World, tab: &Tab, found: &SearchResults) {
    let seen = found.shows.as_ref().unwrap().items().next().unwrap();
    let show = world.get(tab, shows::show(&seen.id));
    assert_eq!(show.simplified(), *seen);
    let listed = world.get(tab, shows::episodes(&seen.id, Window::first()));
    assert_eq!(listed.total, seen.total_episodes);
    let first = listed.items().next().unwrap();
    let episode = world.get(tab, episodes::episode(&first.id));
    assert_eq!(episode, first.of(seen));
    assert!(episode.resume_point.is_some(), "it was granted to be told");
}

fn an_audiobook_and_its_chapters_agree(world: &World, tab: &Tab, found: &SearchResults) {
    let seen = found.audiobooks.as_ref().unwrap().items().next().unwrap();
    let book = world.get(tab, audiobooks::audiobook(&seen.id));
    assert_eq!(book.simplified(), *seen);
    assert!(!book.authors.is_empty() && !book.narrators.is_empty());
    let listed = world.get(tab, audiobooks::chapters(&seen.id, Window::first()));
    assert_eq!(listed.total, seen.total_chapters);
    let first = listed.items().next().unwrap();
    let chapter = world.get(tab, audiobooks::chapter(&first.episode.id));
    assert_eq!(chapter, first.of(seen));
}

#[test]
fn audiobooks_are_found_only_where_they_are_sold() {
    let (world, tab) = World::signed_in_for_everything();
    world.move_to_britain();
    let books = find(&world, &tab, "the", 0).audiobooks.unwrap();
    let id = books.items().next().unwrap().id.clone();
    // Spotify asks by the country of the account: Denmark has none.
    world.control(
        "PATCH /accounts/ada01",
        &serde_json::json!({"country": "DK"}),
    );
    assert_eq!(lengths(&find(&world, &tab, "the", 0))[6], Some(0));
    let missing = Err(Error::NotFound);
    let book = world.call(&tab, audiobooks::audiobook(&id)).map(drop);
    let chapters = audiobooks::chapters(&id, Window::first());
    assert_eq!(
        (book, world.call(&tab, chapters).map(drop)),
        (missing.clone(), missing)
    );
}

#[test]
fn each_group_of_an_artist_s_albums_is_asked_for_by_itself() {
    let (world, tab) = World::signed_in_for_everything();
    let found = find(&world, &tab, "the", 0);
    let artists: Vec<_> = found.artists.unwrap().items().cloned().collect();
    let mut kinds = [0; 4];
    for artist in &artists {
        let page = |groups: &[AlbumGroup]| {
            world.get(&tab, artists::albums(&artist.id, groups, Window::first()))
        };
        let groups = [
            AlbumGroup::Album,
            AlbumGroup::Single,
            AlbumGroup::Compilation,
            AlbumGroup::AppearsOn,
        ]
        .map(|group| page(&[group]));
        let is_theirs = |album: &SimplifiedAlbum| {
            let mut artists = album.artists.iter();
            artists.any(|one| one.id.as_ref() == Some(&artist.id))
        };
        let types = [AlbumType::Album, AlbumType::Single, AlbumType::Compilation];
        for (group, kind) in groups.iter().zip(types) {
            assert!(
                group
                    .items()
                    .all(|album| album.album_type == kind && is_theirs(album))
            );
        }
        assert!(groups[3].items().all(|album| !is_theirs(album)));
        let totals = groups.iter().map(|group| group.total.unwrap());
        assert_eq!(page(&[]).total, Some(totals.clone().sum()));
        for (sum, total) in kinds.iter_mut().zip(totals) {
            *sum += total;
        }
    }
    assert!(kinds.iter().all(|sum| *sum > 0), "{kinds:?}");
}

#[test]
fn a_search_brings_ten_of_each_kind_that_is_asked_for_and_holes_where_they_are() {
    let (world, tab) = World::signed_in_for_everything();
    world.empty_log();
    let found = find(&world, &tab, "a", 0);
    assert_eq!(lengths(&found)[..4], [Some(10); 4]);
    let playlists = found.playlists.unwrap();
    assert_eq!(playlists.entries.iter().position(Option::is_none), Some(1));
    let of_tracks = |at| {
        let query = Query::try_from("a").unwrap();
        let window = SearchWindow::try_from(Window::from(at)).unwrap();
        world.get(
            &tab,
            search::search(&query, SearchKind::Track.into(), window),
        )
    };
    let second = of_tracks(10);
    assert_eq!(
        lengths(&second),
        [None, None, None, Some(10), None, None, None]
    );
    assert_ne!(second.tracks, found.tracks);
    // The deepest part there is can be asked for, and no deeper.
    let deepest = of_tracks(1000).tracks.unwrap();
    assert_eq!((deepest.entries.len(), deepest.next), (0, None));
    assert_eq!(SearchWindow::try_from(Window::from(1001)), Err(TooDeep));
    assert_eq!(lengths(&find(&world, &tab, "qqqqqqqqq", 0)), [Some(0); 7]);
    assert_eq!(world.calls_in_log(), 4);
    assert_eq!(world.marks(), [""; 0]);
}

#[test]
fn words_with_every_kind_of_letter_are_sent_as_they_are() {
    let (world, tab) = World::signed_in_for_everything();
    let found = find(&world, &tab, "year:1990-2020 tag:hipster", 0);
    assert!(lengths(&found)[0].is_some());
    for text in ["Å & b", "静かな夜", "100% \"+1\" #x?y=z", "موسيقى"] {
        world.empty_log();
        find(&world, &tab, text, 0);
        let spotify = world.spotify.borrow();
        let entry = spotify.log().last().unwrap();
        let heard = form_urlencoded::parse(entry.query.as_bytes());
        let heard = heard.into_owned().find(|(name, _)| name == "q");
        assert_eq!(heard.map(|(_, value)| value).as_deref(), Some(text));
    }
}
