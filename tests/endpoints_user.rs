//! Every endpoint of the listener and the library: what a write changes, a
//! later read shows.

#![expect(clippy::unwrap_used, reason = "a test may fail in this way")]

mod support;

use cratedigger::{
    oauth::{Scope, ScopeSet},
    ports::Millis,
    route::Route,
    session::SignInRequest,
    spotify::{
        Call, Error, Page, SpotifyUri, Tells, Walk, Window,
        endpoints::{
            LibraryUris, library,
            me::{self, TimeRange},
            playlists, saved,
        },
    },
};
use support::{Decision, Tab, USER, World, names, request};

type List = fn(&World, &Tab) -> Vec<SpotifyUri>;

/// Each kind of thing that can be in a library: the list it is in, and whether
/// what comes anew comes first.
const LISTS: [(&str, List, bool); 7] = [
    (
        "tracks",
        |world, tab| uris(world, tab, saved::tracks, |saved| saved.item.uri),
        true,
    ),
    (
        "albums",
        |world, tab| {
            uris(world, tab, saved::albums, |saved| {
                Some(saved.item.id.into())
            })
        },
        true,
    ),
    (
        "episodes",
        |world, tab| {
            uris(world, tab, saved::episodes, |saved| {
                Some(saved.item.id.into())
            })
        },
        true,
    ),
    (
        "shows",
        |world, tab| uris(world, tab, saved::shows, |saved| Some(saved.item.id.into())),
        true,
    ),
    (
        "audiobooks",
        |world, tab| uris(world, tab, saved::audiobooks, |book| Some(book.id.into())),
        true,
    ),
    (
        "playlists",
        |world, tab| uris(world, tab, playlists::mine, |list| Some(list.id.into())),
        true,
    ),
    ("artists", followed, false),
];

fn uris<T: Tells + Clone + Send + Sync + 'static>(
    world: &World,
    tab: &Tab,
    list: fn(Window) -> Call<Page<T>>,
    uri: fn(T) -> Option<SpotifyUri>,
) -> Vec<SpotifyUri> {
    // As a page is shown it: what was written must not be hidden by what is
    // known from before.
    let page = world.read(tab, list(Window::first()));
    page.items().cloned().filter_map(uri).collect()
}

fn followed(world: &World, tab: &Tab) -> Vec<SpotifyUri> {
    let walk = Walk::through_followed_artists(tab.client.clone());
    let artists = world.run(walk.collect()).unwrap();
    artists.into_iter().map(|artist| artist.id.into()).collect()
}

fn batch(uris: &[SpotifyUri]) -> LibraryUris {
    LibraryUris::try_from(uris.to_vec()).unwrap()
}

#[test]
fn every_endpoint_of_the_listener_answers() {
    let (world, tab) = World::signed_in_for_everything();
    world.move_to_britain();
    world.empty_log();
    let profile = world.get(&tab, me::profile());
    assert_eq!(
        (profile.id.as_str(), profile.display_name.as_deref()),
        ("ada01", Some("Ada"))
    );
    assert!(profile.account_id.is_some() && !profile.images.is_empty());
    let range = TimeRange::LongTerm;
    assert_eq!(
        world
            .get(&tab, me::top_tracks(range, Window::first()))
            .entries
            .len(),
        50
    );
    let part = Window {
        offset: 48,
        size: Some(7),
    };
    assert_eq!(world.get(&tab, me::top_artists(range, part)).offset, 48);
    for (list, read, _) in LISTS {
        let uris = read(&world, &tab);
        assert!(!uris.is_empty(), "{list}");
        assert_eq!(
            *world.read(&tab, library::contains(&batch(&uris[..1]))),
            [true],
            "{list}"
        );
    }
    let uri = &followed(&world, &tab)[..1];
    world.get(&tab, library::save(&batch(uri)));
    world.get(&tab, library::remove(&batch(uri)));
    let mut succeeded = world.succeeded();
    assert!(succeeded.remove("GET /v1/me/playlists"));
    assert_eq!(succeeded, names(USER));
    assert_eq!(world.marks(), [""; 0]);
}

#[test]
fn what_is_removed_is_gone_and_what_is_saved_is_there() {
    let (world, tab) = World::signed_in_for_everything();
    world.move_to_britain();
    for (list, read, newest_first) in LISTS {
        let before = read(&world, &tab);
        let uri = before.last().unwrap();
        let one = batch(std::slice::from_ref(uri));
        for times in 1..=2 {
            // The second time it does no harm.
            world.get(&tab, library::remove(&one));
            assert_eq!(
                *world.read(&tab, library::contains(&one)),
                [false],
                "{list} {times}"
            );
        }
        let without = read(&world, &tab);
        assert!(!without.contains(uri), "{list}");
        // Later, so that it is newer.
        world.pass(Millis::from_secs(2));
        world.get(&tab, library::save(&one));
        world.get(&tab, library::save(&one));
        assert_eq!(*world.read(&tab, library::contains(&one)), [true], "{list}");
        let after = read(&world, &tab);
        let times = after.iter().filter(|one| *one == uri).count();
        assert_eq!(times, 1, "{list}");
        assert!(!newest_first || after.first() == Some(uri), "{list}");
    }
    assert_eq!(world.marks(), [""; 0]);
}

