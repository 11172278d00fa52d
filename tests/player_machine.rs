//! What each event means for the player window, one by one.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may fail in this way"
)]

use cratedigger::{
    oauth::AccessToken,
    player_window::{
        Control, Effect, Ending, Input, Machine, SdkNews, Stage, Trouble, WindowMessage,
        WindowState,
    },
    ports::Millis,
    spotify::DeviceId,
};

const NOW: Millis = Millis::from_secs(1000);

fn device() -> DeviceId {
    "d1".to_owned().try_into().unwrap()
}

fn token() -> AccessToken {
    AccessToken::new("BQA".to_owned())
}

fn hear(machine: &mut Machine, input: Input) -> Vec<Effect> {
    machine.hear(input, NOW)
}

fn say(machine: &mut Machine, news: SdkNews) -> Vec<Effect> {
    hear(machine, Input::Sdk(news))
}

fn waiting() -> Machine {
    let (mut machine, _) = Machine::begin();
    say(&mut machine, SdkNews::Loaded);
    machine
}

fn connecting() -> Machine {
    let mut machine = waiting();
    hear(&mut machine, Input::Pressed);
    say(&mut machine, SdkNews::TokenWanted);
    hear(&mut machine, Input::Token(token()));
    machine
}

fn ready() -> Machine {
    let mut machine = connecting();
    say(&mut machine, SdkNews::Ready(device()));
    machine
}

/// What the last of these waits is called.
fn last_wait(effects: &[Effect]) -> u64 {
    let mut waits = effects.iter().filter_map(|effect| match effect {
        Effect::Wait(number) => Some(*number),
        _ => None,
    });
    waits.next_back().unwrap()
}

fn playing(paused: bool) -> SdkNews {
    SdkNews::Changed(format!(
        r#"{{"paused":{paused},"track_window":{{"current_track":{{"name":"Rye"}}}}}}"#
    ))
}

fn hitch(machine: &Machine) -> Option<Trouble> {
    match machine.stage() {
        Stage::Ready { hitch, .. } => *hitch,
        stage => panic!("{stage:?}"),
    }
}

#[test]
fn it_begins_by_saying_that_it_is_there() {
    let (machine, effects) = Machine::begin();
    assert_eq!(*machine.stage(), Stage::Loading);
    let hello = Effect::Post(WindowMessage::Hello);
    let state = Effect::Post(WindowMessage::State {
        state: WindowState::WaitingForClick,
        asked: false,
    });
    assert_eq!(effects, [hello, Effect::Wait(1), state]);
}

#[test]
fn each_thing_that_does_not_come_has_its_own_words() {
    let (mut machine, effects) = Machine::begin();
    hear(&mut machine, Input::Waited(last_wait(&effects)));
    let blocked = Stage::Trouble(Trouble::ScriptBlocked);
    assert_eq!(*machine.stage(), blocked);
    say(&mut machine, SdkNews::Loaded);
    assert_eq!(*machine.stage(), Stage::Waiting, "late is not never");
    let (mut machine, _) = Machine::begin();
    say(&mut machine, SdkNews::NotLoaded);
    assert_eq!(*machine.stage(), blocked);

    let mut machine = waiting();
    hear(&mut machine, Input::Pressed);
    let effects = say(&mut machine, SdkNews::TokenWanted);
    assert_eq!(effects[0], Effect::AskForToken(false));
    hear(&mut machine, Input::Waited(last_wait(&effects)));
    assert_eq!(*machine.stage(), Stage::Trouble(Trouble::AppSilent));

    // A late answer helps; then it is the SDK that may be silent.
    let effects = hear(&mut machine, Input::Token(token()));
    assert_eq!(effects[0], Effect::Give(token()));
    assert_eq!(*machine.stage(), Stage::Connecting);
    hear(&mut machine, Input::Waited(last_wait(&effects)));
    assert_eq!(*machine.stage(), Stage::Trouble(Trouble::NeverReady));
    say(&mut machine, SdkNews::Ready(device()));
    assert_eq!(hitch(&machine), None, "late is not never");
}

#[test]
fn a_wait_that_no_longer_counts_changes_nothing() {
    let (mut machine, effects) = Machine::begin();
    let first = last_wait(&effects);
    say(&mut machine, SdkNews::Loaded);
    hear(&mut machine, Input::Pressed);
    hear(&mut machine, Input::Waited(first));
    assert_eq!(*machine.stage(), Stage::Connecting);
    let mut machine = ready();
    for number in 0..9 {
        hear(&mut machine, Input::Waited(number));
    }
    assert_eq!(hitch(&machine), None);
}

#[test]
fn what_cannot_become_a_device_is_given_up() {
    let cases = [
        (SdkNews::InitializationError, Trouble::Unsupported),
        (SdkNews::AccountError, Trouble::NoPremium),
    ];
    for (news, trouble) in cases {
        for mut machine in [connecting(), ready()] {
            let effects = say(&mut machine, news.clone());
            assert_eq!(*machine.stage(), Stage::Trouble(trouble));
            assert_eq!(effects[0], Effect::Disconnect);
            let effects = hear(&mut machine, Input::Pressed);
            assert_eq!(effects, [Effect::Reload]);
        }
    }
}

