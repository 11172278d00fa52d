use serde_json::Value;

use super::{
    Copyright, ExternalIds, ExternalUrls, Fields, FromJson, Image, ReleaseDate, Restriction,
    SimplifiedArtist, SimplifiedTrack, words,
};
use crate::spotify::{AlbumId, Known, Page, Tells};

words! {
    /// What kind of release an album is.
    pub enum AlbumType {
        /// A whole one.
        Album = "album",
        /// A few tracks.
        Single = "single",
        /// Tracks from elsewhere.
        Compilation = "compilation",
    }
    else {
        /// Not told, as for local files, or not known here.
        Other
    }
}

/// An album as a track or a list names it. For a local file everything but the
/// name may be missing (contract 6.2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SimplifiedAlbum {
    /// Its id, unless it belongs to a local file.
    pub id: Option<AlbumId>,
    /// Its name; may be empty.
    pub name: String,
    /// What kind of release it is.
    pub album_type: AlbumType,
    /// Whose it is.
    pub artists: Vec<SimplifiedArtist>,
    /// Covers in several sizes.
    pub images: Vec<Image>,
    /// When it came out.
    pub release_date: Option<ReleaseDate>,
    /// How many tracks it has.
    pub total_tracks: Option<u32>,
    /// Whether it can be played; known only when a market is.
    pub is_playable: Option<bool>,
    /// Why it cannot be played.
    pub restriction: Option<Restriction>,
    /// Its page at Spotify.
    pub external_urls: ExternalUrls,
}

impl SimplifiedAlbum {
    fn take(fields: &mut Fields) -> Self {
        Self {
            id: fields.optional("id"),
            name: fields.or_default("name"),
            album_type: fields.or_default("album_type"),
            artists: fields.list("artists"),
            images: fields.list("images"),
            release_date: ReleaseDate::take(fields),
            total_tracks: fields.optional("total_tracks"),
            is_playable: fields.optional("is_playable"),
            restriction: Restriction::take(fields),
            external_urls: fields.or_default("external_urls"),
        }
    }
}

impl FromJson for SimplifiedAlbum {
    fn from_json(value: Value) -> Option<Self> {
        Fields::of(value).map(|mut fields| Self::take(&mut fields))
    }
}

impl Tells for SimplifiedAlbum {
    fn tell(&self, known: &mut Known) {
        if let Some(id) = &self.id {
            known.learn(id.clone(), self);
        }
        self.artists.tell(known);
    }
}

/// An album with its first tracks. Its label is cut (contract 5.2), so it is
/// not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Album {
    /// Its id.
    pub id: AlbumId,
    /// Its name.
    pub name: String,
    /// What kind of release it is.
    pub album_type: AlbumType,
    /// Whose it is.
    pub artists: Vec<SimplifiedArtist>,
    /// Covers in several sizes.
    pub images: Vec<Image>,
    /// When it came out.
    pub release_date: Option<ReleaseDate>,
    /// How many tracks it has.
    pub total_tracks: Option<u32>,
    /// Whether it can be played; known only when a market is.
    pub is_playable: Option<bool>,
    /// Why it cannot be played.
    pub restriction: Option<Restriction>,
    /// Its page at Spotify.
    pub external_urls: ExternalUrls,
    /// The first page of its tracks.
    pub tracks: Page<SimplifiedTrack>,
    /// Who holds the rights.
    pub copyrights: Vec<Copyright>,
    /// What others call it.
    pub external_ids: ExternalIds,
}

impl Album {
    /// As a track or a list names it.
    pub fn simplified(&self) -> SimplifiedAlbum {
        SimplifiedAlbum {
            id: Some(self.id.clone()),
            name: self.name.clone(),
            album_type: self.album_type,
            artists: self.artists.clone(),
            images: self.images.clone(),
            release_date: self.release_date,
            total_tracks: self.total_tracks,
            is_playable: self.is_playable,
            restriction: self.restriction,
            external_urls: self.external_urls.clone(),
        }
    }
}

impl FromJson for Album {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        let header = SimplifiedAlbum::take(&mut fields);
        Some(Self {
            id: header.id?,
            name: header.name,
            album_type: header.album_type,
            artists: header.artists,
            images: header.images,
            release_date: header.release_date,
            total_tracks: header.total_tracks,
            is_playable: header.is_playable,
            restriction: header.restriction,
            external_urls: header.external_urls,
            tracks: fields.or_default("tracks"),
            copyrights: fields.list("copyrights"),
            external_ids: fields.or_default("external_ids"),
        })
    }
}

impl Tells for Album {
    fn tell(&self, known: &mut Known) {
        known.learn(self.id.clone(), self);
        let header = self.simplified();
        header.tell(known);
        for track in self.tracks.items() {
            // A list with whole tracks tells more of each, its ISRC above all.
            if let Some(id) = &track.id {
                known.learn_if_new(id.clone(), &track.on(&header));
            }
            track.artists.tell(known);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spotify::{
        SpotifyUri,
        model::{Track, read},
    };

    const ALBUM: &str = r#"{"id":"4iV5W9uYEdYUVa79Axb7Rh","name":"Record","album_type":"EP",
        "artists":null,"images":[{"url":"u"},{"width":1}],"release_date":"1999-05",
        "release_date_precision":"month","restrictions":{"reason":"weather"},
        "tracks":{"items":[null,{"id":"0000000000000000000001","name":"Song"}],"total":null}}"#;

    #[test]
    fn an_album_is_read_without_what_is_missing_or_unknown() {
        let album: Album = read(ALBUM).expect("readable");
        assert_eq!(album.album_type, AlbumType::Other);
        assert_eq!(album.restriction, Some(Restriction::Other));
        assert_eq!(album.images.len(), 1);
        assert_eq!(album.tracks.items().count(), 1);
        assert_eq!(album.simplified(), read(ALBUM).expect("readable"));
        assert_eq!(read::<Album>(r#"{"name":"of no id"}"#), None);
        let single: AlbumType = read(r#""SINGLE""#).expect("a word");
        assert_eq!(single, AlbumType::Single);
    }

    #[test]
    fn an_album_tells_of_its_tracks_as_wholes() {
        let album: Album = read(ALBUM).expect("readable");
        let mut known = Known::default();
        album.tell(&mut known);
        let uri = SpotifyUri::try_from("spotify:track:0000000000000000000001".to_owned());
        let track = known.get::<Track>(&uri.expect("a URI")).expect("told");
        assert_eq!(track.album, album.simplified());
        assert_eq!(known.len(), 3, "the album in both shapes, and the track");
    }
}
