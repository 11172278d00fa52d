//! Playlists (contract 4.4). What is in them is in
//! [`playlist_items`](super::playlist_items); following one, unfollowing and
//! deleting it is in [`library`](super::library).

use serde_json::{Value, json};

use super::{ADDITIONAL_TYPES, CoverJpeg, TRACKS_AND_EPISODES};
use crate::{
    oauth::Scope,
    ports::Method,
    spotify::{
        Bucket, Call, Endpoint, ItemKind, Page, Parameter, PlaylistId, Repeat, Values, Window,
        model::{self, Visibility},
    },
};

pub(super) const ID: Parameter = Parameter::id(ItemKind::Playlist);

pub(super) const TO_MODIFY: &[Scope] = &[Scope::PlaylistModifyPublic, Scope::PlaylistModifyPrivate];

const TO_READ: &[Scope] = &[Scope::PlaylistReadPrivate, Scope::PlaylistReadCollaborative];

const FIELDS: Parameter = Parameter::query("fields", Values::Text);

const DETAILS: [Parameter; 4] = [
    Parameter::body("name", Values::Text),
    Parameter::body("public", Values::Flag),
    Parameter::body("collaborative", Values::Flag),
    Parameter::body("description", Values::Text),
];

/// The playlists that the listener owns and follows. Without the second
/// permission those that others change too are left out in silence.
pub static MINE: Endpoint = Endpoint::get(
    "/v1/me/playlists",
    Bucket::Playlists,
    &[Scope::PlaylistReadPrivate],
    &[Parameter::limit(50), Parameter::OFFSET],
)
.by_use(&[Scope::PlaylistReadCollaborative]);

/// A playlist, with its first items if the listener owns it or collaborates.
pub static PLAYLIST: Endpoint = Endpoint::get(
    "/v1/playlists/{id}",
    Bucket::Playlists,
    &[],
    &[ID, Parameter::MARKET, FIELDS, ADDITIONAL_TYPES],
)
.by_use(TO_READ)
.of_somebody();

/// A new playlist.
pub static CREATE: Endpoint = Endpoint::write(
    Method::Post,
    "/v1/me/playlists",
    Bucket::Playlists,
    Repeat::AfterReading,
    &[],
    &[DETAILS[0].required(), DETAILS[1], DETAILS[2], DETAILS[3]],
)
.by_use(TO_MODIFY)
.spoiling(&["/v1/me/playlists"]);

/// Other words about a playlist, or another visibility.
pub static CHANGE: Endpoint = Endpoint::write(
    Method::Put,
    "/v1/playlists/{id}",
    Bucket::Playlists,
    Repeat::SameOutcome,
    &[],
    &[ID, DETAILS[0], DETAILS[1], DETAILS[2], DETAILS[3]],
)
.by_use(TO_MODIFY)
.of_somebody()
.spoiling(&["/v1/playlists/{id}", "/v1/me/playlists"]);

/// The cover of a playlist.
pub static COVER: Endpoint =
    Endpoint::get("/v1/playlists/{id}/images", Bucket::Playlists, &[], &[ID]);

/// Another cover. The picture itself is the body.
pub static SET_COVER: Endpoint = Endpoint::write(
    Method::Put,
    "/v1/playlists/{id}/images",
    Bucket::PlaylistCovers,
    Repeat::SameOutcome,
    &[Scope::UgcImageUpload],
    &[ID, Parameter::body("", Values::Jpeg).required()],
)
.by_use(TO_MODIFY)
.of_somebody()
.spoiling(&["/v1/playlists/{id}", "/v1/me/playlists"]);

/// What reading a playlist needs.
const fn to_read(visibility: Option<Visibility>) -> &'static [Scope] {
    match visibility {
        // One of which it is not known may be anybody's to see.
        Some(Visibility::Public) | None => &[],
        Some(Visibility::Private) => &[Scope::PlaylistReadPrivate],
        Some(Visibility::Collaborative) => TO_READ,
    }
}

