use super::Explanation;
use crate::{
    platform,
    spotify::{Bucket, Limit, Limited, NextStep},
};

/// What the calls of a bucket are about.
pub const fn bucket_name(bucket: Bucket) -> &'static str {
    match bucket {
        Bucket::Search => "Search",
        Bucket::ArtistAlbums => "Albums of artists",
        Bucket::Lookups => "Single albums, artists, tracks",
        Bucket::Profile => "Profile and top lists",
        Bucket::Library => "Library",
        Bucket::Playlists => "Playlists",
        Bucket::PlaylistCovers => "Playlist covers",
        Bucket::Player => "Player and devices",
    }
}

/// Why a bucket rests.
pub const fn rest_reason(limit: Limit) -> &'static str {
    match limit {
        Limit::Rate => "Spotify asked to slow down.",
        Limit::Quota => {
            "Its quota is used up. It may take up to a day; then it is tried once, carefully."
        }
        Limit::Unseen => {
            "Several answers in a row could not be read, though this device is online: blocked, or throttled without a word."
        }
    }
}

impl Explanation {
    /// Why calls are held back, and until when.
    pub(super) fn of_limit(limited: Limited) -> Self {
        let time = platform::short_moment(limited.until);
        let what = bucket_name(limited.bucket);
        let (title, body) = match limited.limit {
            Limit::Rate => (
                "Too many requests just now",
                format!(
                    "Spotify asked to slow down. “{what}” rests until {time}; nothing is asked before that, and nothing is lost."
                ),
            ),
            Limit::Quota => (
                "This app’s quota is used up",
                format!(
                    "Spotify counts the calls of each developer’s apps together, and “{what}” is used up. It may take up to a day; it can be tried again at {time}. Everything else goes on."
                ),
            ),
            Limit::Unseen => (
                "Blocked or throttled",
                format!(
                    "The network is there, but several answers in a row could not be read. Spotify answers like this when there were too many requests; a content blocker does too. “{what}” rests until {time}."
                ),
            ),
        };
        Self {
            title,
            body,
            next: NextStep::WaitUntil(limited.until),
        }
    }
}
