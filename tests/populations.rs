//! The three populations of client IDs, with nulls sprinkled and without: what
//! is read of them is the same, and a hole is a hole.

#![expect(clippy::unwrap_used, reason = "a test may fail in this way")]

mod support;

use std::fmt::Debug;

use cratedigger::spotify::{
    AlbumId, ArtistId, AudiobookId, Page, PlaylistId, ShowId, Window,
    endpoints::{
        albums, artists, audiobooks, episodes,
        me::{self, TimeRange},
        player::{self, Played},
        playlist_items, playlists, saved,
        search::{self, Query, SearchKind, SearchKinds, SearchWindow},
        shows, tracks,
    },
    model::Playable,
};
use serde_json::json;
use simulator::Population;
use support::{Tab, World, lists::made};

const POPULATIONS: [Population; 3] = [Population::NewDev, Population::OldDev, Population::Extended];

/// What one call brought: what is in each place, nothing in a hole, and all of
/// it as text.
#[derive(Debug, PartialEq)]
struct Seen {
    what: &'static str,
    ids: Vec<Option<String>>,
    whole: String,
}

/// Things to read that are there for every population.
struct Things {
    artist: ArtistId,
    album: AlbumId,
    show: ShowId,
    book: AudiobookId,
    playlist: PlaylistId,
}

fn list<T: Debug>(what: &'static str, entries: &[Option<T>], id: impl Fn(&T) -> String) -> Seen {
    let ids = entries
        .iter()
        .map(|entry| entry.as_ref().map(&id))
        .collect();
    let whole = format!("{entries:?}");
    Seen { what, ids, whole }
}

fn one<T: Debug>(what: &'static str, thing: T, id: impl Fn(&T) -> String) -> Seen {
    list(what, &[Some(thing)], id)
}

fn playable(item: Option<&Playable>) -> String {
    item.map_or("gone".to_owned(), |item| {
        format!("{:?} {}", item.uri(), item.name())
    })
}

fn things(world: &World, tab: &Tab) -> Things {
    let saved = world.get(tab, saved::albums(Window::first()));
    let album = saved.items().next().unwrap().item.clone();
    let order = json!({"account": "ada01", "name": "Odd", "items": 120, "filling": "everything"});
    world.control(
        "POST /player",
        &json!({"play": format!("spotify:album:{}", album.id.as_str()), "playing": false}),
    );
    Things {
        artist: album.artists[0].id.clone().unwrap(),
        album: album.id,
        show: world
            .get(tab, saved::shows(Window::first()))
            .items()
            .next()
            .unwrap()
            .item
            .id
            .clone(),
        book: world
            .get(tab, saved::audiobooks(Window::first()))
            .items()
            .next()
            .unwrap()
            .id
            .clone(),
        playlist: made(world, &order),
    }
}

/// Reads everything of contract 4 that can be read. What a star stands before
/// may have holes.
fn read_all(world: &World, tab: &Tab, things: &Things) -> Vec<Seen> {
    let first = Window::first();
    let mut seen = of_the_catalogue(world, tab, things);
    seen.extend(of_the_search(world, tab));
    let range = TimeRange::MediumTerm;
    let entries = |page: Page<_>| page.entries;
    let followed = world.get(tab, me::following(None, None)).artists.entries;
    let mine = world.get(tab, playlists::mine(first)).entries;
    let items = world
        .get(
            tab,
            playlist_items::items(&things.playlist, Window::from(50)),
        )
        .entries;
    let playlist = world.get(tab, playlists::playlist(&things.playlist, None));
    let with_it = playlist.items.as_ref().unwrap();
    let state = world.get(tab, player::state()).unwrap();
    let queue = world.get(tab, player::queue());
    let played = world
        .get(tab, player::recently_played(Played::Last, None))
        .entries;
    let devices = world.get(tab, player::devices()).devices;
    let top_artists = world.get(tab, me::top_artists(range, first)).entries;
    seen.extend([
        one("profile", world.get(tab, me::profile()), |user| {
            user.id.as_str().to_owned()
        }),
        list(
            "top tracks",
            &entries(world.get(tab, me::top_tracks(range, first))),
            |track| track.name.clone(),
        ),
        list("top artists", &top_artists, |artist| {
            artist.id.as_str().to_owned()
        }),
        list("followed", &followed, |artist| {
            artist.id.as_str().to_owned()
        }),
        list(
            "saved tracks",
            &world.get(tab, saved::tracks(first)).entries,
            |saved| format!("{:?} {:?}", saved.item.uri, saved.added_at),
        ),
        list(
            "saved albums",
            &world.get(tab, saved::albums(first)).entries,
            |saved| format!("{:?} {}", saved.item.id, saved.item.tracks.entries.len()),
        ),
        list(
            "saved episodes",
            &world.get(tab, saved::episodes(first)).entries,
            |saved| saved.item.id.as_str().to_owned(),
        ),
        list(
            "saved shows",
            &world.get(tab, saved::shows(first)).entries,
            |saved| saved.item.id.as_str().to_owned(),
        ),
        list(
            "saved audiobooks",
            &world.get(tab, saved::audiobooks(first)).entries,
            |book| book.id.as_str().to_owned(),
        ),
        list("*my playlists", &mine, |list| {
            format!("{} {:?}", list.name, list.snapshot_id)
        }),
        list("items", &items, |item| playable(item.item.as_ref())),
        // Older apps are given a hundred at once.
        list("first items", &with_it.entries[..50], |item| {
            playable(item.item.as_ref())
        }),
        one("state", state.item, |item| playable(item.as_ref())),
        list("queue", &[Some(queue.queue)], |queue| {
            queue.len().to_string()
        }),
        list("played", &played, |played| {
            format!("{:?}", played.played_at)
        }),
        one("devices", devices, |devices| devices.len().to_string()),
    ]);
    seen
}

