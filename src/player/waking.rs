//! Whether a command is sent again, when the device has hardly woken (contract
//! 6.1).

use super::elsewhere::Elsewhere;
use crate::{
    ports::Millis,
    spotify::{
        Error, PlayerRefusal, SpotifyUri,
        model::{Playable, PlaybackState, Queue},
    },
};

/// How often a command is repeated.
pub(super) const MOST_REPEATS: u32 = 3;

/// How long to wait before each.
pub(super) const PAUSE: Millis = Millis(1000);

/// How long after a transfer its device may still be waking.
pub(super) const WAKES_FOR: Millis = Millis::from_secs(10);

/// Whether `error` may be that of a device that has hardly woken. That none is
/// active may be if one was named, or was transferred to just now.
pub(super) const fn may_pass(error: &Error, is_expected_there: bool) -> bool {
    match error {
        Error::ServerTrouble(_) | Error::Player(PlayerRefusal::DeviceNotFound) => true,
        Error::Player(PlayerRefusal::NoActiveDevice) | Error::NotFound => is_expected_there,
        _ => false,
    }
}

/// Whether a command did something, though its answer says that it did not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Happened {
    /// It did.
    Yes,
    /// It did not, and may be sent again.
    No,
    /// Nobody can tell, so it must not be sent again.
    Unclear,
}

/// Whether something else plays than before. What cannot be told from before,
/// as in a private session, is unclear.
pub(super) fn has_moved(elsewhere: &Elsewhere, state: &PlaybackState, elapsed: Millis) -> Happened {
    if elsewhere.before.is_none() {
        Happened::Unclear
    } else if elsewhere.is_reached_in(state, elapsed) {
        Happened::Yes
    } else {
        Happened::No
    }
}

/// Whether `uri` was put into the queue. Where it stands for another reason, it
/// can only be told from a queue that was read before, with the same playing.
pub(super) fn is_enqueued(uri: &SpotifyUri, before: Option<&Queue>, after: &Queue) -> Happened {
    let current = |queue: &Queue| queue.currently_playing.as_ref().and_then(Playable::uri);
    let uris = |queue: &Queue| -> Vec<_> { queue.queue.iter().map(Playable::uri).collect() };
    let count = |uris: &[Option<SpotifyUri>]| {
        let same = uris.iter().filter(|own| own.as_ref() == Some(uri));
        same.count()
    };
    let now = uris(after);
    match before.filter(|before| current(before) == current(after)) {
        Some(before) if uris(before) == now => Happened::No,
        Some(before) if count(&now) > count(&uris(before)) => Happened::Yes,
        None if count(&now) == 0 && current(after).as_ref() != Some(uri) => Happened::No,
        _ => Happened::Unclear,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spotify::model::FromJson;

    const TRACKS: [&str; 3] = [
        "spotify:track:4iV5W9uYEdYUVa79Axb7Rh",
        "spotify:track:1301WleyT98MSxVHPZCA6M",
        "spotify:track:2takcwOaAZWiXQijPHIx7B",
    ];

    fn queue(current: usize, next: &[usize]) -> Queue {
        let track = |at: &usize| serde_json::json!({ "type": "track", "name": "x", "uri": TRACKS[*at], "id": &TRACKS[*at][14..] });
        let json = serde_json::json!({
            "currently_playing": track(&current),
            "queue": next.iter().map(track).collect::<Vec<_>>(),
        });
        Queue::from_json(json).expect("readable")
    }

    #[test]
    fn whether_something_was_queued_is_told_only_where_it_can_be() {
        let uri = SpotifyUri::try_from(TRACKS[2].to_owned()).expect("a URI");
        for (before, after, expected) in [
            (None, queue(0, &[1]), Happened::No),
            (None, queue(0, &[2, 1]), Happened::Unclear),
            (None, queue(2, &[1]), Happened::Unclear),
            (Some(queue(0, &[1])), queue(0, &[2, 1]), Happened::Yes),
            (Some(queue(0, &[1, 2])), queue(0, &[1, 2]), Happened::No),
            (Some(queue(0, &[1, 2])), queue(0, &[2, 1, 2]), Happened::Yes),
            // It went on meanwhile.
            (Some(queue(0, &[1, 2])), queue(1, &[2]), Happened::Unclear),
            // What came last no longer fits in.
            (
                Some(queue(0, &[1, 2])),
                queue(0, &[2, 1]),
                Happened::Unclear,
            ),
        ] {
            let found = is_enqueued(&uri, before.as_ref(), &after);
            assert_eq!(found, expected, "{before:?} {after:?}");
        }
    }

    #[test]
    fn only_a_device_that_may_be_waking_is_insisted_on() {
        let not_active = Error::Player(PlayerRefusal::NoActiveDevice);
        for (error, is_expected_there, expected) in [
            (Error::ServerTrouble(502), false, true),
            (Error::Player(PlayerRefusal::DeviceNotFound), false, true),
            (not_active.clone(), false, false),
            (not_active, true, true),
            (Error::NotFound, false, false),
            (Error::Player(PlayerRefusal::NoNext), true, false),
            (Error::Unreadable, true, false),
        ] {
            assert_eq!(may_pass(&error, is_expected_there), expected, "{error:?}");
        }
    }
}
