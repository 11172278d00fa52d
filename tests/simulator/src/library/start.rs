//! What the demo accounts have saved from the start.

use crate::calendar;
use crate::catalogue::Catalogue;
use crate::catalogue::Thing;
use crate::catalogue::TimeRange;
use crate::catalogue::TrackKey;
use crate::clock::Millis;
use crate::library::Library;
use crate::library::saved::Saved;
use crate::listeners::Listener;

/// How much a listener has saved.
#[derive(Clone, Copy, Debug)]
struct Amounts {
    tracks: usize,
    albums: usize,
    artists: usize,
    shows: usize,
    episodes: usize,
    audiobooks: usize,
}

/// How many of the saved tracks are of the listener's best-loved, saved of
/// late.
const BELOVED: usize = 60;

impl Amounts {
    fn of(listener: &str) -> Self {
        let (tracks, albums, artists, shows, episodes, audiobooks) = match listener {
            "ada01" => (10_000, 140, 60, 12, 40, 3),
            "bob" => (85, 9, 7, 2, 3, 1),
            _ => (3, 0, 1, 0, 0, 0),
        };
        Self {
            tracks,
            albums,
            artists,
            shows,
            episodes,
            audiobooks,
        }
    }
}

/// What a listener has saved from the start.
pub fn library(listener: &Listener, catalogue: &Catalogue) -> Library {
    let amounts = Amounts::of(&listener.id);
    let mut dice = fastrand::Rng::with_seed(u64::from(listener.taste) + 77);
    let taste = listener.taste;
    let artists = catalogue.top_artists(taste, TimeRange::Long).into_iter();
    let shows = catalogue.shows().map(Thing::Show);
    let episodes = (0..amounts.episodes * 2).filter_map(|nth| catalogue.some_episode(nth));
    let audiobooks = catalogue.audiobooks().map(Thing::Audiobook);
    let mut save = |things: &mut dyn Iterator<Item = Thing>, count| {
        let things = things.take(count);
        Saved::of(
            things
                .map(|thing| (thing, some_day(0, &mut dice)))
                .collect(),
        )
    };
    Library {
        artists: save(&mut artists.map(Thing::Artist), amounts.artists),
        shows: save(&mut shows.into_iter(), amounts.shows),
        episodes: save(&mut episodes.map(Thing::Episode), amounts.episodes),
        audiobooks: save(&mut audiobooks.into_iter(), amounts.audiobooks),
        albums: albums(taste, amounts.albums, catalogue, &mut dice),
        tracks: tracks(taste, amounts.tracks, catalogue),
        users: Vec::new(),
    }
}

/// So many saved tracks: the best-loved first, then of everything something.
pub fn tracks(taste: u16, count: usize, catalogue: &Catalogue) -> Saved {
    let mut dice = fastrand::Rng::with_seed(u64::from(taste) + 7);
    let beloved = catalogue.top_tracks(taste, TimeRange::Medium);
    let beloved = beloved.into_iter().take(BELOVED.min(count));
    let mut dated: Vec<(Thing, Millis)> = (0..)
        .zip(beloved)
        .map(|(nth, track)| (Thing::Track(track), lately(nth, &mut dice)))
        .collect();
    if count > dated.len() {
        let taken: Vec<Thing> = dated.iter().map(|(thing, _)| *thing).collect();
        let others = shuffled_tracks(catalogue, &mut dice).into_iter();
        let others = others.filter(|track| !taken.contains(&Thing::Track(*track)));
        for track in others.take(count - dated.len()) {
            let released = released(track, catalogue);
            dated.push((Thing::Track(track), some_day(released, &mut dice)));
        }
    }
    Saved::of(dated)
}

fn albums(taste: u16, count: usize, catalogue: &Catalogue, dice: &mut fastrand::Rng) -> Saved {
    let artists = catalogue.artists_from(taste, u16::try_from(count).unwrap_or(u16::MAX));
    let albums = artists.flat_map(|artist| catalogue.albums_of(artist).into_iter().take(2));
    let long = albums.filter(|album| catalogue.album(*album).tracks.len() > 3);
    let dated = long.take(count).map(|album| {
        let released = year_of(&catalogue.album(album).released.date);
        (Thing::Album(album), some_day(released, dice))
    });
    Saved::of(dated.collect())
}

fn shuffled_tracks(catalogue: &Catalogue, dice: &mut fastrand::Rng) -> Vec<TrackKey> {
    let artists = catalogue.artists();
    let mut tracks: Vec<TrackKey> = artists
        .flat_map(|artist| catalogue.tracks_of(artist))
        .collect();
    dice.shuffle(&mut tracks);
    tracks
}

fn released(track: TrackKey, catalogue: &Catalogue) -> u64 {
    year_of(&catalogue.album(track.album).released.date)
}

fn year_of(date: &str) -> u64 {
    date.get(..4)
        .and_then(|year| year.parse().ok())
        .unwrap_or_default()
}

/// Some instant in the years that follow the one in which it came out.
fn some_day(released: u64, dice: &mut fastrand::Rng) -> Millis {
    let latest = calendar::day(2026, 9, 1);
    let earliest = calendar::day((released + 1).clamp(2011, 2026), 3, 1);
    earliest.plus(Millis(dice.u64(..latest.since(earliest).0)))
}

/// Some instant of late, the earlier the higher the number.
fn lately(nth: u64, dice: &mut fastrand::Rng) -> Millis {
    let hours = (nth + 1) * 17 + dice.u64(..17);
    let ago = Millis::from_secs(hours * 3600 + dice.u64(..3600));
    Millis(calendar::day(2026, 10, 20).since(ago).0)
}
