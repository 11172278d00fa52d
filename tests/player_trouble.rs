//! The player when it does not do as it is told.

mod support;

use cratedigger::spotify::{
    DeviceId, Error, NextStep, PlayerRefusal, Situation,
    endpoints::{commands, player},
    model::Volume,
};
use serde_json::json;
use simulator::{Fault, FaultKind, Reason, SwitchChange};
use support::{
    Tab, World, answer,
    asking::{Ask, json as said, reason, told},
    playback::{LAG, device, device_id, playing, state, title},
};

#[test]
fn a_device_that_has_hardly_woken_fails_twice_and_nobody_insists() {
    let (world, tab, tracks) = playing();
    let bedroom = device_that_wakes(&world, &tab, true);
    let transfer = || world.call(&tab, commands::transfer(&bedroom, true));
    assert_eq!(
        transfer(),
        Err(Error::Player(PlayerRefusal::DeviceNotFound))
    );
    assert_eq!(transfer(), Err(Error::ServerTrouble(502)));
    assert_eq!(transfer(), Ok(()));
    assert_eq!(world.wire.api_calls("/v1/me/player"), 3);
    world.pass(LAG);
    let state = state(&world, &tab).unwrap();
    assert_eq!(state.device.as_ref().unwrap().id, Some(bedroom));
    assert_eq!(title(&state), tracks[0].name);
    // Without the switch it wakes at once.
    let (world, tab, _) = playing();
    let bedroom = device_that_wakes(&world, &tab, false);
    assert_eq!(world.call(&tab, commands::transfer(&bedroom, true)), Ok(()));
}

fn device_that_wakes(world: &World, tab: &Tab, slowly: bool) -> DeviceId {
    world.switch(SwitchChange {
        slow_wake: Some(slowly),
        ..SwitchChange::default()
    });
    let asleep = world.get(tab, player::devices()).devices;
    assert!(asleep.iter().all(|device| !device.name.contains("Bedroom")));
    world.control("POST /devices", &json!({"wake": "Bedroom speaker"}));
    device_id(world, tab, "Bedroom")
}

#[test]
fn a_device_that_vanishes_takes_the_music_with_it() {
    let (world, tab, _) = playing();
    let laptop = device_id(&world, &tab, "laptop");
    world.control("POST /devices", &json!({"remove": laptop.as_str()}));
    assert_eq!(state(&world, &tab), None);
    let refusals = [Some(&laptop), None].map(|device| {
        let error = world.call(&tab, commands::pause(device)).unwrap_err();
        (error.next_step(), error.situation(), error)
    });
    let wake = NextStep::WakeDevice;
    let refused = |refusal| (wake, None, Error::Player(refusal));
    assert_eq!(
        refusals,
        [
            refused(PlayerRefusal::DeviceNotFound),
            refused(PlayerRefusal::NoActiveDevice)
        ]
    );
}

#[test]
fn devices_say_what_they_are_and_refuse_what_they_cannot() {
    let (world, tab, _) = playing();
    let told = |name| {
        let device = device(&world, &tab, name);
        (
            device.id.is_some(),
            device.is_restricted,
            device.supports_volume,
        )
    };
    let devices = ["laptop", "phone", "Kitchen", "TV", "radio"].map(told);
    let usual = (true, false, true);
    let [phone, tv, radio] = [
        (true, false, false),
        (true, true, true),
        (false, false, true),
    ];
    assert_eq!(devices, [usual, phone, usual, tv, radio]);
    let (phone, tv) = (
        device_id(&world, &tab, "phone"),
        device_id(&world, &tab, "TV"),
    );
    let volume = commands::volume(Volume::try_from(9).unwrap(), Some(&phone));
    let refusal = |call| world.call(&tab, call).unwrap_err();
    assert_eq!(
        refusal(volume),
        Error::Player(PlayerRefusal::VolumeNotControllable)
    );
    let transfer = commands::transfer(&tv, true);
    assert_eq!(
        refusal(transfer),
        Error::Player(PlayerRefusal::DeviceNotControllable)
    );
}

