//! Tabs with the same session.

use super::{Tab, World};

impl World {
    /// A tab, and the copy that duplicating it makes. Refresh tokens are good
    /// for one use: a second would sign both out.
    pub fn duplicated() -> (Self, Tab, Tab) {
        let (world, owner) = Self::signed_in_with_rotation();
        let copy = world.duplicate(&owner);
        (world, owner, copy)
    }

    /// Everyone is still signed in, and no refresh token was told to anyone.
    pub fn all_are_signed_in(&self, tabs: &[&Tab]) {
        for tab in tabs {
            assert!(tab.listener().is_some() && tab.has_stored_grant());
        }
        self.no_refresh_token_was_told();
    }

    /// No refresh token was said on the channel of the tabs.
    pub fn no_refresh_token_was_told(&self) {
        let spotify = self.spotify.borrow();
        for message in self.browser.posted() {
            for secret in &spotify.secrets().refresh_tokens {
                assert!(
                    !message.contains(secret),
                    "a refresh token on the channel: {message}"
                );
            }
        }
    }
}
