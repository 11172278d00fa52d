//! The demo accounts.

use serde::Serialize;

/// An account of the simulated Spotify.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Listener {
    /// The user id, as in `playlist.owner.id`.
    pub id: String,
    /// The stable key for linking (contract 0, 2026-05).
    pub account_id: String,
    /// The name shown, which Spotify may leave null.
    pub display_name: Option<String>,
    /// Cut for development mode (contract 5.2).
    pub email: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Whether player commands work.
    pub subscription: Subscription,
    /// Where the listener's taste begins among the invented artists.
    #[serde(skip)]
    pub(crate) taste: u16,
    /// Whether the profile has a picture.
    #[serde(skip)]
    pub(crate) has_portrait: bool,
}

/// What a listener pays for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Subscription {
    /// Full use.
    Premium,
    /// No player commands.
    Free,
}

impl Subscription {
    /// The value of `product` in `/me`.
    pub fn product(self) -> &'static str {
        match self {
            Self::Premium => "premium",
            Self::Free => "free",
        }
    }
}

impl Listener {
    /// How the consent page calls the account.
    pub fn shown_as(&self) -> &str {
        self.display_name.as_deref().unwrap_or(&self.id)
    }

    /// The accounts that are there from the start, the first signed in.
    pub fn demo() -> Vec<Self> {
        vec![
            Self {
                has_portrait: true,
                ..Self::new("ada01", Some("Ada"), Subscription::Premium, 0)
            },
            Self::new("bob", Some("Bob"), Subscription::Premium, 40),
            Self::new("cleo", None, Subscription::Free, 90),
        ]
    }

    fn new(id: &str, name: Option<&str>, subscription: Subscription, taste: u16) -> Self {
        Self {
            id: id.to_owned(),
            account_id: format!("acc_{id}7Qk2"),
            display_name: name.map(str::to_owned),
            email: format!("{id}@listener.example"),
            country: "DK".to_owned(),
            subscription,
            taste,
            has_portrait: false,
        }
    }
}
