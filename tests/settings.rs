//! What is kept on this device: looked at, deleted, taken along.

#![expect(clippy::unwrap_used, reason = "a test may fail in this way")]

mod support;

use std::rc::Rc;

use cratedigger::{
    ports::Store,
    route::Search,
    session::{Density, Device, Kept, Meant, Settings, SettingsError, Theme},
    spotify::{PlaylistId, SpotifyUri},
};
use support::{MemoryStore, Tab, World, client_id, key};

fn device() -> (Rc<MemoryStore>, Device) {
    let store: Rc<MemoryStore> = Rc::default();
    let device = Device::new(Rc::clone(&store) as Rc<dyn Store>);
    (store, device)
}

fn playlist() -> PlaylistId {
    "37i9dQZF1DX0XUsuxWHRQd".to_owned().try_into().unwrap()
}

/// A device with everything on it that is not usual.
fn furnished() -> (Rc<MemoryStore>, Device) {
    let (store, device) = device();
    device.remember_client_id(&client_id());
    device.choose_theme(Theme::Dark);
    device.choose_density(Density::Compact);
    device.remember_pinned(&[playlist()]);
    for text in ["å \"b\"", "newest"] {
        device.remember_search(&Search::for_text(text, None));
    }
    (store, device)
}

#[test]
fn what_is_usual_is_not_kept() {
    let (store, device) = device();
    assert_eq!((device.theme(), device.density()), Default::default());
    device.choose_theme(Theme::Light);
    device.choose_density(Density::Compact);
    assert_eq!(
        (device.theme(), device.density()),
        (Theme::Light, Density::Compact)
    );
    assert_eq!(store.present(), ["density", "theme"].map(key));
    device.choose_theme(Theme::System);
    device.choose_density(Density::Comfortable);
    assert_eq!(store.present(), [""; 0]);
    store.set(&key("theme"), "pink").unwrap();
    assert_eq!(device.theme(), Theme::System);
}

#[test]
fn settings_are_the_same_on_the_device_they_are_taken_to() {
    let (there, device) = furnished();
    let file = Settings::of(&device).write();
    let settings = Settings::read(&file).unwrap();
    assert_eq!(settings, Settings::of(&device));
    let (here, other) = self::device();
    other.choose_theme(Theme::Light);
    other.remember_search(&Search::for_text("of this device", None));
    settings.apply(&other);
    assert_eq!(here.dump(), there.dump());
}

#[test]
fn a_file_names_what_it_is_and_no_more_than_it_says() {
    let (_, device) = furnished();
    let file = Settings::of(&device).write();
    let tree: serde_json::Value = serde_json::from_str(&file).unwrap();
    let names: Vec<_> = tree.as_object().unwrap().keys().collect();
    assert_eq!(
        names,
        [
            "client_id",
            "cratedigger_settings",
            "density",
            "pinned_playlists",
            "recent_searches",
            "theme"
        ]
    );
    assert_eq!(file.lines().count(), 8, "a line for each: {file}");
}

