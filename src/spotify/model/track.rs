use serde_json::Value;

use super::{
    ExternalIds, ExternalUrls, Fields, FromJson, Restriction, SimplifiedAlbum, SimplifiedArtist,
};
use crate::{
    ports::Millis,
    spotify::{ItemKind, Known, SpotifyUri, Tells, TrackId},
};

/// A track as its album lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SimplifiedTrack {
    /// Its id, unless it is a local file.
    pub id: Option<TrackId>,
    /// What names it, local files too.
    pub uri: Option<SpotifyUri>,
    /// Its name.
    pub name: String,
    /// Who plays.
    pub artists: Vec<SimplifiedArtist>,
    /// Its length.
    pub duration: Millis,
    /// Which disc it is on, from 1; 0 for local files.
    pub disc_number: u32,
    /// Which one on its disc it is, from 1; 0 for local files.
    pub track_number: u32,
    /// Whether it is marked explicit.
    pub explicit: bool,
    /// Whether it is a file on a listener's own device.
    pub is_local: bool,
    /// Whether it can be played; known only when a market is.
    pub is_playable: Option<bool>,
    /// Why it cannot be played.
    pub restriction: Option<Restriction>,
    /// Its page at Spotify.
    pub external_urls: ExternalUrls,
}

impl SimplifiedTrack {
    /// The whole track, if it is on `album`.
    pub fn on(&self, album: &SimplifiedAlbum) -> Track {
        self.clone()
            .completed(album.clone(), ExternalIds::default())
    }

    fn take(fields: &mut Fields) -> Option<Self> {
        let id: Option<TrackId> = fields.optional("id");
        let uri = fields.optional("uri");
        let uri = uri.or_else(|| id.clone().map(SpotifyUri::from));
        let is_local_file = |uri: &SpotifyUri| uri.kind() == ItemKind::Local;
        let track = Self {
            id,
            is_local: fields.or_default("is_local") || uri.as_ref().is_some_and(is_local_file),
            uri,
            name: fields.or_default("name"),
            artists: fields.list("artists"),
            duration: fields.or_default("duration_ms"),
            disc_number: fields.or_default("disc_number"),
            track_number: fields.or_default("track_number"),
            explicit: fields.or_default("explicit"),
            is_playable: fields.optional("is_playable"),
            restriction: Restriction::take(fields),
            external_urls: fields.or_default("external_urls"),
        };
        // Of what has neither there is nothing to show, and nothing to do.
        (track.uri.is_some() || !track.name.is_empty()).then_some(track)
    }

    fn completed(self, album: SimplifiedAlbum, external_ids: ExternalIds) -> Track {
        Track {
            id: self.id,
            uri: self.uri,
            name: self.name,
            artists: self.artists,
            album,
            duration: self.duration,
            disc_number: self.disc_number,
            track_number: self.track_number,
            explicit: self.explicit,
            is_local: self.is_local,
            is_playable: self.is_playable,
            restriction: self.restriction,
            external_ids,
            external_urls: self.external_urls,
        }
    }
}

impl FromJson for SimplifiedTrack {
    fn from_json(value: Value) -> Option<Self> {
        Self::take(&mut Fields::of(value)?)
    }
}

// By itself it is too little to open.
impl Tells for SimplifiedTrack {
    fn tell(&self, known: &mut Known) {
        self.artists.tell(known);
    }
}

/// A track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    /// Its id, unless it is a local file.
    pub id: Option<TrackId>,
    /// What names it, local files too.
    pub uri: Option<SpotifyUri>,
    /// Its name.
    pub name: String,
    /// Who plays.
    pub artists: Vec<SimplifiedArtist>,
    /// The album it is from.
    pub album: SimplifiedAlbum,
    /// Its length.
    pub duration: Millis,
    /// Which disc it is on, from 1; 0 for local files.
    pub disc_number: u32,
    /// Which one on its disc it is, from 1; 0 for local files.
    pub track_number: u32,
    /// Whether it is marked explicit.
    pub explicit: bool,
    /// Whether it is a file on a listener's own device. It cannot be looked up,
    /// nor added to anything (contract 6.2).
    pub is_local: bool,
    /// Whether it can be played; known only when a market is.
    pub is_playable: Option<bool>,
    /// Why it cannot be played.
    pub restriction: Option<Restriction>,
    /// What others call it: the same recording may have several ids at Spotify.
    pub external_ids: ExternalIds,
    /// Its page at Spotify.
    pub external_urls: ExternalUrls,
}

impl FromJson for Track {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        let album = fields.or_default("album");
        let external_ids = fields.or_default("external_ids");
        Some(SimplifiedTrack::take(&mut fields)?.completed(album, external_ids))
    }
}

impl Tells for Track {
    fn tell(&self, known: &mut Known) {
        if let Some(id) = &self.id {
            known.learn(id.clone(), self);
        }
        self.album.tell(known);
        self.artists.tell(known);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spotify::model::read;

    #[test]
    fn a_local_file_is_read_with_all_its_nulls() {
        let track: Track = read(
            r#"{"album":{"album_type":null,"artists":[],"external_urls":{},"href":null,"id":null,
                "images":null,"name":null,"release_date":null,"uri":null},
                "artists":[{"external_urls":{},"id":null,"name":"Band","uri":null},null,7],
                "duration_ms":180000,"explicit":null,"external_urls":null,"href":null,"id":null,
                "name":"Demo","uri":"spotify:local:Band:Tape:Demo:180"}"#,
        )
        .expect("readable");
        assert_eq!(track.id, None);
        assert!(track.is_local, "by its URI");
        assert_eq!(track.artists.len(), 1);
        assert_eq!(track.album, SimplifiedAlbum::default());
        assert_eq!(track.duration, Millis(180_000));
        let mut known = Known::default();
        track.tell(&mut known);
        assert!(known.is_empty(), "nothing here can be opened");
    }

    #[test]
    fn a_track_needs_something_to_be_called_by() {
        let id = "4iV5W9uYEdYUVa79Axb7Rh";
        let track: Track = read(&format!(r#"{{"id":"{id}"}}"#)).expect("readable");
        assert_eq!(
            track.uri.map(|uri| uri.to_string()),
            Some(format!("spotify:track:{id}"))
        );
        let named: Track = read(r#"{"id":"broken","name":"Song"}"#).expect("readable");
        assert_eq!((named.id, named.uri), (None, None));
        for nothing in ["{}", "null", "[]", r#"{"name":null,"uri":"broken"}"#] {
            assert_eq!(read::<Track>(nothing), None, "{nothing}");
        }
    }
}
