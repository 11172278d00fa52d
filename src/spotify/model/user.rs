use serde::Deserialize;

use super::{ExternalUrls, or_default};
use crate::spotify::UserId;

/// The listener, as `/me` tells without any scope. Country, e-mail and product
/// are cut for new apps and never relied on (contract 5.5).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct PrivateUser {
    /// What equals a playlist's `owner.id`.
    pub id: UserId,
    /// The stable key for linking an account, since May 2026.
    #[serde(default)]
    pub account_id: Option<String>,
    /// May be missing even for a complete profile.
    #[serde(default)]
    pub display_name: Option<String>,
    /// The profile at Spotify.
    #[serde(default, deserialize_with = "or_default")]
    pub external_urls: ExternalUrls,
}
