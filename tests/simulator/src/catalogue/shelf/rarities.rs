//! Records that fill more than one page: a box of many discs, one disc of very
//! short pieces, and an artist who cannot stop.

use crate::catalogue::keys::ArtistKey;
use crate::catalogue::released::Released;
use crate::catalogue::shelf::Album;
use crate::catalogue::shelf::AlbumKind;
use crate::catalogue::shelf::Studio;

/// The Ana Duarte Trio, whose complete recordings fill five discs.
const BOXED: ArtistKey = ArtistKey(6);
const TRACKS_IN_BOX: usize = 78;
/// More than a page of tracks, and no second disc.
const SKETCHES: usize = 64;
/// Tomo Haruki, who puts out a record a week.
const PROLIFIC: ArtistKey = ArtistKey(3);
const PROLIFIC_RECORDS: usize = 66;

impl Studio<'_> {
    /// What an artist put out besides the usual records.
    pub(super) fn rarities(&mut self) -> Vec<Album> {
        match self.key {
            BOXED => vec![self.boxed(), self.miniatures()],
            PROLIFIC => (0..PROLIFIC_RECORDS).map(|nth| self.sketch(nth)).collect(),
            _ => Vec::new(),
        }
    }

    fn boxed(&mut self) -> Album {
        Album {
            title: "The Mercado Tapes: Complete Recordings, 1989–1998".to_owned(),
            released: Released::on("1999-03"),
            ..self.record_of(AlbumKind::Compilation, TRACKS_IN_BOX, 1999)
        }
    }

    fn miniatures(&mut self) -> Album {
        let mut album = Album {
            title: "Sixty-Four Miniatures".to_owned(),
            released: Released::on("2003-10"),
            ..self.record_of(AlbumKind::Album, SKETCHES, 2003)
        };
        for (track, number) in album.tracks.iter_mut().zip(1..) {
            track.disc = 1;
            track.number = number;
        }
        album
    }

    fn sketch(&mut self, nth: usize) -> Album {
        let year = self.dice.u16(2012..=2026);
        match nth % 6 {
            0 => self.record_of(AlbumKind::Album, 9, year),
            5 => self.record_of(AlbumKind::Compilation, 15, year),
            rest => self.record_of(AlbumKind::Single, rest, year),
        }
    }
}
