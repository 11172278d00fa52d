//! What tracks sound like, and which artists sound alike.

use crate::catalogue::ARTISTS;
use crate::catalogue::Catalogue;
use crate::catalogue::keys::ArtistKey;
use crate::catalogue::keys::Thing;
use crate::catalogue::keys::TrackKey;

/// What a track sounds like; shares are in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sound {
    pub acousticness: u16,
    pub danceability: u16,
    pub energy: u16,
    pub instrumentalness: u16,
    pub liveness: u16,
    pub speechiness: u16,
    pub valence: u16,
    /// Tenths of a decibel below the loudest.
    pub loudness: u16,
    /// Tenths of a beat a minute.
    pub tempo: u16,
    /// Semitones above C.
    pub key: u8,
    /// 1 is major.
    pub mode: u8,
    pub time_signature: u8,
}

impl Catalogue {
    /// What a track sounds like.
    pub fn sound(&self, key: TrackKey) -> Sound {
        let mut dice = self.dice_of(Thing::Track(key));
        Sound {
            acousticness: dice.u16(..1000),
            danceability: dice.u16(200..900),
            energy: dice.u16(50..980),
            instrumentalness: dice.u16(..900),
            liveness: dice.u16(40..600),
            speechiness: dice.u16(20..300),
            valence: dice.u16(30..970),
            loudness: dice.u16(30..240),
            tempo: dice.u16(620..1800),
            key: dice.u8(..12),
            mode: dice.u8(..2),
            time_signature: dice.u8(3..=5),
        }
    }

    /// Other artists: those of the same genres first, then whoever stands near.
    pub fn neighbours(&self, artist: ArtistKey) -> impl Iterator<Item = ArtistKey> {
        let genres = &self.artist(artist).genres;
        let shares = |key: &ArtistKey| {
            let mut theirs = self.artist(*key).genres.iter();
            theirs.any(|genre| genres.contains(genre))
        };
        let others = self.artists_from(artist.0, ARTISTS).skip(1);
        let (alike, rest): (Vec<ArtistKey>, Vec<ArtistKey>) = others.partition(shares);
        alike.into_iter().chain(rest)
    }
}