#[test]
fn every_reason_of_spotify_s_is_understood() {
    use PlayerRefusal as R;
    let (world, tab, _) = playing();
    for (reason, refusal, next_step) in [
        (Reason::NoPrevTrack, R::NoPrevious, NextStep::LookAgain),
        (Reason::NoNextTrack, R::NoNext, NextStep::LookAgain),
        (Reason::NoSpecificTrack, R::NoSuchTrack, NextStep::LookAgain),
        (Reason::AlreadyPaused, R::AlreadyPaused, NextStep::LookAgain),
        (Reason::NotPaused, R::NotPaused, NextStep::LookAgain),
        (
            Reason::NotPlayingLocally,
            R::NothingPlaying,
            NextStep::LookAgain,
        ),
        (
            Reason::NotPlayingTrack,
            R::NothingPlaying,
            NextStep::LookAgain,
        ),
        (
            Reason::NotPlayingContext,
            R::NothingPlaying,
            NextStep::LookAgain,
        ),
        (
            Reason::EndlessContext,
            R::ContextDisallows,
            NextStep::LookAgain,
        ),
        (
            Reason::ContextDisallow,
            R::ContextDisallows,
            NextStep::LookAgain,
        ),
        (
            Reason::AlreadyPlaying,
            R::AlreadyPlaying,
            NextStep::LookAgain,
        ),
        (
            Reason::RemoteControlDisallow,
            R::DeviceNotControllable,
            NextStep::WakeDevice,
        ),
        (
            Reason::DeviceNotControllable,
            R::DeviceNotControllable,
            NextStep::WakeDevice,
        ),
        (
            Reason::VolumeControlDisallow,
            R::VolumeNotControllable,
            NextStep::LookAgain,
        ),
        (
            Reason::NoActiveDevice,
            R::NoActiveDevice,
            NextStep::WakeDevice,
        ),
        (
            Reason::PremiumRequired,
            R::PremiumRequired,
            NextStep::Nothing,
        ),
        (Reason::Unknown, R::Restricted, NextStep::LookAgain),
        (
            Reason::Unheard,
            R::Other("UNHEARD".to_owned()),
            NextStep::LookAgain,
        ),
    ] {
        let needs_premium = refusal == R::PremiumRequired;
        world.order(Fault {
            reason: Some(reason),
            ..Fault::new(FaultKind::PlayerRestriction)
                .on("/v1/me/player")
                .times(1)
        });
        world.empty_log();
        let error = world.call(&tab, commands::pause(None)).unwrap_err();
        assert_eq!(error, Error::Player(refusal), "{reason:?}");
        assert_eq!(
            (error.next_step(), error.until()),
            (next_step, None),
            "{reason:?}"
        );
        let situation = needs_premium.then_some(Situation::ListenerWithoutPremium);
        assert_eq!(
            (error.situation(), world.calls_in_log()),
            (situation, 1),
            "{reason:?}"
        );
    }
}

#[test]
fn the_player_s_refusals_are_told_by_reason_and_by_word() {
    use PlayerRefusal as R;
    let no_device = "Player command failed: No active device found";
    let premium = "Player command failed: Premium required";
    let restricted = "Player command failed: Restriction violated";
    let new = R::Other("A_NEW_ONE".to_owned());
    for (response, refusal, next_step) in [
        (
            reason(404, no_device, "NO_ACTIVE_DEVICE"),
            R::NoActiveDevice,
            NextStep::WakeDevice,
        ),
        (
            said(404, no_device),
            R::NoActiveDevice,
            NextStep::WakeDevice,
        ),
        (
            reason(403, premium, "PREMIUM_REQUIRED"),
            R::PremiumRequired,
            NextStep::Nothing,
        ),
        (said(403, premium), R::PremiumRequired, NextStep::Nothing),
        (
            reason(403, restricted, "UNKNOWN"),
            R::Restricted,
            NextStep::LookAgain,
        ),
        (said(403, restricted), R::Restricted, NextStep::LookAgain),
        (
            said(404, "Device not found"),
            R::DeviceNotFound,
            NextStep::WakeDevice,
        ),
        (
            answer(404, "Device not found"),
            R::DeviceNotFound,
            NextStep::WakeDevice,
        ),
        (
            reason(403, restricted, "A_NEW_ONE"),
            new,
            NextStep::LookAgain,
        ),
    ] {
        let (error, sent) = told(Ask::Pause, &response);
        let needs_premium = refusal == R::PremiumRequired;
        assert_eq!((&error, sent), (&Error::Player(refusal), 1), "{response:?}");
        let situation = needs_premium.then_some(Situation::ListenerWithoutPremium);
        let explained = (error.situation(), error.next_step(), error.until());
        assert_eq!(explained, (situation, next_step, None), "{response:?}");
    }
}
