//! The listener (contract 4.2).

use crate::{
    oauth::Scope,
    spotify::{ApiPath, Client, Endpoint, Error, Page, model},
};

/// Over how long a top list looks (contract 4.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeRange {
    /// About four weeks.
    ShortTerm,
    /// About six months.
    MediumTerm,
    /// About a year.
    LongTerm,
}

impl TimeRange {
    const fn as_str(self) -> &'static str {
        match self {
            Self::ShortTerm => "short_term",
            Self::MediumTerm => "medium_term",
            Self::LongTerm => "long_term",
        }
    }
}

/// As many as one page holds (contract 4).
const LIMIT: u8 = 50;

/// `GET /me`. A 200 is what proves that a sign-in works (contract 1.1).
pub async fn profile(client: &Client) -> Result<model::PrivateUser, Error> {
    client
        .call(&Endpoint::get(ApiPath::new("/v1/me"), &[]))
        .await
}

/// `GET /me/top/tracks`, the first fifty.
pub async fn top_tracks(client: &Client, range: TimeRange) -> Result<Page<model::Track>, Error> {
    client.call(&top("tracks", range)).await
}

/// `GET /me/top/artists`, the first fifty.
pub async fn top_artists(client: &Client, range: TimeRange) -> Result<Page<model::Artist>, Error> {
    client.call(&top("artists", range)).await
}

fn top(kind: &str, range: TimeRange) -> Endpoint {
    let range = range.as_str();
    let path = format!("/v1/me/top/{kind}?time_range={range}&limit={LIMIT}");
    Endpoint::get(ApiPath::new(path), &[Scope::UserTopRead])
}
