//! A list that becomes a playlist: never twice, whatever goes wrong.

#![expect(clippy::unwrap_used, reason = "a test may fail in this way")]

mod support;

use std::rc::Rc;

use cratedigger::{
    library::NewPlaylist,
    ports::Clock,
    spotify::{
        Error, SpotifyUri, Window,
        endpoints::{
            PlaylistUris,
            playlists::{self, PlaylistName},
        },
    },
};
use serde_json::json;
use simulator::{Fault, FaultKind, SwitchChange};
use support::{
    Tab, World,
    lists::{A_MOMENT, contents, some, songs},
};

fn begin(world: &World, tab: &Tab, uris: &[SpotifyUri]) -> NewPlaylist {
    let clock: Rc<dyn Clock> = Rc::clone(&world.clock) as _;
    NewPlaylist::new(
        tab.client.clone(),
        clock,
        PlaylistName::try_from("Queue of today").unwrap(),
        PlaylistUris::split(uris).unwrap(),
    )
}

#[test]
fn it_holds_what_was_listed_in_that_order() {
    let (world, tab) = World::signed_in_for_everything();
    let some_songs = songs(&world, &tab, 40);
    let songs: Vec<_> = some_songs.iter().cycle().take(120).cloned().collect();
    world.empty_log();
    let mut new = begin(&world, &tab, &songs);
    assert_eq!(new.calls_left(), 4);
    let kept = world.run(new.keep()).unwrap();
    assert!(kept.is_private);
    assert_eq!(world.wire.api_calls("/v1/me/playlists"), 1);
    world.pass(A_MOMENT);
    assert_eq!(contents(&world, &tab, &kept.id), some(&songs));
}

#[test]
fn what_was_done_but_not_heard_of_is_not_done_again() {
    for path in ["/v1/me/playlists", "/v1/playlists/"] {
        let (world, tab) = World::signed_in_for_everything();
        let songs = songs(&world, &tab, 3);
        world.control(
            "POST /faults",
            &json!({"fault": "lose_answer", "method": "POST", "path": path, "times": 1}),
        );
        let mut new = begin(&world, &tab, &songs);
        assert!(world.run(new.keep()).is_err(), "{path}");
        let kept = world.run(new.keep()).unwrap();
        world.pass(A_MOMENT);
        assert_eq!(contents(&world, &tab, &kept.id), some(&songs), "{path}");
        let mine = world.get(&tab, playlists::mine(Window::first()));
        let same = mine.items().filter(|one| one.name == "Queue of today");
        assert_eq!(same.count(), 1, "{path}");
    }
}

#[test]
fn what_was_refused_goes_on_where_it_left_off() {
    let (world, tab) = World::signed_in_for_everything();
    let songs = songs(&world, &tab, 3);
    let mut fault = Fault::new(FaultKind::BadGateway);
    fault.path = Some("/v1/playlists/".to_owned());
    fault.times = Some(1);
    world.order(fault);
    let mut new = begin(&world, &tab, &songs);
    assert_eq!(world.run(new.keep()), Err(Error::ServerTrouble(502)));
    let made = new.made().cloned().unwrap();
    let kept = world.run(new.keep()).unwrap();
    assert_eq!(kept, made);
    world.pass(A_MOMENT);
    assert_eq!(contents(&world, &tab, &kept.id), some(&songs));
}

#[test]
fn one_that_spotify_made_public_says_so() {
    let (world, tab) = World::signed_in_for_everything();
    world.switch(SwitchChange {
        public_false_ignored: Some(true),
        ..SwitchChange::default()
    });
    let songs = songs(&world, &tab, 1);
    let kept = world.run(begin(&world, &tab, &songs).keep()).unwrap();
    assert!(!kept.is_private);
}
