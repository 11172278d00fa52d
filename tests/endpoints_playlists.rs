//! Every endpoint of playlists: what a write changes, a later read shows.

#![expect(clippy::unwrap_used, reason = "a test may fail in this way")]

mod support;

use cratedigger::{
    oauth::{Scope, ScopeSet},
    ports::Millis,
    spotify::{
        Error, PlaylistId, SnapshotId, Window,
        endpoints::{
            CoverJpeg, LibraryUris, Occurrences, library,
            playlist_items::{self, Move, Target},
            playlists::{self, Details, PlaylistName},
        },
        model::Visibility,
    },
};
use simulator::SwitchChange;
use support::{
    PLAYLISTS, Tab, World,
    lists::{batch, contents, create, some, songs},
    names,
};

#[test]
fn a_playlist_lives_from_its_making_to_its_end() {
    let (world, tab) = World::signed_in_for_everything();
    let songs = songs(&world, &tab, 5);
    world.empty_log();
    let made = create(&world, &tab, Visibility::Private);
    let mine = world.read(&tab, playlists::mine(Window::first()));
    assert_eq!(mine.items().next().unwrap().id, made.id);
    let target = Target {
        id: &made.id,
        visibility: made.visibility(),
    };
    let mut versions: Vec<SnapshotId> = made.snapshot_id.into_iter().collect();
    let swap = Move {
        from: 0,
        count: 2,
        before: 3,
    };
    let first = versions[0].clone();
    let gone = Occurrences::try_from(vec![songs[0].clone()]).unwrap();
    for (call, change) in [
        (
            playlist_items::add(target, &batch(&songs[..3]), None),
            vec![0, 1, 2],
        ),
        (
            playlist_items::add(
                target,
                &batch(&[songs[3].clone(), songs[0].clone()]),
                Some(1),
            ),
            vec![0, 3, 0, 1, 2],
        ),
        (
            playlist_items::reorder(target, swap, Some(&first)),
            vec![0, 0, 3, 1, 2],
        ),
        (playlist_items::remove(target, &gone, None), vec![3, 1, 2]),
        (
            playlist_items::replace(target, &batch(&[songs[4].clone(), songs[4].clone()])),
            vec![4, 4],
        ),
        (playlist_items::clear(target), vec![]),
    ] {
        versions.extend(world.get(&tab, call).snapshot_id);
        let expected: Vec<_> = change
            .into_iter()
            .map(|at: usize| songs[at].clone())
            .collect();
        assert!(contents(&world, &tab, &made.id) == some(&expected));
        let now = world.read(&tab, playlists::snapshot(&made.id, None));
        assert_eq!(now.snapshot_id.as_ref(), versions.last());
    }
    let all = versions.len();
    versions.sort();
    versions.dedup();
    assert_eq!(
        (versions.len(), all),
        (7, 7),
        "each change is another version"
    );
    the_words_and_the_cover_change(&world, &tab, &made.id);
    let uris = LibraryUris::try_from(vec![made.id.clone().into()]).unwrap();
    assert_eq!(world.succeeded(), names(PLAYLISTS));
    world.get(&tab, library::remove(&uris));
    let mine = world.read(&tab, playlists::mine(Window::first()));
    assert!(mine.items().all(|playlist| playlist.id != made.id));
    assert_eq!(world.marks(), [""; 0]);
}

fn the_words_and_the_cover_change(world: &World, tab: &Tab, id: &PlaylistId) {
    let now = Some(Visibility::Private);
    let before = world.read(tab, playlists::playlist(id, None));
    assert_eq!(
        (before.name.as_str(), before.description.as_str()),
        ("Crates <1> & 2", "It's \"new\" & old")
    );
    let details = Details {
        name: PlaylistName::try_from("Other").ok(),
        visibility: Some(Visibility::Public),
        description: None,
    };
    world.get(tab, playlists::change(id, now, &details));
    let after = world.read(tab, playlists::playlist(id, None));
    assert_eq!(
        (after.name.as_str(), after.visibility()),
        ("Other", details.visibility)
    );
    assert_eq!(
        after.description, before.description,
        "what is not said stays"
    );
    assert_ne!(after.snapshot_id, before.snapshot_id);
    assert_eq!(*world.read(tab, playlists::cover(id)), []);
    let jpeg = [&[0xff, 0xd8, 0xff, 0xe0][..], &vec![7; 190_000]].concat();
    let cover = CoverJpeg::try_from(&*jpeg).unwrap();
    world.get(tab, playlists::set_cover(id, after.visibility(), cover));
    let covers = world.read(tab, playlists::cover(id));
    assert_eq!(covers.len(), 1);
    let image = covers[0].as_ref().unwrap();
    assert_eq!((image.width, image.height), (None, None));
}

#[test]
fn a_new_playlist_is_as_it_was_asked_for_unless_spotify_does_otherwise() {
    let (world, tab) = World::signed_in_for_everything();
    for visibility in [
        Visibility::Public,
        Visibility::Private,
        Visibility::Collaborative,
    ] {
        let made = create(&world, &tab, visibility);
        assert_eq!(made.visibility(), Some(visibility));
        let items = made.items.unwrap();
        assert_eq!((items.entries.len(), made.item_total), (0, Some(0)));
    }
    world.switch(SwitchChange {
        public_false_ignored: Some(true),
        ..SwitchChange::default()
    });
    let made = create(&world, &tab, Visibility::Private);
    assert_eq!(
        made.visibility(),
        Some(Visibility::Public),
        "the answer tells"
    );
}

#[test]
fn a_new_playlist_is_not_there_at_once() {
    let (world, tab) = World::signed_in_for_everything();
    world.switch(SwitchChange {
        new_playlist_lag_ms: Some(simulator::Millis(5_000)),
        ..SwitchChange::default()
    });
    let made = create(&world, &tab, Visibility::Public);
    let read = || world.call(&tab, playlist_items::items(&made.id, Window::first()));
    assert_eq!(read().map(drop), Err(Error::NotFound));
    world.pass(Millis::from_secs(5));
    assert_eq!(read().map(|page| page.entries.len()), Ok(0));
}

#[test]
fn a_collaborative_playlist_is_not_changed_with_one_of_two_permissions() {
    let (world, tab) = World::signed_in_for_everything();
    let made = create(&world, &tab, Visibility::Collaborative);
    // This device has one permission alone.
    let both = "playlist-modify-public ";
    tab.store.edit(both, "");
    let tab = world.reload(tab);
    world.empty_log();
    let target = Target {
        id: &made.id,
        visibility: made.visibility(),
    };
    let missing = Err(Error::ScopesNotGranted(ScopeSet::from_iter([
        Scope::PlaylistModifyPublic,
    ])));
    assert_eq!(
        world.call(&tab, playlist_items::clear(target)).map(drop),
        missing
    );
    assert_eq!(world.calls_in_log(), 0);
}
