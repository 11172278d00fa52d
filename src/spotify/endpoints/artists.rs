//! Artists (contract 4.1).

use crate::spotify::{
    ArtistId, Bucket, Call, Endpoint, ItemKind, Page, Parameter, Values, Window, model,
};

/// How an artist has to do with an album.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AlbumGroup {
    /// It is a whole album of theirs.
    Album,
    /// It is a single of theirs.
    Single,
    /// They play on it.
    AppearsOn,
    /// It is a compilation with them.
    Compilation,
}

impl AlbumGroup {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Album => "album",
            Self::Single => "single",
            Self::AppearsOn => "appears_on",
            Self::Compilation => "compilation",
        }
    }
}

/// An artist.
pub static ARTIST: Endpoint = Endpoint::get(
    "/v1/artists/{id}",
    Bucket::Lookups,
    &[],
    &[Parameter::id(ItemKind::Artist)],
);

/// The albums of an artist. Ten at most (contract 5.4).
pub static ALBUMS: Endpoint = Endpoint::get(
    "/v1/artists/{id}/albums",
    Bucket::ArtistAlbums,
    &[],
    &[
        Parameter::id(ItemKind::Artist),
        Parameter::query(
            "include_groups",
            Values::SomeOf(&["album", "single", "appears_on", "compilation"]),
        ),
        Parameter::MARKET,
        Parameter::limit(10),
        Parameter::OFFSET,
    ],
);

/// `GET /artists/{id}`.
pub fn artist(id: &ArtistId) -> Call<model::Artist> {
    ARTIST.call().on(id.as_str()).about(id.clone())
}

/// `GET /artists/{id}/albums` of these groups; of all of them if there are
/// none. The answers do not tell the groups (contract 5.2), so whoever must
/// know asks for one alone.
pub fn albums(
    id: &ArtistId,
    groups: &[AlbumGroup],
    window: Window,
) -> Call<Page<model::SimplifiedAlbum>> {
    let groups: Vec<_> = groups.iter().copied().map(AlbumGroup::as_str).collect();
    ALBUMS
        .call()
        .on(id.as_str())
        .with_some(
            "include_groups",
            (!groups.is_empty()).then(|| groups.join(",")),
        )
        .window(window)
}