#[test]
fn a_refused_token_is_replaced_once_a_minute() {
    let mut machine = connecting();
    let effects = say(&mut machine, SdkNews::AuthenticationError);
    assert_eq!(effects[..2], [Effect::Disconnect, Effect::Connect]);
    let effects = say(&mut machine, SdkNews::TokenWanted);
    assert_eq!(effects[0], Effect::AskForToken(true));
    hear(&mut machine, Input::Token(token()));
    let effects = say(&mut machine, SdkNews::TokenWanted);
    assert_eq!(effects[0], Effect::AskForToken(false));
    say(&mut machine, SdkNews::Ready(device()));
    let later = NOW + Millis::from_minutes(1);
    machine.hear(Input::Sdk(SdkNews::AuthenticationError), later);
    assert_eq!(*machine.stage(), Stage::Connecting);
    machine.hear(Input::Sdk(SdkNews::AuthenticationError), later);
    assert_eq!(*machine.stage(), Stage::Trouble(Trouble::TokenRefused));
}

#[test]
fn a_hitch_is_over_with_a_press_or_when_it_plays_again() {
    let cases = [
        (
            SdkNews::AutoplayFailed,
            Trouble::AutoplayBlocked,
            vec![Effect::Activate, Effect::Control(Control::Resume)],
        ),
        (
            SdkNews::PlaybackError,
            Trouble::PlaybackFailed,
            vec![Effect::Control(Control::Next)],
        ),
    ];
    for (news, trouble, remedy) in cases {
        let mut machine = ready();
        say(&mut machine, news.clone());
        assert_eq!(hitch(&machine), Some(trouble));
        // The SDK still tells what it was about.
        say(&mut machine, playing(false));
        say(&mut machine, playing(true));
        assert_eq!(hitch(&machine), Some(trouble));
        let effects = hear(&mut machine, Input::Pressed);
        assert_eq!(effects[..remedy.len()], remedy);
        assert_eq!(hitch(&machine), None);

        say(&mut machine, news);
        let later = NOW + Millis::from_secs(1);
        machine.hear(Input::Sdk(playing(true)), later);
        assert_eq!(hitch(&machine), Some(trouble));
        machine.hear(Input::Sdk(playing(false)), later);
        assert_eq!(hitch(&machine), None);
    }
    let mut machine = waiting();
    say(&mut machine, SdkNews::AutoplayFailed);
    assert_eq!(*machine.stage(), Stage::Waiting);
}

#[test]
fn without_a_token_it_plays_on_and_asks_again_when_the_app_is_back() {
    for why in [
        Trouble::SignedOut,
        Trouble::NotPermitted,
        Trouble::Unreachable,
    ] {
        let mut machine = ready();
        say(&mut machine, SdkNews::TokenWanted);
        hear(&mut machine, Input::NoToken(why));
        assert_eq!(hitch(&machine), Some(why));
        say(&mut machine, playing(false));
        let control = hear(&mut machine, Input::Control(Control::Toggle));
        assert_eq!(control, [Effect::Control(Control::Toggle)]);
        assert_eq!(hitch(&machine), Some(why), "music does not mend it");
        let effects = hear(&mut machine, Input::Pressed);
        assert_eq!(effects[0], Effect::AskForToken(false));
        hear(&mut machine, Input::NoToken(why));
        let effects = hear(&mut machine, Input::WhoIsThere);
        assert_eq!(effects[0], Effect::AskForToken(false));
        hear(&mut machine, Input::Token(token()));
        assert_eq!(hitch(&machine), None);
    }
}

#[test]
fn the_app_is_told_what_is_new_and_asked_to_play_once() {
    let mut machine = connecting();
    let is_asked = |effects: &[Effect]| {
        let said = effects.iter().find_map(|effect| match effect {
            Effect::Post(WindowMessage::State { asked, .. }) => Some(*asked),
            _ => None,
        });
        said.unwrap()
    };
    let ready = || SdkNews::Ready(device());
    assert!(is_asked(&say(&mut machine, ready())));
    assert_eq!(say(&mut machine, playing(false)), []);
    assert!(!is_asked(&hear(&mut machine, Input::WhoIsThere)));
    assert!(!is_asked(&say(&mut machine, SdkNews::NotReady)));
    assert_eq!(*machine.stage(), Stage::NotReady);
    assert!(!is_asked(&say(&mut machine, ready())));
}

#[test]
fn what_is_over_is_over() {
    let cases = [
        (Input::Closed, Ending::Closed),
        (Input::Left, Ending::Closed),
        (Input::SignedOut, Ending::SignedOut),
        (Input::Replaced, Ending::Replaced),
    ];
    for (input, ending) in cases {
        for mut machine in [waiting(), connecting(), ready()] {
            let effects = hear(&mut machine, input.clone());
            assert!(effects.contains(&Effect::Disconnect));
            let says_bye = effects.contains(&Effect::Post(WindowMessage::Bye));
            assert_eq!(says_bye, ending == Ending::Closed);
            for input in [Input::Pressed, Input::Left, Input::WhoIsThere] {
                assert_eq!(hear(&mut machine, input), []);
            }
            assert_eq!(say(&mut machine, SdkNews::Ready(device())), []);
            assert_eq!(*machine.stage(), Stage::Over(ending));
        }
    }
}
