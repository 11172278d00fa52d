/// A group of calls that Spotify counts together (contract 3.4). Which calls
/// share a quota is unpublished; these groups follow what was observed to run
/// out on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bucket {
    /// `/search`.
    Search,
    /// The albums of artists.
    ArtistAlbums,
    /// One thing of the catalogue by its id, and the lists inside it.
    Lookups,
    /// The profile and the top lists.
    Profile,
    /// Saved things and followed artists, read and written.
    Library,
    /// Playlists and their items, read and written.
    Playlists,
    /// Covers of playlists, whose upload has a limit of its own.
    PlaylistCovers,
    /// The player, its devices and what was played.
    Player,
}

impl Bucket {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Search,
        Self::ArtistAlbums,
        Self::Lookups,
        Self::Profile,
        Self::Library,
        Self::Playlists,
        Self::PlaylistCovers,
        Self::Player,
    ];

    /// What records of it call it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Search => "search",
            Self::ArtistAlbums => "artist-albums",
            Self::Lookups => "lookups",
            Self::Profile => "profile",
            Self::Library => "library",
            Self::Playlists => "playlists",
            Self::PlaylistCovers => "playlist-covers",
            Self::Player => "player",
        }
    }

    /// The bucket of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|bucket| bucket.as_str() == name)
    }
}
