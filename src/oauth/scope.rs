/// A permission a listener can grant (contract 1.4). Scopes that only native
/// and partner apps use are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Subscription and country in `/me`, where they are not cut.
    UserReadPrivate,
    /// E-mail in `/me`, where it is not cut.
    UserReadEmail,
    /// Saved tracks, albums, episodes, shows, audiobooks.
    UserLibraryRead,
    /// Saving and removing them.
    UserLibraryModify,
    /// Followed artists.
    UserFollowRead,
    /// Following and unfollowing.
    UserFollowModify,
    /// Top tracks and artists.
    UserTopRead,
    /// Recently played tracks.
    UserReadRecentlyPlayed,
    /// Resume points of episodes.
    UserReadPlaybackPosition,
    /// What plays, devices, queue.
    UserReadPlaybackState,
    /// What plays, queue.
    UserReadCurrentlyPlaying,
    /// Every playback command.
    UserModifyPlaybackState,
    /// Playing in this browser.
    Streaming,
    /// Private playlists and playlist items.
    PlaylistReadPrivate,
    /// Collaborative playlists.
    PlaylistReadCollaborative,
    /// Changing public playlists.
    PlaylistModifyPublic,
    /// Changing private playlists.
    PlaylistModifyPrivate,
    /// Playlist covers.
    UgcImageUpload,
}

impl Scope {
    /// All of them.
    pub const ALL: [Self; 18] = [
        Self::UserReadPrivate,
        Self::UserReadEmail,
        Self::UserLibraryRead,
        Self::UserLibraryModify,
        Self::UserFollowRead,
        Self::UserFollowModify,
        Self::UserTopRead,
        Self::UserReadRecentlyPlayed,
        Self::UserReadPlaybackPosition,
        Self::UserReadPlaybackState,
        Self::UserReadCurrentlyPlaying,
        Self::UserModifyPlaybackState,
        Self::Streaming,
        Self::PlaylistReadPrivate,
        Self::PlaylistReadCollaborative,
        Self::PlaylistModifyPublic,
        Self::PlaylistModifyPrivate,
        Self::UgcImageUpload,
    ];

    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::UserReadPrivate => "user-read-private",
            Self::UserReadEmail => "user-read-email",
            Self::UserLibraryRead => "user-library-read",
            Self::UserLibraryModify => "user-library-modify",
            Self::UserFollowRead => "user-follow-read",
            Self::UserFollowModify => "user-follow-modify",
            Self::UserTopRead => "user-top-read",
            Self::UserReadRecentlyPlayed => "user-read-recently-played",
            Self::UserReadPlaybackPosition => "user-read-playback-position",
            Self::UserReadPlaybackState => "user-read-playback-state",
            Self::UserReadCurrentlyPlaying => "user-read-currently-playing",
            Self::UserModifyPlaybackState => "user-modify-playback-state",
            Self::Streaming => "streaming",
            Self::PlaylistReadPrivate => "playlist-read-private",
            Self::PlaylistReadCollaborative => "playlist-read-collaborative",
            Self::PlaylistModifyPublic => "playlist-modify-public",
            Self::PlaylistModifyPrivate => "playlist-modify-private",
            Self::UgcImageUpload => "ugc-image-upload",
        }
    }

    const fn bit(self) -> u32 {
        1 << self as u32
    }

    /// The scope of that name, if it is one of ours.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.as_str() == name)
    }
}

/// The scopes asked for, or granted: a bit for each [`Scope`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ScopeSet(u32);

impl ScopeSet {
    /// The fewest that the first screens need, Home and Top, and the way from a
    /// search to a device that plays. `/me` and search need none. Everything
    /// else asks for its own when it is used (security 8).
    pub fn at_sign_in() -> Self {
        Self::from_iter([
            Scope::UserTopRead,
            Scope::UserReadRecentlyPlayed,
            Scope::UserReadPlaybackState,
            Scope::UserReadCurrentlyPlaying,
            Scope::UserModifyPlaybackState,
            Scope::PlaylistReadPrivate,
        ])
    }

    /// What playing in this browser needs: Spotify's SDK refuses a token that
    /// lacks any of them (contract 7). Asked for when the listener first wants
    /// to.
    pub fn for_this_browser() -> Self {
        Self::from_iter([
            Scope::Streaming,
            Scope::UserReadEmail,
            Scope::UserReadPrivate,
        ])
    }

    /// Reads the space-separated list of RFC 6749 §3.3. Names we do not know
    /// are left out: they can grant nothing we use.
    pub fn parse(list: &str) -> Self {
        list.split_ascii_whitespace()
            .filter_map(Scope::parse)
            .collect()
    }

    /// The space-separated list of RFC 6749 §3.3.
    pub fn to_list(self) -> String {
        let names: Vec<_> = self.iter().map(Scope::as_str).collect();
        names.join(" ")
    }

    /// Whether it has `scope`.
    pub const fn contains(self, scope: Scope) -> bool {
        self.0 & scope.bit() != 0
    }

    /// What of it is not in `other`.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// With `scope` if it was not in it, and without if it was.
    #[must_use]
    pub const fn toggled(self, scope: Scope) -> Self {
        Self(self.0 ^ scope.bit())
    }

    /// Whether there is none in it.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Its scopes, in a fixed order.
    pub fn iter(self) -> impl Iterator<Item = Scope> {
        Scope::ALL
            .into_iter()
            .filter(move |scope| self.contains(*scope))
    }
}

impl FromIterator<Scope> for ScopeSet {
    fn from_iter<I: IntoIterator<Item = Scope>>(scopes: I) -> Self {
        Self(scopes.into_iter().fold(0, |set, scope| set | scope.bit()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sign_in_asks_for_no_more_than_the_first_screens_and_playing() {
        assert_eq!(
            ScopeSet::at_sign_in().to_list(),
            "user-top-read user-read-recently-played user-read-playback-state \
             user-read-currently-playing user-modify-playback-state playlist-read-private"
        );
    }

    #[test]
    fn playing_here_asks_for_what_the_sdk_wants() {
        let list = ScopeSet::for_this_browser().to_list();
        assert_eq!(list, "user-read-private user-read-email streaming");
    }

    #[test]
    fn a_list_is_read_and_written() {
        let set = ScopeSet::parse("user-top-read  soa-manage streaming user-top-read");
        assert_eq!(set.to_list(), "user-top-read streaming");
        assert!(set.contains(Scope::Streaming));
        assert!(!set.contains(Scope::UserLibraryRead));
        let left = set.without(ScopeSet::at_sign_in());
        assert_eq!(left.to_list(), "streaming");
        assert!(left.without(set).is_empty());
        assert!(left.toggled(Scope::Streaming).is_empty());
        assert_eq!(
            left.toggled(Scope::Streaming).toggled(Scope::Streaming),
            left
        );
        for scope in Scope::ALL {
            assert_eq!(Scope::parse(scope.as_str()), Some(scope));
        }
    }
}
