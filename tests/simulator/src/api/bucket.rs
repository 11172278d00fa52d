//! The groups of endpoints that quotas count together (contract 3.4). Their
//! real membership is not published; this is the simulator's.

use http::Method;
use serde::Deserialize;
use serde::Serialize;

use crate::api::endpoint::path_fits;

/// A group of endpoints with a quota of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bucket {
    /// `/search`.
    Search,
    /// `/artists/{id}/albums`.
    ArtistAlbums,
    /// `/playlists` and `/me/playlists`.
    Playlists,
    /// What is saved and followed.
    Library,
    /// `/me/player`.
    Player,
    /// One thing of the catalogue by its id.
    Lookups,
}

const PATTERNS: &[(&str, Bucket)] = &[
    ("/v1/search", Bucket::Search),
    ("/v1/artists/{}/albums", Bucket::ArtistAlbums),
    ("/v1/me/playlists", Bucket::Playlists),
    ("/v1/users/{}/playlists", Bucket::Playlists),
    ("/v1/tracks/{}", Bucket::Lookups),
    ("/v1/albums/{}", Bucket::Lookups),
    ("/v1/albums/{}/tracks", Bucket::Lookups),
    ("/v1/artists/{}", Bucket::Lookups),
    ("/v1/shows/{}", Bucket::Lookups),
    ("/v1/shows/{}/episodes", Bucket::Lookups),
    ("/v1/episodes/{}", Bucket::Lookups),
    ("/v1/audiobooks/{}", Bucket::Lookups),
    ("/v1/audiobooks/{}/chapters", Bucket::Lookups),
    ("/v1/chapters/{}", Bucket::Lookups),
];

const SAVED: [&str; 7] = [
    "library",
    "tracks",
    "albums",
    "episodes",
    "shows",
    "audiobooks",
    "following",
];

impl Bucket {
    /// Every group.
    pub const ALL: [Self; 6] = [
        Self::Search,
        Self::ArtistAlbums,
        Self::Playlists,
        Self::Library,
        Self::Player,
        Self::Lookups,
    ];

    /// The group a call counts in; none for calls that no quota counts.
    pub fn of(method: &Method, path: &str) -> Option<Self> {
        if method == Method::OPTIONS {
            return None;
        }
        let known = PATTERNS
            .iter()
            .find(|(pattern, _)| path_fits(pattern, path));
        known
            .map(|(_, bucket)| *bucket)
            .or_else(|| Self::by_beginning(path))
    }

    fn by_beginning(path: &str) -> Option<Self> {
        let mut segments = path.strip_prefix("/v1/")?.split('/');
        match (segments.next()?, segments.next()) {
            ("playlists", Some(_)) => Some(Self::Playlists),
            ("me", Some("player")) => Some(Self::Player),
            ("me", Some(kind)) if SAVED.contains(&kind) => Some(Self::Library),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_group_has_its_calls() {
        let cases = [
            ("/v1/search", Some(Bucket::Search)),
            ("/v1/artists/x/albums", Some(Bucket::ArtistAlbums)),
            ("/v1/artists/x", Some(Bucket::Lookups)),
            ("/v1/playlists/x/items", Some(Bucket::Playlists)),
            ("/v1/me/playlists", Some(Bucket::Playlists)),
            ("/v1/me/tracks", Some(Bucket::Library)),
            ("/v1/me/library/contains", Some(Bucket::Library)),
            ("/v1/me/player/recently-played", Some(Bucket::Player)),
            ("/v1/me", None),
            ("/v1/me/top/tracks", None),
        ];
        for (path, bucket) in cases {
            assert_eq!(Bucket::of(&Method::GET, path), bucket, "{path}");
        }
    }
}
