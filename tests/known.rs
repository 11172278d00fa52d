//! What is known need not be asked.

mod support;

use cratedigger::spotify::{
    Bucket, SpotifyUri, Window,
    endpoints::{
        LibraryUris, albums, library,
        me::{self, TimeRange},
        saved, tracks,
    },
    model::{SimplifiedAlbum, Track},
};
use support::World;

#[test]
fn a_page_seen_before_costs_no_call() {
    let (world, tab) = World::signed_in_for_everything();
    let first = world
        .run(tab.client.read(saved::tracks(Window::first())))
        .unwrap();
    let again = world
        .run(tab.client.read(saved::tracks(Window::first())))
        .unwrap();
    assert_eq!(first, again);
    assert_eq!(world.wire.calls().len(), 1);
    assert_eq!(tab.client.meter().tally(Bucket::Library).saved, 1);
    // A page that was not seen does.
    world
        .run(tab.client.read(saved::tracks(Window::from(50))))
        .unwrap();
    assert_eq!(world.wire.calls().len(), 2);
}

#[test]
fn a_track_seen_in_a_list_opens_without_a_call() {
    let (world, tab) = World::signed_in_for_everything();
    let top = world.run(
        tab.client
            .read(me::top_tracks(TimeRange::ShortTerm, Window::first())),
    );
    let top = top.unwrap();
    let seen = top.items().next().unwrap();
    let track = world
        .run(tab.client.read(tracks::track(&seen.id.clone().unwrap())))
        .unwrap();
    assert_eq!(*track, *seen);
    assert_eq!(world.wire.calls().len(), 1);
    // The list named the album, but did not have all of it.
    let album_id = seen.album.id.clone().unwrap();
    let head = tab
        .client
        .known::<SimplifiedAlbum>(&album_id.clone().into())
        .unwrap();
    assert_eq!(*head, seen.album);
    let album = world
        .run(tab.client.read(albums::album(&album_id)))
        .unwrap();
    assert_eq!(
        (album.name.as_str(), world.wire.calls().len()),
        (head.name.as_str(), 2)
    );
    // And each of its tracks is known whole by now.
    let second = album.tracks.items().nth(1).unwrap().id.clone().unwrap();
    let track: std::sync::Arc<Track> = world.run(tab.client.read(tracks::track(&second))).unwrap();
    assert_eq!(
        (track.album.id.as_ref(), world.wire.calls().len()),
        (Some(&album_id), 2)
    );
}

#[test]
fn what_was_changed_is_asked_anew() {
    let (world, tab) = World::signed_in_for_everything();
    let first = |world: &World| {
        let page = world
            .run(tab.client.read(saved::tracks(Window::first())))
            .unwrap();
        page.items().next().unwrap().item.clone()
    };
    let newest = first(&world);
    let top = me::top_tracks(TimeRange::ShortTerm, Window::first());
    world.run(tab.client.read(top)).unwrap();
    let uri: SpotifyUri = newest.id.clone().unwrap().into();
    let uris = LibraryUris::try_from(vec![uri]).unwrap();
    world.run(tab.client.call(library::remove(&uris))).unwrap();
    world.wire.forget();
    assert_ne!(first(&world).id, newest.id);
    assert_eq!(world.wire.calls().len(), 1);
    // What has nothing to do with it is still known.
    let top = me::top_tracks(TimeRange::ShortTerm, Window::first());
    world.run(tab.client.read(top)).unwrap();
    assert_eq!(world.wire.calls().len(), 1);
}

#[test]
fn an_answer_overtaken_by_a_change_is_not_kept() {
    let (world, tab) = World::signed_in_for_everything();
    world.wire.hold("/v1/me/tracks");
    let reading = world.start(tab.client.read(saved::tracks(Window::first())));
    let uri = SpotifyUri::try_from("spotify:track:4iV5W9uYEdYUVa79Axb7Rh".to_owned()).unwrap();
    let uris = LibraryUris::try_from(vec![uri]).unwrap();
    // Whatever came of it, it may have changed something.
    drop(world.run(tab.client.call(library::save(&uris))));
    world.wire.release();
    assert!(world.run(reading).is_ok());
    assert!(tab.client.peek(&saved::tracks(Window::first())).is_none());
}
