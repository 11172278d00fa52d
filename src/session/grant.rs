use crate::{
    oauth::{ClientId, ScopeSet, TokenSet, random_text},
    ports::{Millis, Random, RandomError},
    spotify::{UserId, model},
};

/// How long Spotify honours a refresh token: six months from the consent, and
/// renewing does not extend it (contract 2.2). Counted short, so that a date
/// told to the listener is not too late.
pub const REFRESH_TOKEN_LIFETIME: Millis = Millis::from_days(181);

/// How long before its end the listener is told.
const TOLD_BEFORE: Millis = Millis::from_days(14);

/// Names a session across the tabs that hold copies of it. No secret, but
/// unguessable, so that tabs of different sessions do not meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionFamily(pub(super) String);

impl SessionFamily {
    /// A new family.
    pub fn generate(random: &dyn Random) -> Result<Self, RandomError> {
        random_text(random).map(Self)
    }

    pub(super) fn lock_name(&self) -> String {
        format!("{}session.{}", crate::config::STORAGE_PREFIX, self.0)
    }
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listener {
    /// Equals the `owner.id` of the listener's playlists.
    pub id: UserId,
    /// What to call them, if Spotify says.
    pub display_name: Option<String>,
}

impl Listener {
    /// What to call them.
    pub fn name(&self) -> String {
        let id = || self.id.as_str().to_owned();
        self.display_name.clone().unwrap_or_else(id)
    }
}

impl From<model::PrivateUser> for Listener {
    fn from(user: model::PrivateUser) -> Self {
        Self {
            id: user.id,
            display_name: user.display_name.filter(|name| !name.trim().is_empty()),
        }
    }
}

/// What a listener granted, and the tokens that came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The app it was granted to.
    pub client_id: ClientId,
    /// The tokens as they stand.
    pub tokens: TokenSet,
    /// When the listener agreed; the six months count from here.
    pub authorized_at: Millis,
    /// When Spotify last gave this tab tokens, or confirmed its refresh token:
    /// of two copies, the later is the one that is not spent.
    pub obtained_at: Millis,
    /// Shared by the tabs that hold copies of this grant.
    pub family: SessionFamily,
    /// Who granted it, once `/me` has said so: only then is the grant known
    /// to work (contract 1.1).
    pub listener: Option<Listener>,
    /// Whether it is another tab's, and this one lives on the access token
    /// that it is lent.
    pub is_borrowed: bool,
}

/// A grant that has ended, as far as it helps to make a new one. No secret, so
/// that a tab that is loaded anew still knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// The app.
    pub client_id: ClientId,
    /// What was granted to it.
    pub scopes: ScopeSet,
}

impl Grant {
    /// By when Spotify will want the listener to agree again.
    pub fn ends_at(&self) -> Millis {
        self.authorized_at + REFRESH_TOKEN_LIFETIME
    }

    /// Whether that is near.
    pub fn is_ending(&self, now: Millis) -> bool {
        self.ends_at() <= now + TOLD_BEFORE
    }
}
