use serde_json::Value;

use super::{
    Artist, Fields, FromJson, SimplifiedAlbum, SimplifiedAudiobook, SimplifiedEpisode,
    SimplifiedPlaylist, SimplifiedShow, Track,
};
use crate::spotify::{Known, Page, Tells};

/// What was found: a page for each kind that was asked for (contract 4.1).
/// Those of playlists are full of gaps (contract 6.2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchResults {
    /// Albums.
    pub albums: Option<Page<SimplifiedAlbum>>,
    /// Artists.
    pub artists: Option<Page<Artist>>,
    /// Playlists.
    pub playlists: Option<Page<SimplifiedPlaylist>>,
    /// Tracks.
    pub tracks: Option<Page<Track>>,
    /// Shows.
    pub shows: Option<Page<SimplifiedShow>>,
    /// Episodes.
    pub episodes: Option<Page<SimplifiedEpisode>>,
    /// Audiobooks.
    pub audiobooks: Option<Page<SimplifiedAudiobook>>,
}

impl FromJson for SearchResults {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        Some(Self {
            albums: fields.optional("albums"),
            artists: fields.optional("artists"),
            playlists: fields.optional("playlists"),
            tracks: fields.optional("tracks"),
            shows: fields.optional("shows"),
            episodes: fields.optional("episodes"),
            audiobooks: fields.optional("audiobooks"),
        })
    }
}

impl Tells for SearchResults {
    fn tell(&self, known: &mut Known) {
        self.albums.tell(known);
        self.artists.tell(known);
        self.playlists.tell(known);
        self.tracks.tell(known);
        self.shows.tell(known);
        self.episodes.tell(known);
        self.audiobooks.tell(known);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spotify::model::read;

    #[test]
    fn hidden_playlists_leave_gaps() {
        let found: SearchResults = read(
            r#"{"playlists":{"items":[null,{"id":"4iV5W9uYEdYUVa79Axb7Rh","images":null}]},
                "tracks":null}"#,
        )
        .expect("readable");
        let playlists = found.playlists.expect("asked for");
        let gaps: Vec<_> = playlists.entries.iter().map(Option::is_none).collect();
        assert_eq!(gaps, [true, false]);
        assert_eq!((found.tracks, found.albums), (None, None));
    }
}
