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
        Scope::UserLibraryModify => "Saving, and no longer.",
        Scope::UserFollowRead => "Whom you follow.",
        Scope::UserFollowModify => "Following, and no longer.",
        Scope::UserReadPlaybackPosition => "How far you came in episodes.",
        Scope::Streaming => "Playing in this browser.",
        Scope::UserReadEmail | Scope::UserReadPrivate => {
            "Spotify’s player in this browser wants it; nothing else here does."
        }
        Scope::UgcImageUpload => "Covers for your playlists.",
    }
}

/// Which part of the app asks for it, and when. `None` if none does.
pub const fn asked_by(scope: Scope) -> Option<&'static str> {
    Some(match scope {
        Scope::UserTopRead => "Home and Top",
        Scope::UserReadRecentlyPlayed => "Home",
        Scope::UserReadPlaybackState => "the player, and the list of devices",
        Scope::UserReadCurrentlyPlaying => "the player, and the queue",
        Scope::UserModifyPlaybackState => "every button that plays",
        Scope::PlaylistReadPrivate | Scope::PlaylistReadCollaborative => {
            "Playlists, and adding to one"
        }
        Scope::PlaylistModifyPublic | Scope::PlaylistModifyPrivate => {
            "adding to a playlist, and saving a queue as one"
        }
        Scope::UserLibraryRead | Scope::UserLibraryModify => "the plus that saves a thing",
        Scope::UserFollowRead | Scope::UserFollowModify => "following an artist, show or playlist",
        Scope::UserReadPlaybackPosition => "the pages of shows and episodes",
        Scope::Streaming | Scope::UserReadEmail | Scope::UserReadPrivate => {
            "playing in this browser"
        }
        Scope::UgcImageUpload => return None,
    })
}