/// What changing a playlist needs; everything, if it is not known who may see
/// it.
pub(super) const fn to_modify(visibility: Option<Visibility>) -> &'static [Scope] {
    match visibility {
        Some(Visibility::Public) => &[Scope::PlaylistModifyPublic],
        Some(Visibility::Private) => &[Scope::PlaylistModifyPrivate],
        // One that others change too needs both (contract 1.4).
        Some(Visibility::Collaborative) | None => TO_MODIFY,
    }
}

/// The name of a playlist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaylistName(String);

/// A name of nothing but spaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a playlist needs a name")]
pub struct EmptyName;

impl PlaylistName {
    /// The name, without spaces around it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<&str> for PlaylistName {
    type Error = EmptyName;

    fn try_from(text: &str) -> Result<Self, EmptyName> {
        match text.trim() {
            "" => Err(EmptyName),
            text => Ok(Self(text.to_owned())),
        }
    }
}

/// What its owner can say of a playlist. What is not said stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// What it is called.
    pub name: Option<PlaylistName>,
    /// Who may see and change it.
    pub visibility: Option<Visibility>,
    /// What it is about. Line breaks become spaces (contract 6.2).
    pub description: Option<String>,
}

impl Details {
    fn body(&self) -> Value {
        let mut body = json!({});
        if let Some(name) = &self.name {
            body["name"] = name.0.as_str().into();
        }
        if let Some(visibility) = self.visibility {
            body["public"] = (visibility == Visibility::Public).into();
            body["collaborative"] = (visibility == Visibility::Collaborative).into();
        }
        if let Some(description) = &self.description {
            body["description"] = description.replace(['\r', '\n'], " ").into();
        }
        body
    }
}

/// `GET /me/playlists`.
pub fn mine(window: Window) -> Call<Page<model::SimplifiedPlaylist>> {
    MINE.call().window(window)
}

/// `GET /playlists/{id}`.
pub fn playlist(id: &PlaylistId, visibility: Option<Visibility>) -> Call<model::Playlist> {
    PLAYLIST
        .call()
        .on(id.as_str())
        .with("additional_types", TRACKS_AND_EPISODES)
        .needing(to_read(visibility).iter().copied())
}

/// `GET /playlists/{id}` of nothing but the version of its contents: the cheap
/// way to learn whether they changed (contract 6.2).
pub fn snapshot(id: &PlaylistId, visibility: Option<Visibility>) -> Call<model::Snapshot> {
    PLAYLIST
        .call()
        .on(id.as_str())
        .with("fields", "snapshot_id")
        .needing(to_read(visibility).iter().copied())
}

/// `POST /me/playlists`. The answer must be looked at: a private one is
/// sometimes made public (contract 6.2).
pub fn create(
    name: PlaylistName,
    visibility: Visibility,
    description: Option<String>,
) -> Call<model::Playlist> {
    let details = Details {
        name: Some(name),
        visibility: Some(visibility),
        description,
    };
    CREATE
        .call()
        .json(&details.body())
        .needing(to_modify(Some(visibility)).iter().copied())
}

/// `PUT /playlists/{id}`.
pub fn change(id: &PlaylistId, now: Option<Visibility>, details: &Details) -> Call<()> {
    let then = details.visibility.or(now);
    CHANGE
        .command()
        .on(id.as_str())
        .about(id.clone())
        .json(&details.body())
        .needing(to_modify(now).iter().chain(to_modify(then)).copied())
}

/// `GET /playlists/{id}/images`.
pub fn cover(id: &PlaylistId) -> Call<Vec<Option<model::Image>>> {
    COVER.call().on(id.as_str())
}

/// `PUT /playlists/{id}/images`.
pub fn set_cover(id: &PlaylistId, visibility: Option<Visibility>, cover: CoverJpeg) -> Call<()> {
    SET_COVER
        .command()
        .on(id.as_str())
        .about(id.clone())
        .jpeg(cover.into_base64())
        .needing(to_modify(visibility).iter().copied())
}
