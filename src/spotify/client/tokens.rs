use futures::future::LocalBoxFuture;

use crate::oauth::{AccessToken, ScopeSet, TokenError};

/// Why there is no token to call with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenUnavailable {
    /// Nobody is signed in, or the grant has ended.
    #[error("signing in is needed")]
    SignedOut,
    /// It could not be renewed; the session is kept.
    #[error("the token could not be renewed: {0}")]
    NotRenewed(#[from] TokenError),
    /// The session belongs to another tab, which does not answer.
    #[error("the tab that holds the session does not answer")]
    OtherTabSilent,
    /// The session was another tab's, and no tab is left that has it.
    #[error("the tab that lent the session is gone")]
    LenderGone,
}

/// Where the client's tokens come from: the session.
pub trait TokenSource {
    /// A token that is good by this device's clock, renewed first if need be.
    fn access_token(&self) -> LocalBoxFuture<'static, Result<AccessToken, TokenUnavailable>>;

    /// A token other than `rejected`, which the API answered with 401; the same
    /// again if it was renewed so recently that it makes no sense to try.
    fn replace(
        &self,
        rejected: AccessToken,
    ) -> LocalBoxFuture<'static, Result<AccessToken, TokenUnavailable>>;

    /// What the listener granted; `None` when nobody is signed in.
    fn granted(&self) -> Option<ScopeSet>;

    /// Which session this is: another number after each sign-in and sign-out.
    /// What one session read is never shown to another (security 31, 49).
    fn session_number(&self) -> u64;

    /// The client ID of the app that is signed in, whose quotas count.
    fn app(&self) -> Option<String>;
}
