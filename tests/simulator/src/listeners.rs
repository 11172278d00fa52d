//! The demo accounts.

use serde::Deserialize;
use serde::Deserializer;
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Subscription {
    /// Full use.
    Premium,
    /// No player commands.
    Free,
}

/// A change to an account: what is absent stays.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AccountChange {
    /// Another name; null is none.
    #[serde(deserialize_with = "given")]
    pub display_name: Option<Option<String>>,
    /// Another country, by its code.
    pub country: Option<String>,
    /// Another subscription.
    pub subscription: Option<Subscription>,
}

/// Tells null, which is given, from what is absent.
#[expect(clippy::option_option, reason = "absent and null differ here")]
fn given<'de, D: Deserializer<'de>>(field: D) -> Result<Option<Option<String>>, D::Error> {
    Deserialize::deserialize(field).map(Some)
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

    /// Makes a change.
    pub fn change(&mut self, change: AccountChange) {
        self.display_name = change.display_name.unwrap_or(self.display_name.take());
        self.subscription = change.subscription.unwrap_or(self.subscription);
        if let Some(country) = change.country {
            self.country = country;
        }
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

    /// Who is there when an app calls for itself: an account of no name.
    pub fn nobody(country: &str) -> Self {
        Self {
            country: country.to_owned(),
            ..Self::new("", None, Subscription::Free, 0)
        }
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
