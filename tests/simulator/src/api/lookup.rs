//! From the id in a path, or in a list, to what it stands for (contract 3.3).

use crate::api::endpoint::Visit;
use crate::api::refusal::Refusal;
use crate::catalogue::AlbumKey;
use crate::catalogue::ArtistKey;
use crate::catalogue::AudiobookKey;
use crate::catalogue::Catalogue;
use crate::catalogue::ChapterKey;
use crate::catalogue::EpisodeKey;
use crate::catalogue::ShowKey;
use crate::catalogue::Thing;
use crate::catalogue::TrackKey;
use crate::catalogue::is_base62_id;

/// What an id stands for; none when there is no such thing.
pub fn find(catalogue: &Catalogue, id: &str) -> Result<Option<Thing>, Refusal> {
    if is_base62_id(id) {
        Ok(catalogue.find(id))
    } else {
        Err(Refusal::BadRequest("Invalid base62 id"))
    }
}

/// What the third segment of the path stands for, if it is of a kind.
fn named<K>(visit: &Visit<'_>, kind: fn(Thing) -> Option<K>) -> Result<K, Refusal> {
    find(&visit.world.catalogue, visit.segment(2))?
        .and_then(kind)
        .ok_or(Refusal::NotFound)
}

/// The artist of `/v1/artists/{}`.
pub fn artist(visit: &Visit<'_>) -> Result<ArtistKey, Refusal> {
    named(visit, |thing| match thing {
        Thing::Artist(key) => Some(key),
        _ => None,
    })
}

/// The album of `/v1/albums/{}`.
pub fn album(visit: &Visit<'_>) -> Result<AlbumKey, Refusal> {
    named(visit, |thing| match thing {
        Thing::Album(key) => Some(key),
        _ => None,
    })
}

/// The track of `/v1/tracks/{}`.
pub fn track(visit: &Visit<'_>) -> Result<TrackKey, Refusal> {
    named(visit, |thing| match thing {
        Thing::Track(key) => Some(key),
        _ => None,
    })
}

/// The show of `/v1/shows/{}`.
pub fn show(visit: &Visit<'_>) -> Result<ShowKey, Refusal> {
    named(visit, |thing| match thing {
        Thing::Show(key) => Some(key),
        _ => None,
    })
}

/// The episode of `/v1/episodes/{}`.
pub fn episode(visit: &Visit<'_>) -> Result<EpisodeKey, Refusal> {
    named(visit, |thing| match thing {
        Thing::Episode(key) => Some(key),
        _ => None,
    })
}

/// The audiobook of `/v1/audiobooks/{}`, where audiobooks are sold.
pub fn audiobook(visit: &Visit<'_>) -> Result<AudiobookKey, Refusal> {
    sold_here(visit, |thing| match thing {
        Thing::Audiobook(key) => Some(key),
        _ => None,
    })
}

/// The chapter of `/v1/chapters/{}`, where audiobooks are sold.
pub fn chapter(visit: &Visit<'_>) -> Result<ChapterKey, Refusal> {
    sold_here(visit, |thing| match thing {
        Thing::Chapter(key) => Some(key),
        _ => None,
    })
}

fn sold_here<K>(visit: &Visit<'_>, kind: fn(Thing) -> Option<K>) -> Result<K, Refusal> {
    let key = named(visit, kind)?;
    if sells_audiobooks(visit) {
        Ok(key)
    } else {
        Err(Refusal::NotFound)
    }
}

/// Whether there are audiobooks in the listener's country (contract 4.1).
pub fn sells_audiobooks(visit: &Visit<'_>) -> bool {
    let catalogue = &visit.world.catalogue;
    let mut books = catalogue.audiobooks();
    books.any(|key| catalogue.is_available(Thing::Audiobook(key), &visit.listener.country))
}
