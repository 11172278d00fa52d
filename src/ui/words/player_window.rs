use crate::player_window::Trouble;

/// Why there is no music in this browser: in a few words, and what to do.
pub const fn window_trouble(trouble: Trouble) -> (&'static str, &'static str) {
    match trouble {
        Trouble::ScriptBlocked => (
            "Spotify’s player did not load",
            "Something keeps this browser from loading it: an ad blocker, the network of a \
             company, or no network at all. Allow sdk.scdn.co here, then try again.",
        ),
        Trouble::NeverReady => (
            "The player does not start",
            "Spotify’s player is here, but nothing comes of it. Ad blockers do that, and \
             browsers that do not play protected media. Allow both here, then try again.",
        ),
        Trouble::Unsupported => (
            "This browser cannot play Spotify",
            "It does not play protected media. Use a current Chrome, Edge, Firefox or Safari; \
             in Firefox, allow DRM-controlled content in its settings. Then try again.",
        ),
        Trouble::TokenRefused => (
            "Spotify refused the sign-in",
            "It refused a fresh one as well. Connect again in Cratedigger, then try again here.",
        ),
        Trouble::NoPremium => (
            "Playing here needs Spotify Premium",
            "Spotify says that this account has none, or one for phones only. What plays \
             elsewhere is still shown in Cratedigger.",
        ),
        Trouble::PlaybackFailed => (
            "This could not be played here",
            "Spotify does not say why. The next one may do.",
        ),
        Trouble::AutoplayBlocked => (
            "Tap to play",
            "This browser wants a tap in this window before it plays.",
        ),
        Trouble::AppSilent => (
            "Cratedigger does not answer",
            "The tab that opened this window is closed, asleep or signed out, and only from \
             there may this window play. Go back to it: this goes on by itself.",
        ),
        Trouble::SignedOut => (
            "Nobody is signed in any more",
            "Go back to Cratedigger and connect again, then try again here.",
        ),
        Trouble::NotPermitted => (
            "You have not permitted playing here",
            "Go back to Cratedigger and permit it there, then try again here.",
        ),
        Trouble::Unreachable => (
            "Spotify cannot be reached just now",
            "It has to renew its permission first. Try again in a moment.",
        ),
    }
}

/// What the button does about it, in the window.
pub const fn window_remedy(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::AutoplayBlocked => "Play",
        Trouble::PlaybackFailed => "Play the next one",
        _ => "Try again",
    }
}
