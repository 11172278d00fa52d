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

/// A show, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ShowKey(pub(super) u16);

/// An episode of a show; the oldest is number 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EpisodeKey {
    pub show: ShowKey,
    pub(super) number: u16,
}

/// An audiobook, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AudiobookKey(pub(super) u16);

/// A chapter of an audiobook; the first is number 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ChapterKey {
    pub audiobook: AudiobookKey,
    pub(super) number: u16,
}

/// Anything of the catalogue that has an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Thing {
    Artist(ArtistKey),
    Album(AlbumKey),
    Track(TrackKey),
    Show(ShowKey),
    Episode(EpisodeKey),
    Audiobook(AudiobookKey),
    Chapter(ChapterKey),
}

impl Thing {
    /// Its kind as URIs tell it: a chapter is an episode there (contract 3.1).
    pub fn kind(self) -> &'static str {
        match self {
            Self::Artist(_) => "artist",
            Self::Album(_) => "album",
            Self::Track(_) => "track",
            Self::Show(_) => "show",
            Self::Episode(_) | Self::Chapter(_) => "episode",
            Self::Audiobook(_) => "audiobook",
        }
    }
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
    /// A show's picture, which its episodes share.
    Show(ShowKey),
    /// An audiobook's cover, which its chapters share.
    Audiobook(AudiobookKey),
}
