//! What differs between the populations of client IDs, and what must not.

mod support;

use cratedigger::{
    route::Route,
    session::SignInFailure,
    spotify::{
        Error, Refusal, Window,
        endpoints::{
            playlist_items,
            playlists::{self, PlaylistName},
        },
        model::Visibility,
    },
};
use serde_json::json;
use simulator::Population;
use support::{Decision, World, lists::made, request};

const POPULATIONS: [Population; 3] = [Population::NewDev, Population::OldDev, Population::Extended];

#[test]
fn what_is_made_is_the_same_for_all_and_for_all_with_nulls() {
    let (world, tab) = World::signed_in_for_everything();
    for population in POPULATIONS {
        world.has_app_of(population);
        for has_nulls in [false, true] {
            world.sprinkle_nulls(has_nulls);
            let name = PlaylistName::try_from("New").unwrap();
            let made = world.get(&tab, playlists::create(name, Visibility::Private, None));
            assert!(made.snapshot_id.is_some() && made.name == "New");
            let items = made.items.unwrap();
            assert_eq!((items.entries.len(), made.item_total.is_some()), (0, true));
        }
    }
}

#[test]
fn only_older_apps_are_shown_what_is_in_the_playlists_of_others() {
    let (world, tab) = World::signed_in_for_everything();
    let order = json!({"account": "ada01", "owner": "bob", "name": "Bob's", "items": 20});
    let id = made(&world, &order);
    for (population, length) in POPULATIONS.into_iter().zip([None, Some(20), Some(20)]) {
        world.has_app_of(population);
        let items = world.call(&tab, playlist_items::items(&id, Window::first()));
        let expected = length.ok_or(Error::Forbidden(Refusal::NotYours));
        assert_eq!(
            items.map(|page| page.entries.len()),
            expected,
            "{population:?}"
        );
        let playlist = world.get(&tab, playlists::playlist(&id, None));
        assert_eq!(
            playlist.items.map(|page| page.entries.len()),
            length,
            "{population:?}"
        );
        assert_eq!(playlist.item_total.is_some(), length.is_some());
    }
}

#[test]
fn only_apps_in_development_have_a_list_of_listeners() {
    for (population, is_admitted) in POPULATIONS.into_iter().zip([false, false, true]) {
        let world = World::new();
        world.has_app_of(population);
        let tab = world.open_tab();
        let url = tab.session.begin(request(Route::Home)).unwrap();
        let query = world.visit(url.as_str(), Decision::Agree("bob")).unwrap();
        let outcome = world.finish(&tab, &query).map(drop);
        assert_eq!(outcome.is_ok(), is_admitted, "{population:?}: {outcome:?}");
        if let Err(failure) = outcome {
            let not_registered = Error::Forbidden(Refusal::NotRegistered);
            assert_eq!(failure, SignInFailure::NotProven(not_registered));
        }
    }
}
