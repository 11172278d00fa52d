use std::rc::Rc;

use super::{Grant, Session};
use crate::{
    oauth::{AccessToken, TokenSet},
    ports::Millis,
    spotify::TokenUnavailable,
};

/// What a renewal brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Renewed {
    /// Where the new access token came from.
    pub from: TokenOrigin,
    /// From when on the new access token is renewed in its turn.
    pub renew_at: Millis,
}

/// Where a new access token came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenOrigin {
    /// From Spotify, to this tab.
    Spotify {
        /// Whether a new refresh token came: without one the old one stays
        /// (contract 2.2).
        with_refresh_token: bool,
    },
    /// From another tab of this session. The refresh token of this one is left
    /// as it is, and may be spent (security 32).
    Copy,
    /// From the tab that this one lives on; there is no refresh token here
    /// (security 33).
    Lender,
}

/// What was taken out of use, to be put back if no better one comes.
#[derive(Debug)]
pub struct Spoilt {
    former: AccessToken,
    useless: AccessToken,
}

/// A text that Spotify takes for a token, and then does not know.
const USELESS: &str = "expired-on-purpose";

impl Session {
    /// Renews the access token though it is still good.
    pub async fn renew_now(self: &Rc<Self>) -> Result<Renewed, TokenUnavailable> {
        let before = self.grant().ok_or(TokenUnavailable::SignedOut)?;
        self.renew().await?;
        let after = self.grant().ok_or(TokenUnavailable::SignedOut)?;
        let from = if after.is_borrowed {
            TokenOrigin::Lender
        } else if self.renewal.is_refreshed() {
            TokenOrigin::Spotify {
                with_refresh_token: before.tokens.refresh != after.tokens.refresh,
            }
        } else {
            TokenOrigin::Copy
        };
        Ok(Renewed {
            from,
            renew_at: after.tokens.renew_at,
        })
    }

    /// Puts a useless text in the place of the access token, as if that had
    /// ended early: the next call draws a 401, and the session has to recover.
    /// In memory only, so that a reload ends it.
    pub fn spoil_access_token(&self) -> Option<Spoilt> {
        let grant = self.grant()?;
        let spoilt = Spoilt {
            former: grant.tokens.access.clone(),
            useless: AccessToken::new(USELESS.to_owned()),
        };
        self.renewal.forget_when();
        self.use_access_token(grant, spoilt.useless.clone());
        Some(spoilt)
    }

    /// Whether the access token of this grant is only there to be refused.
    pub(super) fn is_spoilt(grant: &Grant) -> bool {
        grant.tokens.access == AccessToken::new(USELESS.to_owned())
    }

    /// Puts the former access token back, unless a renewal has replaced the
    /// useless one.
    pub fn put_back(&self, spoilt: Spoilt) {
        let grant = self.grant();
        if let Some(grant) = grant.filter(|grant| grant.tokens.access == spoilt.useless) {
            self.use_access_token(grant, spoilt.former);
        }
    }

    fn use_access_token(&self, grant: Grant, access: AccessToken) {
        let tokens = TokenSet {
            access,
            ..grant.tokens
        };
        self.update(Grant { tokens, ..grant });
    }
}
