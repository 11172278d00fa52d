//! Everything there is, by key.

use crate::catalogue::ARTISTS;
use crate::catalogue::Catalogue;
use crate::catalogue::keys::AlbumKey;
use crate::catalogue::keys::ArtistKey;
use crate::catalogue::keys::EpisodeKey;
use crate::catalogue::keys::ShowKey;
use crate::catalogue::keys::TrackKey;

impl Catalogue {
    /// So many artists from one on, going round.
    #[expect(clippy::unused_self, reason = "only who has a catalogue has keys")]
    pub fn artists_from(&self, first: u16, count: u16) -> impl Iterator<Item = ArtistKey> {
        (0..count.min(ARTISTS)).map(move |nth| ArtistKey(first.wrapping_add(nth) % ARTISTS))
    }

    /// Every artist.
    pub fn artists(&self) -> impl Iterator<Item = ArtistKey> {
        self.artists_from(0, ARTISTS)
    }

    /// Every album of an artist, in the order in which they were made.
    pub fn albums_of(&self, artist: ArtistKey) -> Vec<AlbumKey> {
        let count = self.shelf(artist).albums.len();
        (0..)
            .take(count)
            .map(|number| AlbumKey { artist, number })
            .collect()
    }

    /// Every track of an album, in its order.
    pub fn tracks_on(&self, album: AlbumKey) -> Vec<TrackKey> {
        let count = self.album(album).tracks.len();
        (0..)
            .take(count)
            .map(|number| TrackKey { album, number })
            .collect()
    }

    /// Every track of an artist, album by album.
    pub fn tracks_of(&self, artist: ArtistKey) -> Vec<TrackKey> {
        let albums = self.albums_of(artist).into_iter();
        albums.flat_map(|album| self.tracks_on(album)).collect()
    }

    /// The first track of an artist's first album, which every artist has.
    #[expect(clippy::unused_self, reason = "only who has a catalogue has keys")]
    pub fn opener_of(&self, artist: ArtistKey) -> TrackKey {
        let album = AlbumKey { artist, number: 0 };
        TrackKey { album, number: 0 }
    }

    /// Some episode: neighbours are of different shows.
    pub fn some_episode(&self, nth: usize) -> Option<EpisodeKey> {
        let shows: Vec<ShowKey> = self.shows().collect();
        let show = *shows.get(nth % shows.len().max(1))?;
        let mut places = nth / shows.len()..self.show(show).total_episodes();
        let episode = places.find_map(|place| self.newest_episode(show, place));
        episode.filter(|key| !self.is_hidden(*key))
    }
}
