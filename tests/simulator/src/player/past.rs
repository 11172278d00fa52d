//! What a listener had played before anybody asked.

use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::catalogue::Thing;
use crate::catalogue::TimeRange;
use crate::catalogue::TrackKey;
use crate::clock::Millis;
use crate::listeners::Listener;
use crate::player::history::History;
use crate::player::history::Played;
use crate::player::item::Item;
use crate::player::item::Sound;
use crate::player::state::State;

const PLAYS: usize = 50;
/// How many plays follow each other closely.
const SITTING: usize = 7;
const BETWEEN_SITTINGS: Millis = Millis::from_secs(9 * 60 * 60 + 17 * 60);
const SINCE_THE_LAST: Millis = Millis::from_secs(25 * 60);

/// Plays that end a while ago and go back some days.
pub fn invent(listener: &Listener, catalogue: &Catalogue, now: Millis) -> History {
    let tracks = catalogue.top_tracks(listener.taste, TimeRange::Short);
    let mut at = Millis(now.since(SINCE_THE_LAST).0);
    let mut plays = Vec::with_capacity(PLAYS);
    for (nth, key) in tracks.into_iter().take(PLAYS).enumerate() {
        let Some(item) = Item::of(Thing::Track(key), catalogue) else {
            continue;
        };
        let context = context(key, nth / SITTING, catalogue);
        plays.push(Played { item, context, at });
        at = Millis(at.since(item.duration).0);
        if nth % SITTING == SITTING - 1 {
            at = Millis(at.since(BETWEEN_SITTINGS).0);
        }
    }
    let mut history = History::default();
    plays
        .into_iter()
        .rev()
        .for_each(|played| history.add(played));
    history
}

/// Leaves the player off in the middle of the record that was played last,
/// paused, with no device active.
pub fn leave_off(state: &mut State, history: &History, catalogue: &Catalogue) {
    let Some(Sound::Thing(Thing::Track(last))) =
        history.plays().next().map(|played| played.item.sound)
    else {
        return;
    };
    let record: Vec<TrackKey> = catalogue.tracks_on(last.album);
    let first = record.iter().position(|key| *key == last);
    let things = record.into_iter().map(Thing::Track);
    let items = things
        .filter_map(|thing| Item::of(thing, catalogue))
        .collect();
    let uri = catalogue.uri(Thing::Album(last.album));
    state
        .program
        .load(Some(uri.into()), items, first.unwrap_or_default());
    state.move_to(Millis::from_secs(48));
}

/// The first sitting was with records, the next with an artist, the third with
/// nothing in particular, and so round.
fn context(key: TrackKey, sitting: usize, catalogue: &Catalogue) -> Option<Arc<str>> {
    let thing = match sitting % 3 {
        0 => Thing::Album(key.album),
        1 => Thing::Artist(key.album.artist),
        _ => return None,
    };
    Some(catalogue.uri(thing).into())
}