#[test]
fn what_a_file_does_not_name_stays_as_it_is() {
    let (_, device) = furnished();
    let before = Settings::of(&device);
    Settings::read(r#"{"cratedigger_settings": 1, "unknown": [1]}"#)
        .unwrap()
        .apply(&device);
    assert_eq!(Settings::of(&device), before);
}

#[test]
fn a_file_that_cannot_be_used_says_why() {
    use SettingsError::{Entry, NotJson, NotOurs, TooLong, TooNew};
    let with = |entry: &str| format!(r#"{{"cratedigger_settings": 1, {entry}}}"#);
    for (text, expected) in [
        (String::new(), NotJson),
        ("{\"cratedigger_settings\": 1".to_owned(), NotJson),
        ("[]".to_owned(), NotOurs),
        ("{}".to_owned(), NotOurs),
        (r#"{"cratedigger_settings": 0}"#.to_owned(), NotOurs),
        (r#"{"cratedigger_settings": "1"}"#.to_owned(), NotOurs),
        (r#"{"cratedigger_settings": 2}"#.to_owned(), TooNew(2)),
        (with(r#""client_id": "short""#), Entry("client_id")),
        (with(r#""client_id": null"#), Entry("client_id")),
        (with(r#""theme": "pink""#), Entry("theme")),
        (with(r#""density": 7"#), Entry("density")),
        (
            with(r#""pinned_playlists": "x""#),
            Entry("pinned_playlists"),
        ),
        (
            with(r#""pinned_playlists": ["/../x"]"#),
            Entry("pinned_playlists"),
        ),
        (with(r#""recent_searches": [""]"#), Entry("recent_searches")),
        (" ".repeat(100_001), TooLong),
    ] {
        let shown: String = text.chars().take(80).collect();
        assert_eq!(Settings::read(&text), Err(expected), "{shown}");
    }
}

/// A tab that has something of every kind.
fn with_everything() -> (World, Tab) {
    let (world, tab) = World::signed_in();
    world.run(tab.ask()).unwrap();
    let device = tab.session.device();
    device.choose_theme(Theme::Dark);
    device.remember_pinned(&[playlist()]);
    device.remember_search(&Search::for_text("a", None));
    world.device.set(&key("player-device"), "{}").unwrap();
    world.device.set(&key("older"), "x").unwrap();
    world.device.set("somebody-else's", "x").unwrap();
    tab.store.set(&key("player-window"), "x").unwrap();
    (world, tab)
}

#[test]
fn everything_of_ours_is_listed_with_its_size() {
    let (world, tab) = with_everything();
    let kept = tab.session.kept();
    let kinds: Vec<_> = kept.iter().map(|(kept, _)| *kept).collect();
    assert_eq!(kinds, Kept::ALL);
    let of_ours = |store: &MemoryStore| -> usize {
        let keys = store.present();
        let own = keys.iter().filter(|own| own.starts_with(&key("")));
        own.map(|own| own.len() + store.get(own).unwrap().unwrap().len())
            .sum()
    };
    let sizes: usize = kept.iter().map(|(_, size)| size).sum();
    assert_eq!(sizes, of_ours(&tab.store) + of_ours(&world.device));
}

#[test]
fn each_is_deleted_by_itself() {
    for what in Kept::ALL {
        let (world, tab) = with_everything();
        tab.session.delete(what);
        let left: Vec<_> = tab.session.kept().iter().map(|(kept, _)| *kept).collect();
        let expected: Vec<_> = Kept::ALL.into_iter().filter(|kept| *kept != what).collect();
        assert_eq!(left, expected);
        assert!(
            world
                .device
                .present()
                .contains(&"somebody-else's".to_owned())
        );
    }
}

#[test]
fn counts_can_be_forgotten_but_not_what_rests() {
    let (world, tab) = World::signed_in();
    world.run(tab.ask()).unwrap();
    let meter = tab.client.meter();
    assert!(meter.by_minute().iter().sum::<u32>() > 0);
    meter.forget();
    assert_eq!(meter.by_minute().iter().sum::<u32>(), 0);
    assert!(!tab.store.present().contains(&key("quota")));
    world.run(tab.ask()).unwrap();
    assert!(tab.store.present().contains(&key("quota")));
}

#[test]
fn what_spotify_answered_can_be_forgotten() {
    use cratedigger::spotify::{Window, endpoints::me};
    let (world, tab) = World::signed_in();
    let tops = || me::top_tracks(me::TimeRange::ShortTerm, Window::first());
    world.run(tab.client.read(tops())).unwrap();
    assert!(tab.client.remembered_bytes() > 1000);
    assert!(tab.client.peek(&tops()).is_some());
    tab.client.forget_everything();
    assert_eq!(tab.client.remembered_bytes(), 0);
    assert!(tab.client.peek(&tops()).is_none());
}

#[test]
fn what_was_meant_is_there_once_after_the_way_to_spotify() {
    let uri = SpotifyUri::try_from("spotify:track:4iV5W9uYEdYUVa79Axb7Rh".to_owned()).unwrap();
    for meant in [
        Meant::Save(uri.clone()),
        Meant::Add(uri, "A song".to_owned()),
        Meant::Keep("Queue of 3 May".to_owned()),
        Meant::ChooseDevice,
    ] {
        let (world, tab) = World::signed_in();
        tab.session.keep_meant(Some(&meant)).unwrap();
        let tab = world.reload(tab);
        assert_eq!(tab.session.take_meant(), Some(meant.clone()));
        assert_eq!(tab.session.take_meant(), None);
        tab.session.keep_meant(Some(&meant)).unwrap();
        tab.session.keep_meant(None).unwrap();
        assert_eq!(tab.session.take_meant(), None);
    }
}

#[test]
fn what_somebody_else_wrote_is_not_done() {
    let (_world, tab) = World::signed_in();
    for garbled in [
        "",
        "save",
        "save https://evil.test/",
        "delete spotify:track:x",
        "add ",
    ] {
        tab.store.set(&key("meant"), garbled).unwrap();
        assert_eq!(tab.session.take_meant(), None, "{garbled}");
    }
}

#[test]
fn an_end_is_told_two_weeks_before() {
    use cratedigger::ports::Millis;
    let (_world, tab) = World::signed_in();
    let grant = tab.session.grant().unwrap();
    let before = |days| grant.ends_at() - Millis::from_days(days);
    assert!(!grant.is_ending(before(15)));
    assert!(grant.is_ending(before(14)) && grant.is_ending(before(0)));
}
