use serde::Deserialize;

use super::{ExternalUrls, SimplifiedAlbum, SimplifiedArtist, lenient_list, or_default};
use crate::{ports::Millis, spotify::TrackId};

/// A track.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Track {
    /// Its id, unless it is a local file.
    #[serde(default)]
    pub id: Option<TrackId>,
    /// Its name.
    pub name: String,
    /// Who plays.
    #[serde(default, deserialize_with = "lenient_list")]
    pub artists: Vec<SimplifiedArtist>,
    /// The album it is from.
    #[serde(default, deserialize_with = "or_default")]
    pub album: SimplifiedAlbum,
    /// Its length.
    #[serde(default, rename = "duration_ms", deserialize_with = "or_default")]
    pub duration: Millis,
    /// Whether it is marked explicit.
    #[serde(default, deserialize_with = "or_default")]
    pub explicit: bool,
    /// Its page at Spotify.
    #[serde(default, deserialize_with = "or_default")]
    pub external_urls: ExternalUrls,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_local_file_is_read_with_all_its_nulls() {
        let track: Track = serde_json::from_str(
            r#"{"album":{"album_type":null,"artists":[],"external_urls":{},"href":null,"id":null,
                "images":null,"name":null,"release_date":null,"uri":null},
                "artists":[{"external_urls":{},"id":null,"name":"Band","uri":null},null,7],
                "duration_ms":180000,"explicit":null,"external_urls":null,"href":null,"id":null,
                "is_local":true,"name":"Demo","uri":"spotify:local:Band:Tape:Demo:180"}"#,
        )
        .expect("readable");
        assert_eq!(track.id, None);
        assert_eq!(track.artists.len(), 1);
        assert_eq!(track.album, SimplifiedAlbum::default());
        assert_eq!(track.duration, Millis(180_000));
    }
}
