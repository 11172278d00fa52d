//! Every endpoint of the player: what it is told, it does, a moment later; and
//! whatever it answers is understood.

mod support;

use cratedigger::{
    ports::Millis,
    spotify::{
        Error, PlayerRefusal, Window,
        endpoints::{
            PlayableUri, PlaylistUris,
            commands::{self, PlayContext, Start},
            me::{self, TimeRange},
            player::{self, Played},
            saved,
        },
        model::{Action, ContextType, PlayingType, RepeatMode, Volume},
    },
};
use serde_json::json;
use simulator::{PlayerSuccess, SwitchChange};
use support::{
    PLAYER, World, names,
    playback::{LAG, album, device_id, playing, state, tell, title},
};

#[test]
fn every_command_changes_what_is_read_a_moment_later() {
    let (world, tab, tracks) = playing();
    let kitchen = device_id(&world, &tab, "Kitchen");
    let tell = |command| tell(&world, &tab, command);
    let next = tell(commands::next(None));
    assert_eq!(
        (title(&next), next.is_playing),
        (tracks[1].name.as_str(), true)
    );
    assert_eq!(title(&tell(commands::previous(None))), tracks[0].name);
    let sought = tell(commands::seek(Millis(20_000), None));
    assert!((20_000..21_500).contains(&sought.progress.unwrap().0));
    for mode in RepeatMode::ALL {
        assert_eq!(tell(commands::repeat(mode, None)).repeat, Some(mode));
    }
    for mixes in [true, false] {
        assert_eq!(tell(commands::shuffle(mixes, None)).shuffle, Some(mixes));
    }
    let loud = Volume::try_from(0).unwrap();
    assert_eq!(
        tell(commands::volume(loud, None)).device.unwrap().volume,
        Some(loud)
    );
    let paused = tell(commands::pause(None));
    assert!(!paused.is_playing && !paused.disallows.allows(Action::Pause));
    let resumed = tell(commands::resume(None));
    assert!(resumed.is_playing && !resumed.disallows.allows(Action::Resume));
    let moved = tell(commands::transfer(&kitchen, false)).device.unwrap();
    assert_eq!((moved.id.as_ref(), moved.is_active), (Some(&kitchen), true));
    let last = tracks[3].uri.clone().unwrap();
    tell(commands::enqueue(
        &PlayableUri::try_from(last).unwrap(),
        None,
    ));
    let queue = world.get(&tab, player::queue());
    assert_eq!(queue.queue[0].name(), tracks[3].name);
    assert_eq!(queue.queue[1].name(), tracks[1].name);
    assert_eq!(queue.currently_playing.unwrap().name(), tracks[0].name);
    let current = world.get(&tab, player::currently_playing()).unwrap();
    assert_eq!(title(&current), tracks[0].name);
    let played = world.get(&tab, player::recently_played(Played::Last, None));
    assert_eq!(played.entries.len(), 50);
    assert_eq!(world.succeeded(), names(PLAYER));
    assert_eq!(world.marks(), [""; 0]);
}

