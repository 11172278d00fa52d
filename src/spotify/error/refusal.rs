use super::answer::Said;
use crate::spotify::endpoint::ForbiddenMeans;

/// What a 403 means (contract 3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The account is not on the app's list of users.
    NotRegistered,
    /// The owner of the app has no Premium.
    OwnerWithoutPremium,
    /// The listener has no Premium.
    ListenerWithoutPremium,
    /// A permission is missing.
    InsufficientScope,
    /// It belongs to somebody else.
    NotYours,
    /// Closed for this client ID.
    Closed,
}

impl Refusal {
    pub(super) fn of(said: &Said, forbidden_means: ForbiddenMeans) -> Self {
        let is_unregistered = said.contains("may not be registered")
            || said.contains("not registered in the developer dashboard");
        if is_unregistered {
            Self::NotRegistered
        } else if said.contains("premium subscription required for the owner") {
            Self::OwnerWithoutPremium
        } else if said.contains("premium required") {
            Self::ListenerWithoutPremium
        } else if said.contains("insufficient client scope") {
            Self::InsufficientScope
        } else if said.contains("playlist you don't own")
            || forbidden_means == ForbiddenMeans::SomebodyElses
        {
            Self::NotYours
        } else {
            Self::Closed
        }
    }
}
