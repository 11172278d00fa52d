//! What things of the catalogue are known by inside the simulator.

/// An artist, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ArtistKey(pub(super) u16);

/// An album of an artist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AlbumKey {
    pub artist: ArtistKey,
    pub(super) number: u8,
}

/// A track of an album.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TrackKey {
    pub album: AlbumKey,
    pub(super) number: u8,
}

/// Something with a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Picture {
    /// An album's cover.
    Album(AlbumKey),
    /// An artist's picture.
    Artist(ArtistKey),
    /// A listener's portrait.
    Portrait(u16),
}
