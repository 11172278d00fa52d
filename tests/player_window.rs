//! The app's tab and its player window: what they tell each other, and what
//! they never do.

mod support;

use std::rc::Rc;

use cratedigger::{
    player_window::{Ending, LinkStatus, PlayerLink, SdkNews, Stage, Trouble, WindowState},
    ports::Millis,
    session::Forget,
};
use support::{
    NoRandom, Tab, TabSetup, World, key,
    player_window::{Window, device},
};

const AN_HOUR: Millis = Millis::from_minutes(60);
const PATIENCE: Millis = Millis::from_secs(10);
const A_MOMENT: Millis = Millis::from_secs(1);

/// Somebody signed in, and the link of their tab.
fn linked() -> (World, Tab, Rc<PlayerLink>) {
    let (world, tab) = World::signed_in_for_everything();
    let link = world.link(&tab);
    (world, tab, link)
}

/// The same, with a window that is a device.
fn playing_here() -> (World, Tab, Rc<PlayerLink>, Window) {
    let (world, tab, link) = linked();
    let opened = world.open_ready_window(&link);
    (world, tab, link, opened)
}

fn ready(hitch: Option<Trouble>) -> LinkStatus {
    let device = device();
    LinkStatus::Open(WindowState::Ready { device, hitch })
}

fn is_closed(link: &PlayerLink) -> bool {
    link.status() == LinkStatus::Closed
}

#[test]
fn a_window_opens_becomes_a_device_and_is_to_be_played_on_once() {
    let (world, tab, link) = linked();
    assert!(is_closed(&link));
    let key = link.prepare().unwrap().unwrap();
    assert_eq!(link.status(), LinkStatus::Opening);

    let opened = world.open_window(&key);
    let waiting = LinkStatus::Open(WindowState::WaitingForClick);
    assert_eq!(link.status(), waiting);
    world.say(&opened, SdkNews::Loaded);
    assert_eq!(opened.window.stage(), Stage::Waiting);
    assert!(opened.page.tokens().is_empty(), "not before the click");

    opened.window.press();
    assert_eq!(opened.page.deeds(), ["activate", "connect"]);
    world.settle();
    assert_eq!(opened.page.tokens(), [tab.access_token()]);
    assert_eq!(link.status(), LinkStatus::Open(WindowState::Connecting));
    assert_eq!((link.device(), link.take_move()), (None, None));

    world.say(&opened, SdkNews::Ready(device()));
    assert_eq!(link.status(), ready(None));
    assert_eq!(link.device(), Some(device()));
    assert_eq!(link.take_move(), Some(device()));
    assert_eq!(link.take_move(), None);
    world.no_refresh_token_was_told();
}

#[test]
fn a_window_that_does_not_open_is_told_of() {
    let (world, _tab, link) = linked();
    let first = link.prepare().unwrap().unwrap();
    world.pass(PATIENCE - Millis(1));
    assert_eq!(link.status(), LinkStatus::Opening);
    world.pass(Millis(1));
    assert_eq!(link.status(), LinkStatus::DidNotOpen);
    let again = link.prepare().unwrap().unwrap();
    assert_eq!(first, again);
    world.open_window(&again);
    assert!(matches!(link.status(), LinkStatus::Open(_)));
}

#[test]
fn there_is_one_window_at_a_time() {
    let (world, _tab, link) = linked();
    let key = link.prepare().unwrap().unwrap();
    let older = world.open_window(&key);
    assert_eq!(link.prepare(), Ok(None));
    // The listener duplicates it.
    let newer = world.open_window(&key);
    assert_eq!(older.window.stage(), Stage::Over(Ending::Replaced));
    assert_eq!(older.page.deeds(), ["disconnect"]);
    older.window.leave();
    world.settle();
    assert!(matches!(link.status(), LinkStatus::Open(_)));
    newer.window.close();
    world.settle();
    assert_eq!(newer.page.deeds(), ["disconnect", "close"]);
    assert!(is_closed(&link));
}

#[test]
fn without_a_listener_or_random_there_is_no_window() {
    let world = World::new();
    let tab = world.open_tab();
    assert_eq!(world.link(&tab).prepare(), Ok(None));

    let (world, tab) = World::signed_in_for_everything();
    let random = Some(Rc::new(NoRandom) as Rc<_>);
    let copy = world.open_tab_with(TabSetup {
        store: Some(Rc::clone(&tab.store)),
        random,
        ..TabSetup::default()
    });
    assert!(world.link(&copy).prepare().is_err());
}

#[test]
fn the_token_is_fresh_whenever_it_is_asked_for() {
    let (world, tab, link, opened) = playing_here();
    world.pass(AN_HOUR);
    world.say(&opened, SdkNews::TokenWanted);
    world.pass(A_MOMENT);
    assert_eq!(world.wire.refreshes(), 1);
    let tokens = opened.page.tokens();
    assert_eq!(tokens.len(), 2);
    assert_eq!(tokens.last(), Some(&tab.access_token()));
    assert_ne!(tokens[0], tokens[1]);
    assert_eq!(link.status(), ready(None));
    assert_eq!(link.take_move(), Some(device()), "asked for once");
    world.no_refresh_token_was_told();
}

#[test]
fn a_token_that_spotify_refused_is_replaced_once() {
    let (world, tab, link, opened) = playing_here();
    opened.page.deeds();
    world.say(&opened, SdkNews::AuthenticationError);
    world.pass(A_MOMENT);
    assert_eq!(opened.page.deeds(), ["disconnect", "connect"]);
    assert_eq!(world.wire.refreshes(), 1);
    assert_eq!(opened.page.tokens().last(), Some(&tab.access_token()));
    world.say(&opened, SdkNews::AuthenticationError);
    let refused = LinkStatus::Open(WindowState::Trouble(Trouble::TokenRefused));
    assert_eq!(link.status(), refused);
    assert_eq!(opened.page.deeds(), ["disconnect"]);
    assert_eq!(world.wire.refreshes(), 1);
}

