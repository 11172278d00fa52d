//! What is in playlists (contract 4.4).

use serde_json::{Value, json};

use super::{
    ADDITIONAL_TYPES, Occurrences, PlaylistUris, TRACKS_AND_EPISODES,
    playlists::{ID, TO_MODIFY, to_modify},
};
use crate::{
    oauth::Scope,
    ports::Method,
    spotify::{
        Bucket, Call, Endpoint, Page, Parameter, PlaylistId, Repeat, SnapshotId, Values, Window,
        model::{PlaylistItem, Snapshot, Visibility},
    },
};

const PATH: &str = "/v1/playlists/{id}/items";

const PLACE: Values = Values::Number {
    least: 0,
    most: 100_000,
};

/// The items of a playlist that the listener owns or collaborates on.
pub static ITEMS: Endpoint = Endpoint::get(
    PATH,
    Bucket::Playlists,
    &[Scope::PlaylistReadPrivate],
    &[
        ID,
        Parameter::MARKET,
        Parameter::query("fields", Values::Text),
        Parameter::limit(50),
        Parameter::OFFSET,
        ADDITIONAL_TYPES,
    ],
)
.of_somebody();

/// More items. Sent twice, they are there twice.
pub static ADD: Endpoint = write(
    Method::Post,
    Repeat::AfterReading,
    &[
        ID,
        Parameter::body("uris", Values::Uris { most: 100 }).required(),
        Parameter::body("position", PLACE),
    ],
);

/// Other items instead of all that are there.
pub static REPLACE: Endpoint = write(
    Method::Put,
    Repeat::SameOutcome,
    &[
        ID,
        Parameter::body("uris", Values::Uris { most: 100 }).required(),
    ],
);

/// Another order.
pub static REORDER: Endpoint = write(
    Method::Put,
    Repeat::AfterReading,
    &[
        ID,
        Parameter::body("range_start", PLACE).required(),
        Parameter::body("insert_before", PLACE).required(),
        Parameter::body(
            "range_length",
            Values::Number {
                least: 1,
                most: 10_000,
            },
        ),
        Parameter::body("snapshot_id", Values::Text),
    ],
);

/// Fewer items: each goes wherever it occurs.
pub static REMOVE: Endpoint = write(
    Method::Delete,
    Repeat::SameOutcome,
    &[
        ID,
        Parameter::body("items", Values::Uris { most: 100 }).required(),
        Parameter::body("snapshot_id", Values::Text),
    ],
);

const fn write(method: Method, repeat: Repeat, parameters: &'static [Parameter]) -> Endpoint {
    Endpoint::write(method, PATH, Bucket::Playlists, repeat, &[], parameters)
        .by_use(TO_MODIFY)
        .of_somebody()
        .spoiling(&["/v1/playlists/{id}", "/v1/me/playlists"])
}

/// A playlist that is to be changed.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    /// Which.
    pub id: &'a PlaylistId,
    /// Who may see it, if that is known: it says which permission is needed.
    pub visibility: Option<Visibility>,
}

impl Target<'_> {
    fn write(self, endpoint: &'static Endpoint, body: &Value) -> Call<Snapshot> {
        endpoint
            .call()
            .on(self.id.as_str())
            .about(self.id.clone())
            .json(body)
            .needing(to_modify(self.visibility).iter().copied())
    }
}

/// Which items to move where, as they are counted before the move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// The first of them.
    pub from: u32,
    /// How many; at least one.
    pub count: u32,
    /// What they shall stand before; the number of all items for the end.
    pub before: u32,
}

impl Move {
    /// Where the first of them is afterwards.
    pub const fn lands_at(self) -> u32 {
        if self.before <= self.from {
            self.before
        } else {
            let end = self.from.saturating_add(self.count);
            if self.before >= end {
                self.before - self.count
            } else {
                self.from
            }
        }
    }
}

/// `GET /playlists/{id}/items`. Fields are never chosen: which names of them
/// are taken depends on the client ID (contract 4.4).
pub fn items(id: &PlaylistId, window: Window) -> Call<Page<PlaylistItem>> {
    ITEMS
        .call()
        .on(id.as_str())
        .with("additional_types", TRACKS_AND_EPISODES)
        .window(window)
}

/// `POST /playlists/{id}/items`, before `position` or at the end.
pub fn add(target: Target, uris: &PlaylistUris, position: Option<u32>) -> Call<Snapshot> {
    let mut body = json!({ "uris": uris.texts() });
    if let Some(position) = position {
        body["position"] = position.into();
    }
    target.write(&ADD, &body)
}

/// `PUT /playlists/{id}/items` of other items. More of them are added
/// afterwards; the two together are not one step (contract 6.2).
pub fn replace(target: Target, uris: &PlaylistUris) -> Call<Snapshot> {
    target.write(&REPLACE, &json!({ "uris": uris.texts() }))
}

/// `PUT /playlists/{id}/items` of nothing at all: the playlist is empty then.
pub fn clear(target: Target) -> Call<Snapshot> {
    target.write(&REPLACE, &json!({ "uris": [] }))
}

/// `PUT /playlists/{id}/items` of another order. The version is the one that
/// the numbers were read from.
pub fn reorder(target: Target, change: Move, version: Option<&SnapshotId>) -> Call<Snapshot> {
    let mut body = json!({
        "range_start": change.from,
        "range_length": change.count.max(1),
        "insert_before": change.before,
    });
    at_version(&mut body, version);
    target.write(&REORDER, &body)
}

/// `DELETE /playlists/{id}/items`, all occurrences. The version is the one that
/// they were read from.
pub fn remove(target: Target, uris: &Occurrences, version: Option<&SnapshotId>) -> Call<Snapshot> {
    let texts = uris.texts().into_iter();
    let items: Vec<_> = texts.map(|uri| json!({ "uri": uri })).collect();
    let mut body = json!({ "items": items });
    at_version(&mut body, version);
    target.write(&REMOVE, &body)
}

fn at_version(body: &mut Value, version: Option<&SnapshotId>) {
    if let Some(version) = version {
        body["snapshot_id"] = version.as_str().into();
    }
}
