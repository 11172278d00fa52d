use serde_json::Value;

use super::{ExternalUrls, Fields, FromJson, Image};
use crate::spotify::{Tells, UserId};

/// The listener, as `/me` tells without any scope. Country, e-mail and product
/// are cut for new apps and never relied on (contract 5.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrivateUser {
    /// What equals a playlist's `owner.id`.
    pub id: UserId,
    /// The stable key for linking an account, since May 2026.
    pub account_id: Option<String>,
    /// May be missing even for a complete profile.
    pub display_name: Option<String>,
    /// Pictures in several sizes; may be none.
    pub images: Vec<Image>,
    /// The profile at Spotify.
    pub external_urls: ExternalUrls,
}

impl FromJson for PrivateUser {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        Some(Self {
            id: fields.optional("id")?,
            account_id: fields.optional("account_id"),
            display_name: fields.optional("display_name"),
            images: fields.list("images"),
            external_urls: fields.or_default("external_urls"),
        })
    }
}

impl Tells for PrivateUser {}

/// Anybody, as playlists name them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// What equals the listener's own id, if it is them.
    pub id: UserId,
    /// Often missing.
    pub display_name: Option<String>,
    /// The profile at Spotify.
    pub external_urls: ExternalUrls,
}

impl FromJson for Owner {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        Some(Self {
            id: fields.optional("id")?,
            display_name: fields.optional("display_name"),
            external_urls: fields.or_default("external_urls"),
        })
    }
}