#[test]
fn only_who_permitted_it_is_given_a_token() {
    let (world, tab) = World::signed_in();
    let link = world.link(&tab);
    let key = link.prepare().unwrap().unwrap();
    let opened = world.open_pressed_window(&key);
    let refused = Stage::Trouble(Trouble::NotPermitted);
    assert_eq!(opened.window.stage(), refused);
    assert!(opened.page.tokens().is_empty());
    for message in world.browser.posted() {
        assert!(!message.contains(&tab.access_token()));
    }
}

#[test]
fn signing_out_closes_the_window_and_forgets_it() {
    let (world, tab, link, opened) = playing_here();
    opened.page.deeds();
    tab.session.sign_out(Forget::Session);
    world.settle();
    assert_eq!(opened.window.stage(), Stage::Over(Ending::SignedOut));
    assert_eq!(opened.page.deeds(), ["disconnect", "close"]);
    assert!(is_closed(&link));
    assert_eq!((link.device(), link.take_move()), (None, None));
    assert!(!tab.store.present().contains(&key("player-window")));
}

#[test]
fn signing_out_in_a_copy_of_the_tab_closes_it_too() {
    let (world, tab, link) = linked();
    let copy = world.duplicate(&tab);
    let opened = world.open_ready_window(&link);
    copy.session.sign_out(Forget::Session);
    world.settle();
    assert_eq!(opened.window.stage(), Stage::Over(Ending::SignedOut));
    assert!(is_closed(&link));
}

#[test]
fn somebody_else_s_session_does_not_serve_the_window() {
    let (world, tab, link, opened) = playing_here();
    world.sign_in_as(&tab, "cleo");
    world.settle();
    assert_eq!(opened.window.stage(), Stage::Over(Ending::SignedOut));
    assert!(is_closed(&link));
    // Nor after the page was loaded anew.
    assert!(is_closed(&world.link(&tab)));
}

#[test]
fn a_page_that_is_loaded_anew_finds_its_window() {
    let (world, tab, link, opened) = playing_here();
    drop(link);
    let tab = world.reload(tab);
    let link = world.link(&tab);
    assert_eq!(link.status(), ready(None));
    assert_eq!(link.take_move(), None, "the listener asked for nothing");
    world.say(&opened, SdkNews::TokenWanted);
    assert_eq!(opened.page.tokens().last(), Some(&tab.access_token()));
    // It may have been closed while there was nobody to tell.
    world.browser.close_tab(opened_tab(&world));
    link.look();
    world.pass(Millis::from_secs(3));
    assert!(is_closed(&link));
}

/// The tab that was opened last but one: the window, after the reloaded page.
fn opened_tab(world: &World) -> u32 {
    world.browser.open_tab() - 2
}

#[test]
fn a_tab_that_is_gone_is_noticed_and_so_is_its_return() {
    let (world, tab, link, opened) = playing_here();
    let store = Rc::clone(&tab.store);
    drop(link);
    world.close(tab);
    world.say(&opened, SdkNews::TokenWanted);
    world.pass(PATIENCE);
    let hitch = Some(Trouble::AppSilent);
    let device = device();
    assert_eq!(opened.window.stage(), Stage::Ready { device, hitch });
    // The listener opens the closed tab again, and its storage with it.
    let tab = world.open_stored(&store);
    let link = world.link(&tab);
    assert_eq!(link.status(), ready(None));
    assert_eq!(opened.page.tokens().len(), 2);
}

#[test]
fn a_session_that_cannot_be_renewed_says_so() {
    let (world, _tab, link, opened) = playing_here();
    world.spotify.borrow_mut().revoke_grants(None, None);
    world.pass(AN_HOUR);
    world.say(&opened, SdkNews::TokenWanted);
    world.pass(A_MOMENT);
    assert_eq!(link.status(), ready(Some(Trouble::SignedOut)));
    assert_eq!(opened.page.tokens().len(), 1);
}

#[test]
fn what_a_stranger_says_changes_nothing() {
    let (world, tab, link) = linked();
    let key = link.prepare().unwrap().unwrap();
    let opened = world.open_pressed_window(&key);
    let channel = key.channel_name();
    let before = (link.status(), opened.window.stage());
    for garbled in [
        "",
        "{}",
        r#"{"kind":"player-token/1","nonce":"another","access_token":"theirs"}"#,
        r#"{"kind":"player-no-token/1","nonce":"another","why":"signed-out"}"#,
        r#"{"kind":"player-close/2"}"#,
    ] {
        world.browser.post_on(&channel, 0, garbled);
        world.settle();
        assert_eq!((link.status(), opened.window.stage()), before, "{garbled}");
    }
    assert_eq!(opened.page.tokens(), [tab.access_token()]);
    // On the channel of the tabs nobody listens for it at all.
    world.browser.post(0, r#"{"kind":"player-close/1"}"#);
    world.settle();
    assert_eq!(opened.window.stage(), before.1);
}

fn stored(tab: &Tab) -> bool {
    tab.store.present().contains(&key("player-window"))
}

#[test]
fn the_app_can_have_the_window_closed() {
    let (world, tab, link, opened) = playing_here();
    assert!(stored(&tab));
    link.close();
    world.settle();
    assert_eq!(opened.window.stage(), Stage::Over(Ending::SignedOut));
    assert!(is_closed(&link) && !stored(&tab));
}
