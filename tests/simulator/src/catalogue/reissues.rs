//! Compilations hold recordings of earlier records: the same recording under
//! two ids (contract 6.2).

use crate::catalogue::Catalogue;
use crate::catalogue::keys::TrackKey;
use crate::catalogue::shelf::Album;
use crate::catalogue::shelf::AlbumKind;
use crate::catalogue::shelf::Track;

/// Makes every other track of an artist's compilations one that an earlier
/// record has. The first stays, as the compilation may be named after it.
pub fn press(albums: &mut [Album]) {
    for number in 1..albums.len() {
        let (earlier, later) = albums.split_at_mut(number);
        let Some(compilation) = later.first_mut() else {
            continue;
        };
        if compilation.kind != AlbumKind::Compilation {
            continue;
        }
        let original = earlier
            .iter()
            .filter(|album| album.kind != AlbumKind::Compilation);
        let recordings = original.flat_map(|album| &album.tracks);
        for (track, recording) in compilation
            .tracks
            .iter_mut()
            .skip(1)
            .step_by(2)
            .zip(recordings)
        {
            copy(recording, track);
        }
    }
}

fn copy(recording: &Track, onto: &mut Track) {
    onto.title.clone_from(&recording.title);
    onto.guests.clone_from(&recording.guests);
    onto.duration = recording.duration;
    onto.explicit = recording.explicit;
    onto.isrc.clone_from(&recording.isrc);
}

impl Catalogue {
    /// The same recording under another id, if there is one.
    pub fn twin(&self, key: TrackKey) -> Option<TrackKey> {
        let artist = key.album.artist;
        let isrc = &self.track(key).isrc;
        let mut others = self.tracks_of(artist).into_iter();
        others.find(|other| *other != key && self.track(*other).isrc == *isrc)
    }
}