#[test]
fn listeners_can_be_followed_though_they_are_in_no_list() {
    let (world, tab) = World::signed_in_for_everything();
    let user = |id: &str| SpotifyUri::try_from(format!("spotify:user:{id}")).unwrap();
    let users = batch(&[user("bob"), user("cleo")]);
    assert_eq!(*world.read(&tab, library::contains(&users)), [false, false]);
    world.get(&tab, library::save(&batch(&users.uris()[1..])));
    assert_eq!(*world.read(&tab, library::contains(&users)), [false, true]);
    world.get(&tab, library::remove(&users));
    assert_eq!(*world.read(&tab, library::contains(&users)), [false, false]);
    assert_eq!(world.marks(), [""; 0]);
}

#[test]
fn many_of_all_kinds_are_asked_for_in_batches_and_answered_in_order() {
    let (world, tab) = World::signed_in_for_everything();
    let mut all: Vec<SpotifyUri> = Vec::new();
    for (list, read, _) in LISTS {
        if list != "audiobooks" {
            all.extend(read(&world, &tab).into_iter().take(30));
        }
    }
    // Every other one of the tracks goes.
    let gone: Vec<_> = all.iter().take(30).step_by(2).cloned().collect();
    world.get(&tab, library::remove(&batch(&gone)));
    world.empty_log();
    let batches = library::batches(all.clone());
    for asked in &batches {
        let told = world.get(&tab, library::contains(asked));
        let expected: Vec<_> = asked.uris().iter().map(|uri| !gone.contains(uri)).collect();
        assert_eq!(told, expected);
    }
    let sizes: Vec<_> = batches.iter().map(|batch| batch.uris().len()).collect();
    assert!(sizes.iter().all(|size| *size <= 40) && sizes.iter().sum::<usize>() == all.len());
    assert_eq!(world.calls_in_log(), batches.len());
    assert_eq!(world.marks(), [""; 0]);
}

#[test]
fn a_permission_that_is_missing_stops_only_what_needs_it() {
    let granted = [Scope::UserLibraryRead, Scope::UserLibraryModify];
    let (world, tab) = signed_in_with(granted.into_iter().collect(), "ada01");
    let uri = |text: &str| SpotifyUri::try_from(format!("spotify:{text}")).unwrap();
    let track = uris(&world, &tab, saved::tracks, |saved| saved.item.uri).remove(0);
    world.empty_log();
    let id = track.id().to_owned();
    for (one, read, write) in [
        (track, Ok(vec![true]), Ok(())),
        (
            uri(&format!("artist:{id}")),
            Err(Error::ScopesNotGranted(ScopeSet::from_iter([
                Scope::UserFollowRead,
            ]))),
            Err(Error::ScopesNotGranted(ScopeSet::from_iter([
                Scope::UserFollowModify,
            ]))),
        ),
        (
            uri(&format!("playlist:{id}")),
            Err(Error::ScopesNotGranted(ScopeSet::from_iter([
                Scope::PlaylistReadPrivate,
            ]))),
            Err(Error::ScopesNotGranted(ScopeSet::from_iter([
                Scope::PlaylistModifyPublic,
                Scope::PlaylistModifyPrivate,
            ]))),
        ),
    ] {
        let one = batch(&[one]);
        assert_eq!(world.call(&tab, library::contains(&one)), read);
        assert_eq!(world.call(&tab, library::save(&one)), write);
    }
    let followed = world.call(&tab, me::following(None, None)).map(drop);
    assert_eq!(
        followed,
        Err(Error::ScopesNotGranted(ScopeSet::from_iter([
            Scope::UserFollowRead
        ])))
    );
    assert_eq!(world.calls_in_log(), 2, "what is known is not asked");
}

fn signed_in_with(scopes: ScopeSet, account: &'static str) -> (World, Tab) {
    let world = World::new();
    let tab = world.open_tab();
    let request = SignInRequest {
        scopes,
        ..request(Route::Home)
    };
    let url = tab.session.begin(request).unwrap();
    let query = world.visit(url.as_str(), Decision::Agree(account)).unwrap();
    world.finish(&tab, &query).unwrap();
    (world, tab)
}

#[test]
fn followed_artists_go_on_after_the_one_that_was_last() {
    let (world, tab) = World::signed_in_for_everything();
    let first = world.get(&tab, me::following(None, Some(7))).artists;
    let last = first.items().last().unwrap().id.clone();
    assert_eq!(
        (first.entries.len(), first.cursors.after.as_deref()),
        (7, Some(last.as_str()))
    );
    let second = world.get(&tab, me::following(Some(&last), Some(7))).artists;
    let all = followed(&world, &tab);
    let listed = first.items().chain(second.items());
    let listed: Vec<SpotifyUri> = listed.map(|artist| artist.id.clone().into()).collect();
    assert!(listed == all[..14]);
    assert_eq!(first.total, u32::try_from(all.len()).ok());
}

#[test]
fn who_has_hardly_anything_is_shown_that() {
    let (world, tab) = signed_in_with(Scope::ALL.into_iter().collect(), "cleo");
    let profile = world.get(&tab, me::profile());
    assert_eq!((profile.id.as_str(), profile.display_name), ("cleo", None));
    let lengths = LISTS.map(|(_, read, _)| read(&world, &tab).len());
    assert_eq!(lengths, [3, 0, 0, 0, 0, 1, 1]);
}
