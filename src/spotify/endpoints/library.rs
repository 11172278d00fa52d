//! Saving, removing and looking for things of any kind (contract 4.3).

use super::LibraryUris;
use crate::{
    oauth::Scope,
    ports::Method,
    spotify::{Bucket, Call, Endpoint, ItemKind, Parameter, Repeat, SpotifyUri, Values},
};

const PARAMETERS: &[Parameter] = &[Parameter::query("uris", Values::Uris { most: 40 }).required()];

/// The lists of what is saved and followed.
const SPOILED: &[&str] = &[
    "/v1/me/library",
    "/v1/me/tracks",
    "/v1/me/albums",
    "/v1/me/episodes",
    "/v1/me/shows",
    "/v1/me/audiobooks",
    "/v1/me/following",
    "/v1/me/playlists",
];

/// Saves and follows.
pub static SAVE: Endpoint = write(Method::Put);

/// Removes and unfollows. A playlist that the listener owns is deleted so.
pub static REMOVE: Endpoint = write(Method::Delete);

/// Whether things are saved or followed.
pub static CONTAINS: Endpoint =
    Endpoint::get("/v1/me/library/contains", Bucket::Library, &[], PARAMETERS).by_use(&[
        Scope::UserLibraryRead,
        Scope::UserFollowRead,
        Scope::PlaylistReadPrivate,
    ]);

const fn write(method: Method) -> Endpoint {
    Endpoint::write(
        method,
        "/v1/me/library",
        Bucket::Library,
        Repeat::SameOutcome,
        &[],
        PARAMETERS,
    )
    .by_use(&[
        Scope::UserLibraryModify,
        Scope::UserFollowModify,
        Scope::PlaylistModifyPublic,
        Scope::PlaylistModifyPrivate,
    ])
    .spoiling(SPOILED)
}

/// The kinds of things that go by the same permissions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    Saved,
    Followed,
    Playlists,
}

impl Group {
    const ALL: [Self; 3] = [Self::Saved, Self::Followed, Self::Playlists];

    const fn of(kind: ItemKind) -> Self {
        match kind {
            ItemKind::Artist | ItemKind::User => Self::Followed,
            ItemKind::Playlist => Self::Playlists,
            _ => Self::Saved,
        }
    }

    const fn to_read(self) -> &'static [Scope] {
        match self {
            Self::Saved => &[Scope::UserLibraryRead],
            Self::Followed => &[Scope::UserFollowRead],
            Self::Playlists => &[Scope::PlaylistReadPrivate],
        }
    }

    // Which one private playlists need is not known, so both.
    const fn to_write(self) -> &'static [Scope] {
        match self {
            Self::Saved => &[Scope::UserLibraryModify],
            Self::Followed => &[Scope::UserFollowModify],
            Self::Playlists => &[Scope::PlaylistModifyPublic, Scope::PlaylistModifyPrivate],
        }
    }
}

/// Sorts `uris` into batches, so that a permission that is missing stops only
/// what needs it (contract 4.3). Local files are in no library and left out.
pub fn batches(mut uris: Vec<SpotifyUri>) -> Vec<LibraryUris> {
    uris.retain(|uri| LibraryUris::try_from(vec![uri.clone()]).is_ok());
    let of_group = |group: Group| {
        let is_of_it = |uri: &&SpotifyUri| Group::of(uri.kind()) == group;
        let of_it: Vec<_> = uris.iter().filter(is_of_it).cloned().collect();
        LibraryUris::split(&of_it).unwrap_or_default()
    };
    Group::ALL.into_iter().flat_map(of_group).collect()
}

/// `PUT /me/library`. Saving twice does no harm.
pub fn save(uris: &LibraryUris) -> Call<()> {
    call(SAVE.command(), uris, Group::to_write)
}

/// `DELETE /me/library`. Removing what is not there does no harm.
pub fn remove(uris: &LibraryUris) -> Call<()> {
    call(REMOVE.command(), uris, Group::to_write)
}

/// `GET /me/library/contains`, answered in the order of `uris`.
pub fn contains(uris: &LibraryUris) -> Call<Vec<bool>> {
    call(CONTAINS.call(), uris, Group::to_read)
}

// Always in the query: the live service does not read a body.
fn call<T>(call: Call<T>, uris: &LibraryUris, scopes: fn(Group) -> &'static [Scope]) -> Call<T> {
    let kinds = uris.uris().iter().map(SpotifyUri::kind);
    call.with("uris", uris.texts().join(","))
        .needing(kinds.flat_map(|kind| scopes(Group::of(kind)).iter().copied()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oauth::ScopeSet;

    #[test]
    fn each_batch_needs_only_its_own_permissions() {
        let id = "4iV5W9uYEdYUVa79Axb7Rh";
        let kinds = ["playlist", "track", "artist", "episode", "local", "user"];
        let uris = kinds.map(|kind| SpotifyUri::try_from(format!("spotify:{kind}:{id}")));
        let uris: Vec<_> = uris.into_iter().collect::<Result<_, _>>().expect("URIs");
        let told: Vec<_> = batches(uris)
            .iter()
            .map(|batch| {
                let path = save(batch).path().replace(id, "x");
                let scopes = [save(batch).scopes(), contains(batch).scopes()];
                (path, scopes.map(ScopeSet::to_list))
            })
            .collect();
        let path = |uris| format!("/v1/me/library?uris={uris}");
        let scopes = |write: &str, read: &str| [write.to_owned(), read.to_owned()];
        assert_eq!(
            told,
            [
                (
                    path("spotify:track:x,spotify:episode:x"),
                    scopes("user-library-modify", "user-library-read"),
                ),
                (
                    path("spotify:artist:x,spotify:user:x"),
                    scopes("user-follow-modify", "user-follow-read"),
                ),
                (
                    path("spotify:playlist:x"),
                    scopes(
                        "playlist-modify-public playlist-modify-private",
                        "playlist-read-private",
                    ),
                ),
            ]
        );
    }
}
