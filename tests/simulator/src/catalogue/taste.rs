//! What listeners play most: like for like over the years, but never twice in
//! the same order.

use crate::catalogue::ARTISTS;
use crate::catalogue::Catalogue;
use crate::catalogue::keys::AlbumKey;
use crate::catalogue::keys::ArtistKey;
use crate::catalogue::keys::TrackKey;

const TOP_ARTISTS: u16 = 80;
const TRACKS_OF_EACH: usize = 3;

/// The span that a top list is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeRange {
    Short,
    Medium,
    Long,
}

impl TimeRange {
    /// How far a place in the list may wander from a listener's first love.
    fn unrest(self) -> u32 {
        match self {
            Self::Short => 1,
            Self::Medium => 14,
            Self::Long => 40,
        }
    }

    /// Makes the dice of one span fall otherwise than those of another.
    fn salt(self) -> u16 {
        match self {
            Self::Short => 1001,
            Self::Medium => 2002,
            Self::Long => 3003,
        }
    }
}

impl Catalogue {
    /// A listener's top artists, from where their taste begins.
    pub fn top_artists(&self, taste: u16, range: TimeRange) -> Vec<ArtistKey> {
        let mut dice = self.dice(range.salt().wrapping_add(taste));
        let mut placed: Vec<(u32, ArtistKey)> = (0..TOP_ARTISTS)
            .map(|nth| {
                let key = ArtistKey(taste.wrapping_add(nth) % ARTISTS);
                (u32::from(nth) + dice.u32(..range.unrest()), key)
            })
            .collect();
        placed.sort_by_key(|(place, _)| *place);
        placed.into_iter().map(|(_, key)| key).collect()
    }

    /// A listener's top tracks: mostly, but not only, by their top artists.
    pub fn top_tracks(&self, taste: u16, range: TimeRange) -> Vec<TrackKey> {
        let mut dice = self.dice(range.salt().wrapping_mul(3).wrapping_add(taste));
        let mut placed: Vec<(usize, TrackKey)> = Vec::new();
        for (nth, artist) in self.top_artists(taste, range).into_iter().enumerate() {
            for (again, key) in self.best_of(artist).into_iter().enumerate() {
                placed.push((nth + again * 16 + dice.usize(..6), key));
            }
        }
        placed.sort_by_key(|(place, _)| *place);
        placed.into_iter().map(|(_, key)| key).collect()
    }

    /// An artist's best: up to two tracks of a record.
    fn best_of(&self, artist: ArtistKey) -> Vec<TrackKey> {
        let albums = (0..).zip(&self.shelf(artist).albums);
        let best = albums.flat_map(|(number, record)| {
            let album = AlbumKey { artist, number };
            (0..)
                .take(record.tracks.len().min(2))
                .map(move |number| TrackKey { album, number })
        });
        best.take(TRACKS_OF_EACH).collect()
    }
}
