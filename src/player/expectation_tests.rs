use serde_json::json;

use super::*;
use crate::spotify::model::FromJson;

const FIRST: &str = "spotify:track:4iV5W9uYEdYUVa79Axb7Rh";
const SECOND: &str = "spotify:track:1301WleyT98MSxVHPZCA6M";

fn uri(text: &str) -> SpotifyUri {
    SpotifyUri::try_from(text.to_owned()).expect("a URI")
}

fn state(uri: &str, seconds: u64, is_playing: bool) -> PlaybackState {
    let json = json!({
        "is_playing": is_playing,
        "progress_ms": seconds * 1000,
        "item": { "type": "track", "uri": uri, "name": uri, "duration_ms": 200_000 },
        "device": { "id": "x", "name": "X", "volume_percent": 30 },
        "repeat_state": "off",
    });
    PlaybackState::from_json(json).expect("readable")
}

fn now(state: PlaybackState, as_of: Millis) -> NowPlaying {
    NowPlaying {
        state,
        as_of,
        is_changing: false,
    }
}

fn next(from: &str, at: u64) -> Change {
    Change::Item(Box::new(Elsewhere {
        before: Some(uri(from)),
        before_at: Millis::from_secs(at),
        ..Elsewhere::default()
    }))
}

#[test]
fn a_change_is_shown_by_what_it_brings_about() {
    let seconds = Millis::from_secs;
    let place = |at| Change::Place(seconds(at), Some(uri(FIRST)));
    let loud = |percent| Change::Volume(Volume::try_from(percent).expect("a volume"));
    for (change, state, expected) in [
        (Change::Plays(true), state(FIRST, 9, true), true),
        (Change::Plays(true), state(FIRST, 9, false), false),
        (next(FIRST, 60), state(SECOND, 1, true), true),
        (next(FIRST, 60), state(FIRST, 61, true), false),
        (next(FIRST, 60), state(FIRST, 1, true), true),
        (next(FIRST, 60), state(FIRST, 40, true), false),
        (place(100), state(FIRST, 101, true), true),
        (place(100), state(FIRST, 100, false), true),
        (place(100), state(FIRST, 60, true), false),
        (place(100), state(FIRST, 130, true), false),
        (place(100), state(SECOND, 1, true), true),
        (loud(30), state(FIRST, 1, true), true),
        (loud(31), state(FIRST, 1, true), false),
        (Change::Repeat(RepeatMode::Off), state(FIRST, 1, true), true),
        (
            Change::Repeat(RepeatMode::Track),
            state(FIRST, 1, true),
            false,
        ),
        // It is not told, so it is not shown.
        (Change::Shuffle(false), state(FIRST, 1, true), false),
    ] {
        let found = change.is_shown_by(&state, seconds(2));
        assert_eq!(found, expected, "{change:?} {state:?}");
    }
}

#[test]
fn what_is_expected_is_laid_over_what_is_true() {
    let told_at = Millis::from_secs(110);
    let expected = |change| Expectation {
        errand: 1,
        told_at,
        answered: None,
        was_missed: false,
        change,
    };
    // Playing at 9 s since moment 100 s.
    let truth = now(state(FIRST, 9, true), Millis::from_secs(100));
    let later = Millis::from_secs(115);
    for (change, is_playing, progress) in [
        (Change::Plays(false), false, 19),
        (Change::Plays(true), true, 24),
        (Change::Place(Millis::from_secs(50), None), true, 55),
        (next(FIRST, 19), true, 5),
    ] {
        let shown = overlay(Some(&truth), &[expected(change.clone())], None);
        let shown = shown.expect("something plays");
        let told = (shown.state.is_playing, shown.progress(later).0 / 1000);
        assert_eq!(told, (is_playing, progress), "{change:?}");
    }
    // A truth that is younger than the command and does not show it yet.
    let younger = now(state(FIRST, 21, true), Millis::from_secs(112));
    let paused = overlay(Some(&younger), &[expected(Change::Plays(false))], None);
    let stands = paused.map(|paused| paused.progress(later));
    assert_eq!(stands, Some(Millis::from_secs(19)));
    // With nothing active something can begin, and nothing can be paused.
    let begun = overlay(None, &[expected(Change::Plays(true))], Some(&truth));
    let begun = begun.expect("it goes on");
    assert!(begun.state.is_playing && begun.progress(told_at) == Millis::from_secs(9));
    assert_eq!(
        overlay(None, &[expected(Change::Plays(false))], Some(&truth)),
        None
    );
}

/// What is left of expectations that were answered at moments 1000 and
/// 2000, after a reading that was asked for at `at`, as the `order`th thing
/// that happened; the answers were the 10th and the 20th.
fn left(changes: [Change; 2], was_missed: bool, order: u64, at: u64) -> Vec<(u64, bool)> {
    let expected = (1_u64..).zip(changes).map(|(errand, change)| Expectation {
        errand,
        told_at: Millis(900),
        answered: Some(Stamp {
            order: errand * 10,
            at: Millis(errand * 1000),
        }),
        was_missed,
        change,
    });
    let mut expected: Vec<_> = expected.collect();
    let asked = Stamp {
        order,
        at: Millis(at),
    };
    let read = state(FIRST, 9, true);
    settle(&mut expected, Some(&read), asked, Millis(at + 80));
    expected
        .iter()
        .map(|own| (own.errand, own.was_missed))
        .collect()
}

#[test]
fn a_reading_settles_what_was_answered_before_it_was_asked() {
    let no = || Change::Plays(false);
    let mixed = || Change::Shuffle(true);
    let yes = || Change::Plays(true);
    for (changes, was_missed, order, at, expected) in [
        // Asked before either answer: nothing is said about them.
        (
            [yes(), mixed()],
            false,
            5,
            2_600,
            vec![(1, false), (2, false)],
        ),
        // Between the two.
        ([yes(), mixed()], false, 15, 1_900, vec![(2, false)]),
        (
            [mixed(), yes()],
            false,
            15,
            1_900,
            vec![(1, true), (2, false)],
        ),
        // Too soon to be sure.
        ([yes(), mixed()], false, 25, 2_400, vec![(2, false)]),
        ([yes(), mixed()], false, 25, 2_500, vec![(2, true)]),
        // For the second time.
        ([yes(), mixed()], true, 25, 3_300, vec![(2, true)]),
        ([yes(), mixed()], true, 25, 3_400, vec![]),
        // What a later one decides is not waited for.
        ([no(), yes()], false, 25, 2_500, vec![]),
        ([yes(), no()], false, 25, 2_500, vec![(2, true)]),
        // The clock was set back.
        ([mixed(), no()], false, 25, 100, vec![(1, true), (2, true)]),
        ([mixed(), no()], true, 25, 100, vec![]),
    ] {
        let told = format!("{changes:?} {order} {at}");
        assert_eq!(left(changes, was_missed, order, at), expected, "{told}");
    }
}
