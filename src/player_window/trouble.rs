/// Why there is no music in the window, or soon none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Spotify's script did not come.
    ScriptBlocked,
    /// The player started, and nothing came of it.
    NeverReady,
    /// This browser cannot play protected media.
    Unsupported,
    /// Spotify refused a token, and the next one as well.
    TokenRefused,
    /// The account has no Premium that allows this.
    NoPremium,
    /// What was to be played could not be.
    PlaybackFailed,
    /// The browser wants a click before it plays.
    AutoplayBlocked,
    /// The tab that opened the window does not answer.
    AppSilent,
    /// Nobody is signed in there any more.
    SignedOut,
    /// The listener has not permitted this.
    NotPermitted,
    /// The token could not be renewed just now.
    Unreachable,
}

impl Trouble {
    const ALL: [(Self, &'static str); 11] = [
        (Self::ScriptBlocked, "script-blocked"),
        (Self::NeverReady, "never-ready"),
        (Self::Unsupported, "unsupported"),
        (Self::TokenRefused, "token-refused"),
        (Self::NoPremium, "no-premium"),
        (Self::PlaybackFailed, "playback-failed"),
        (Self::AutoplayBlocked, "autoplay-blocked"),
        (Self::AppSilent, "app-silent"),
        (Self::SignedOut, "signed-out"),
        (Self::NotPermitted, "not-permitted"),
        (Self::Unreachable, "unreachable"),
    ];

    /// Its name on the channel.
    pub(super) const fn as_str(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The one of that name.
    pub(super) fn parse(name: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find_map(|(trouble, own)| (own == name).then_some(trouble))
    }

    /// Whether it is about the token, and over once there is one.
    pub(super) const fn is_about_token(self) -> bool {
        matches!(
            self,
            Self::AppSilent | Self::SignedOut | Self::NotPermitted | Self::Unreachable
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_of_its_own_trouble() {
        for (trouble, name) in Trouble::ALL {
            assert_eq!(trouble.as_str(), name);
            assert_eq!(Trouble::parse(name), Some(trouble));
        }
        assert_eq!(Trouble::parse("other"), None);
    }
}
