use crate::oauth::Scope;

/// What a permission is for, in this app.
pub const fn purpose(scope: Scope) -> &'static str {
    match scope {
        Scope::UserTopRead => "Your top tracks and artists.",
        Scope::UserReadRecentlyPlayed => "What you played last.",
        Scope::UserReadPlaybackState => "What plays, and your devices.",
        Scope::UserReadCurrentlyPlaying => "What plays, and what comes next.",
        Scope::UserModifyPlaybackState => "Playing, pausing, skipping.",
        Scope::PlaylistReadPrivate => "Your playlists, private ones too.",
        Scope::PlaylistReadCollaborative => "Playlists that several people change.",
        Scope::PlaylistModifyPublic => "Changing your public playlists.",
        Scope::PlaylistModifyPrivate => "Changing your private playlists.",
        Scope::UserLibraryRead => "What you saved.",
        Scope::UserLibraryModify => "Saving things, and removing them.",
        Scope::UserFollowRead => "Whom you follow.",
        Scope::UserFollowModify => "Following, and unfollowing.",
        Scope::UserReadPlaybackPosition => "How far you came in episodes.",
        Scope::Streaming => "Playing in this browser.",
        Scope::UserReadEmail | Scope::UserReadPrivate => {
            "Spotify’s player in this browser wants it; nothing else here does."
        }
        Scope::UgcImageUpload => "Covers for your playlists.",
    }
}

/// The parts of the app, and what each asks for when it is first used; those of
/// the first screens are asked for at sign-in (security 8).
pub const PARTS: [(&str, &[Scope]); 8] = [
    (
        "Home and Top",
        &[Scope::UserTopRead, Scope::UserReadRecentlyPlayed],
    ),
    (
        "The player",
        &[
            Scope::UserReadPlaybackState,
            Scope::UserReadCurrentlyPlaying,
            Scope::UserModifyPlaybackState,
        ],
    ),
    (
        "Playlists",
        &[Scope::PlaylistReadPrivate, Scope::PlaylistReadCollaborative],
    ),
    (
        "Adding to a playlist",
        &[Scope::PlaylistModifyPublic, Scope::PlaylistModifyPrivate],
    ),
    (
        "The plus that saves a thing",
        &[Scope::UserLibraryRead, Scope::UserLibraryModify],
    ),
    (
        "Following",
        &[Scope::UserFollowRead, Scope::UserFollowModify],
    ),
    ("Shows and episodes", &[Scope::UserReadPlaybackPosition]),
    (
        "Playing in this browser",
        &[
            Scope::Streaming,
            Scope::UserReadPrivate,
            Scope::UserReadEmail,
        ],
    ),
];
