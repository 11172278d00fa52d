//! The rooms of the house and its floors, read off the sources.

#![expect(clippy::expect_used, reason = "a test may fail in this way")]

#[path = "support/source.rs"]
mod source;

use source::{Breach, sources};

/// The rooms from the ground up: each may use only what comes before it.
const FLOORS: [&str; 14] = [
    "json",
    "id",
    "ports",
    "config",
    "route",
    "oauth",
    "spotify",
    "session",
    "player",
    "player_window",
    "library",
    "workshop",
    "platform",
    "ui",
];

/// The rooms that know no browser.
const PURE: [&str; 12] = [
    "json",
    "id",
    "ports",
    "config",
    "route",
    "oauth",
    "spotify",
    "session",
    "player",
    "player_window",
    "library",
    "workshop",
];

/// What only `platform` may touch, as it is called in code. `ui` has elements
/// and events, and asks `platform` for the rest.
const BROWSER: [&str; 38] = [
    "gloo_net",
    "gloo_storage",
    "gloo_timers",
    "fetch_with",
    "XmlHttpRequest",
    "WebSocket",
    "EventSource",
    "send_beacon",
    "local_storage",
    "session_storage",
    "LocalStorage::",
    "SessionStorage",
    "storage()",
    "indexed_db",
    "IdbFactory",
    "caches()",
    "cookie(",
    "Date::",
    "performance()",
    "set_timeout",
    "set_interval",
    "request_animation_frame",
    "TimeoutFuture",
    "window()",
    "web_sys::window",
    "navigator()",
    "clipboard()",
    ".location()",
    "window_location",
    ".history()",
    "push_state",
    "replace_state",
    "LockManager",
    "BroadcastChannel",
    "post_message",
    "crypto()",
    "getrandom",
    "console::",
];

fn none(breaches: impl Iterator<Item = Breach>) {
    let breaches: Vec<_> = breaches.collect();
    assert_eq!(breaches, [], "these lines break the rule");
}

#[test]
fn every_file_stands_in_a_room_we_know() {
    for source in sources() {
        let room = source.room();
        let is_known = FLOORS.contains(&room) || matches!(room, "lib" | "main");
        assert!(
            is_known,
            "src/{} stands in no room of the house",
            source.path
        );
    }
}

#[test]
fn the_pure_rooms_name_neither_leptos_nor_the_browser() {
    let forbidden = [
        "leptos",
        "web_sys",
        "js_sys",
        "gloo",
        "wasm_bindgen",
        "getrandom",
    ];
    none(
        sources()
            .iter()
            .filter(|source| PURE.contains(&source.room()))
            .flat_map(|source| source.lines_with(&forbidden)),
    );
}

#[test]
fn leptos_stands_only_in_ui_and_main() {
    none(
        sources()
            .iter()
            .filter(|source| !matches!(source.room(), "ui" | "main"))
            .flat_map(|source| source.lines_with(&["leptos"])),
    );
}

#[test]
fn a_room_uses_only_what_stands_below_it() {
    for source in sources() {
        let Some(floor) = FLOORS.iter().position(|room| *room == source.room()) else {
            continue;
        };
        for named in source.rooms_named("crate") {
            let stands_below = FLOORS[..=floor].contains(&named.as_str());
            assert!(stands_below, "src/{} names crate::{named}", source.path);
        }
        none(
            source
                .lines_with(&["super::super", "crate as", "cratedigger::"])
                .into_iter(),
        );
    }
}

#[test]
fn the_player_knows_neither_the_session_nor_the_address() {
    let known = ["player", "json", "ports", "config", "oauth", "spotify"];
    for source in sources().iter().filter(|source| source.room() == "player") {
        for named in source.rooms_named("crate") {
            let is_known = known.contains(&named.as_str());
            assert!(is_known, "src/{} names crate::{named}", source.path);
        }
    }
}

#[test]
fn main_uses_only_ui() {
    let sources = sources();
    let main = sources.iter().find(|source| source.path == "main.rs");
    let named = main.expect("main.rs").rooms_named("cratedigger");
    assert_eq!(named, ["ui"]);
}

#[test]
fn ui_leaves_the_browser_s_services_to_platform() {
    none(
        sources()
            .iter()
            .filter(|source| source.room() == "ui")
            .flat_map(|source| source.lines_with(&BROWSER)),
    );
}