fn of_the_catalogue(world: &World, tab: &Tab, things: &Things) -> Vec<Seen> {
    let first = Window::first();
    let artist = world.get(tab, artists::artist(&things.artist));
    let albums = world
        .get(tab, artists::albums(&things.artist, &[], first))
        .entries;
    let album = world.get(tab, albums::album(&things.album));
    let of_album = world.get(tab, albums::tracks(&things.album, first)).entries;
    let track = of_album
        .iter()
        .flatten()
        .next()
        .unwrap()
        .id
        .clone()
        .unwrap();
    let track = world.get(tab, tracks::track(&track));
    let of_show = world.get(tab, shows::episodes(&things.show, first)).entries;
    let episode = of_show.iter().flatten().next().unwrap().id.clone();
    let episode = world.get(tab, episodes::episode(&episode));
    let show = world.get(tab, shows::show(&things.show)).simplified();
    let chapters = world
        .get(tab, audiobooks::chapters(&things.book, first))
        .entries;
    let chapter = chapters.iter().flatten().next().unwrap().episode.id.clone();
    let chapter = world.get(tab, audiobooks::chapter(&chapter));
    let book = world
        .get(tab, audiobooks::audiobook(&things.book))
        .simplified();
    vec![
        one("artist", artist, |artist| artist.name.clone()),
        list("albums", &albums, |album| album.name.clone()),
        one("album", album, |album| {
            format!("{} {}", album.name, album.tracks.entries.len())
        }),
        list("tracks", &of_album, |track| {
            format!("{} {}", track.name, track.track_number)
        }),
        one("track", track, |track| {
            format!("{} {}", track.name, track.album.name)
        }),
        one("show", show, |show| show.name.clone()),
        list("*episodes", &of_show, |episode| episode.name.clone()),
        one("episode", episode, |episode| episode.name.clone()),
        one("audiobook", book, |book| book.name.clone()),
        list("*chapters", &chapters, |chapter| {
            chapter.episode.name.clone()
        }),
        one("chapter", chapter, |chapter| chapter.episode.name.clone()),
    ]
}

fn of_the_search(world: &World, tab: &Tab) -> Vec<Seen> {
    let kinds = SearchKind::ALL.into_iter();
    let kinds = kinds.fold(SearchKinds::from(SearchKind::Album), SearchKinds::and);
    let query = Query::try_from("the").unwrap();
    let found = world.get(tab, search::search(&query, kinds, SearchWindow::default()));
    vec![
        list("albums found", &found.albums.unwrap().entries, |album| {
            album.name.clone()
        }),
        list("artists found", &found.artists.unwrap().entries, |artist| {
            artist.name.clone()
        }),
        list(
            "*playlists found",
            &found.playlists.unwrap().entries,
            |list| list.name.clone(),
        ),
        list("tracks found", &found.tracks.unwrap().entries, |track| {
            track.name.clone()
        }),
        list("*shows found", &found.shows.unwrap().entries, |show| {
            show.name.clone()
        }),
        list("*episodes found", &found.episodes.unwrap().entries, |one| {
            one.name.clone()
        }),
        list(
            "audiobooks found",
            &found.audiobooks.unwrap().entries,
            |book| book.name.clone(),
        ),
    ]
}

/// The same with every fifth place a hole, from the fourth on.
fn with_holes(seen: &Seen) -> Vec<Option<String>> {
    let punched = |at: usize| seen.what.starts_with('*') && at % 5 == 3;
    let ids = seen.ids.iter().enumerate();
    ids.map(|(at, id)| id.clone().filter(|_| !punched(at)))
        .collect()
}

#[test]
fn every_population_is_served_the_same_and_nulls_leave_holes() {
    let (world, tab) = World::signed_in_for_everything();
    world.move_to_britain();
    let things = things(&world, &tab);
    let mut before: Option<Vec<Seen>> = None;
    for population in POPULATIONS {
        world.has_app_of(population);
        let whole = read_all(&world, &tab, &things);
        world.sprinkle_nulls(true);
        let thinned = read_all(&world, &tab, &things);
        world.sprinkle_nulls(false);
        for (whole, thinned) in whole.iter().zip(&thinned) {
            let what = whole.what;
            assert!(!whole.ids.is_empty(), "{what}");
            assert!(thinned.ids == with_holes(whole), "{population:?}: {what}");
        }
        for (other, this) in before.iter().flatten().zip(&whole) {
            assert!(other == this, "{population:?}: {}", this.what);
        }
        before = Some(whole);
    }
    assert_eq!(world.marks(), [""; 0]);
}