#[test]
fn everything_that_can_be_played_is() {
    let (world, tab, tracks) = playing();
    let mut ids = tracks.iter().filter_map(|track| track.uri.clone());
    let uri = PlayableUri::try_from(ids.clone().nth(2).unwrap()).unwrap();
    let (album, _) = album(&world, &tab);
    let artist = world.get(&tab, me::top_artists(TimeRange::ShortTerm, Window::first()));
    let artist = artist.items().next().unwrap().id.clone();
    let show = world.get(&tab, saved::shows(Window::first()));
    let show = show.items().next().unwrap().item.id.clone();
    let told = world.control(
        "POST /playlists",
        &json!({"account":"ada01","name":"P","items":30}),
    );
    let playlist: String = told["id"].as_str().unwrap().to_owned();
    let playlist = playlist.try_into().unwrap();
    for (context, kind, playing_type) in [
        (
            PlayContext::Album(album, Start::Item(uri)),
            ContextType::Album,
            PlayingType::Track,
        ),
        (
            PlayContext::Playlist(playlist, Start::Position(29)),
            ContextType::Playlist,
            PlayingType::Track,
        ),
        (
            PlayContext::Artist(artist),
            ContextType::Artist,
            PlayingType::Track,
        ),
        (
            PlayContext::Show(show),
            ContextType::Show,
            PlayingType::Episode,
        ),
    ] {
        let state = tell(&world, &tab, commands::play_context(context, None));
        let context = state.context.as_ref().map(|context| context.context_type);
        assert_eq!((context, state.playing_type), (Some(kind), playing_type));
        assert!(state.is_playing && state.item.is_some());
    }
    let uris = PlaylistUris::try_from(ids.by_ref().skip(1).take(2).collect::<Vec<_>>()).unwrap();
    let state = tell(
        &world,
        &tab,
        commands::play_uris(&uris, Millis(9_000), None),
    );
    assert_eq!(
        (title(&state), &state.context),
        (tracks[1].name.as_str(), &None)
    );
    assert!((9_000..10_500).contains(&state.progress.unwrap().0));
    assert_eq!(world.marks(), [""; 0]);
}

#[test]
fn nothing_active_is_no_error_and_what_was_left_goes_on() {
    let (world, tab) = World::signed_in_for_everything();
    assert_eq!(state(&world, &tab), None);
    assert_eq!(world.get(&tab, player::currently_playing()), None);
    let queue = world.get(&tab, player::queue());
    assert_eq!((queue.currently_playing, queue.queue.len()), (None, 0));
    let none = Err(Error::Player(PlayerRefusal::NoActiveDevice));
    assert_eq!(world.call(&tab, commands::resume(None)), none);
    let laptop = device_id(&world, &tab, "laptop");
    let state = tell(&world, &tab, commands::resume(Some(&laptop)));
    let last = world.get(&tab, player::recently_played(Played::Last, Some(1)));
    assert_eq!(title(&state), last.items().next().unwrap().track.name);
}

#[test]
fn any_success_is_one() {
    let (world, tab, tracks) = playing();
    let successes = [
        PlayerSuccess::NoContent,
        PlayerSuccess::Accepted,
        PlayerSuccess::Text,
    ];
    for (at, success) in successes.into_iter().enumerate() {
        let player_success = Some(success);
        world.switch(SwitchChange {
            player_success,
            ..SwitchChange::default()
        });
        let state = tell(&world, &tab, commands::next(None));
        assert_eq!(title(&state), tracks[at + 1].name, "{success:?}");
    }
    let spotify = world.spotify.borrow();
    let commands = spotify.log().iter().filter(|entry| entry.method == "POST");
    let statuses: Vec<_> = commands.filter_map(|entry| entry.status).collect();
    assert_eq!(statuses, [204, 202, 200]);
}

#[test]
fn what_is_read_at_once_is_what_was_before() {
    let (world, tab, tracks) = playing();
    world.get(&tab, commands::next(None));
    assert_eq!(title(&state(&world, &tab).unwrap()), tracks[0].name);
    world.pass(LAG);
    assert_eq!(title(&state(&world, &tab).unwrap()), tracks[1].name);
}

#[test]
fn odd_things_play_too() {
    let (world, tab, _) = playing();
    for (order, playing_type, has_item) in [
        (json!({"play": "ad"}), PlayingType::Ad, false),
        (json!({"play": "local"}), PlayingType::Track, true),
        (json!({"play": "episode"}), PlayingType::Episode, true),
        (json!({"private": true}), PlayingType::Unknown, false),
    ] {
        world.control("POST /player", &order);
        let state = state(&world, &tab).unwrap();
        let told = (state.playing_type, state.item.is_some());
        assert_eq!(told, (playing_type, has_item), "{order}");
    }
    world.control("POST /player", &json!({"quiet": true}));
    assert_eq!(state(&world, &tab), None);
}
