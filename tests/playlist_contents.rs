//! What is in playlists: odd things, what belongs to others, and ten thousand.

mod support;

use cratedigger::spotify::{
    Error, PlaylistId, Refusal, SpotifyUri, Window,
    endpoints::{
        Occurrences, PlaylistUris,
        playlist_items::{self, Move},
        playlists::{self, Details},
    },
    model::{Playable, PlaylistItem},
};
use serde_json::json;
use support::{
    World,
    lists::{any, batch, contents, made, some, songs},
};

#[test]
fn each_kind_of_place_is_told_from_the_others() {
    let (world, tab) = World::signed_in_for_everything();
    let order = json!({"account": "ada01", "name": "Odd", "items": 60, "filling": "everything"});
    let id = made(&world, &order);
    let playlist = world.get(&tab, playlists::playlist(&id, None));
    let items = world.get(&tab, playlist_items::items(&id, Window::first()));
    assert_eq!(playlist.item_total, Some(60));
    let first = playlist.items.as_ref().unwrap();
    assert!(first.entries == items.entries && first.total == items.total);
    let count = |is: fn(&PlaylistItem) -> bool| items.items().filter(|item| is(item)).count();
    let gone = count(|item| item.item.is_none());
    let local = count(|item| item.is_local);
    let episodes = count(|item| {
        let uri = item.item.as_ref().and_then(Playable::uri);
        matches!(uri, Some(SpotifyUri::Episode(_)))
    });
    assert_eq!(items.entries.len(), 50);
    assert!(
        gone > 0 && local > 0 && episodes > 0,
        "{gone} {local} {episodes}"
    );
    assert!(
        items
            .items()
            .all(|item| item.added_at.is_some() || item.item.is_none())
    );
    // A local file goes by its URI, wherever it occurs.
    let is_local = |item: &&PlaylistItem| item.is_local;
    let file = items
        .items()
        .find(is_local)
        .unwrap()
        .item
        .as_ref()
        .unwrap()
        .uri();
    let file = Occurrences::try_from(vec![file.clone().unwrap()]).unwrap();
    world.get(
        &tab,
        playlist_items::remove(any(&id), &file, playlist.snapshot_id.as_ref()),
    );
    let left = contents(&world, &tab, &id);
    assert!(left.len() < 60 && !left.contains(&file.uris().first().cloned()));
    assert_eq!(world.marks(), [""; 0]);
}

#[test]
fn what_is_somebody_else_s_is_shown_but_not_opened_nor_changed() {
    let (world, tab) = World::signed_in_for_everything();
    let songs = batch(&songs(&world, &tab, 1));
    let order = |collaborative| {
        json!({"account": "ada01", "owner": "bob", "name": "Bob's", "items": 20,
            "collaborative": collaborative, "public": null})
    };
    let not_yours = Err(Error::Forbidden(Refusal::NotYours));
    let followed = made(&world, &order(false));
    let shown = world.get(&tab, playlists::playlist(&followed, None));
    assert_eq!((shown.items, shown.item_total), (None, None));
    assert_eq!(shown.owner.unwrap().id.as_str(), "bob");
    let items = playlist_items::items(&followed, Window::first());
    assert_eq!(world.call(&tab, items).map(drop), not_yours);
    let add = playlist_items::add(any(&followed), &songs, None);
    assert_eq!(world.call(&tab, add).map(drop), not_yours);
    // With others one may change what is in it, but not what it is called.
    let shared = made(&world, &order(true));
    world.get(&tab, playlist_items::add(any(&shared), &songs, Some(0)));
    assert_eq!(contents(&world, &tab, &shared).len(), 21);
    let change = playlists::change(&shared, None, &Details::default());
    assert_eq!(world.call(&tab, change), not_yours);
    let hidden = PlaylistId::try_from("37i9dQZF1DXcBWIGoYBM5M".to_owned()).unwrap();
    let hidden = world.call(&tab, playlists::playlist(&hidden, None));
    assert_eq!(hidden.map(drop), Err(Error::NotFound));
}

/// What stands where after a move, told otherwise than by rotation.
fn moved(list: &[Option<SpotifyUri>], change: Move) -> Vec<Option<SpotifyUri>> {
    let [from, count, before] = [change.from, change.count, change.before].map(|at| at as usize);
    let taken = from..from + count;
    let rest = |range: std::ops::Range<usize>| range.filter(|at| !taken.contains(at));
    let order = rest(0..before)
        .chain(taken.clone())
        .chain(rest(before..list.len()));
    order.map(|at| list[at].clone()).collect()
}

#[test]
fn a_list_of_ten_thousand_is_read_moved_thinned_and_replaced() {
    let (world, tab) = World::signed_in_for_everything();
    let id = made(
        &world,
        &json!({"account": "ada01", "name": "Long", "items": 10_000}),
    );
    let mut expected = contents(&world, &tab, &id);
    assert_eq!(expected.len(), 10_000);
    world.empty_log();
    for (from, count, before) in [
        (0, 1, 10_000),
        (9_990, 10, 0),
        (4_000, 100, 4_250),
        (7, 2, 3),
    ] {
        let change = Move {
            from,
            count,
            before,
        };
        world.get(&tab, playlist_items::reorder(any(&id), change, None));
        let first = expected[from as usize].clone();
        expected = moved(&expected, change);
        assert_eq!(expected[change.lands_at() as usize], first, "{change:?}");
        // The places around it tell whether it went where it should.
        let around = change.lands_at().saturating_sub(20);
        let page = world.get(&tab, playlist_items::items(&id, Window::from(around)));
        let page = page.entries.into_iter().map(|item| item?.item?.uri());
        let here = around as usize..(around as usize + 50).min(10_000);
        assert!(page.eq(expected[here].iter().cloned()), "{change:?}");
    }
    let gone: Vec<_> = expected.iter().step_by(100).flatten().cloned().collect();
    let occurrences = Occurrences::try_from(gone.clone()).unwrap();
    world.get(&tab, playlist_items::remove(any(&id), &occurrences, None));
    expected.retain(|uri| !uri.as_ref().is_some_and(|uri| gone.contains(uri)));
    let playlist = world.get(&tab, playlists::playlist(&id, None));
    assert_eq!(playlist.item_total, u32::try_from(expected.len()).ok());
    let rest: Vec<SpotifyUri> = expected.into_iter().flatten().take(250).collect();
    let mut batches = PlaylistUris::split(&rest).unwrap().into_iter();
    world.get(
        &tab,
        playlist_items::replace(any(&id), &batches.next().unwrap()),
    );
    for batch in batches {
        world.get(&tab, playlist_items::add(any(&id), &batch, None));
    }
    assert!(contents(&world, &tab, &id) == some(&rest));
    assert_eq!(world.calls_in_log(), 4 * 2 + 2 + 3 + 5);
    assert_eq!(world.marks(), [""; 0]);
}
