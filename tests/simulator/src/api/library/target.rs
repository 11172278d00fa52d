//! What URIs in `/me/library` stand for, and the scopes for each kind
//! (contract 4.3).

use crate::api::endpoint::Visit;
use crate::api::playlists;
use crate::api::refusal::Refusal;
use crate::catalogue::Thing;
use crate::catalogue::is_base62_id;
use crate::cors;
use crate::playlists::is_known;

/// How many URIs a call takes.
const MOST_URIS: usize = 40;

/// Something that can be in a library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    Thing(Thing),
    User(String),
    Playlist(String),
}

/// The targets of the `uris` in the query; a body is not looked at.
pub fn read(visit: &mut Visit<'_>) -> Result<Vec<Target>, Refusal> {
    if !visit.call.body.is_empty() {
        visit.entry.mark("the body is ignored".to_owned());
    }
    let uris = visit.call.query.get("uris");
    let uris = uris.ok_or(Refusal::BadRequest("Missing required field: uris"))?;
    let uris: Vec<&str> = cors::listed(uris).collect();
    if uris.is_empty() {
        return Err(Refusal::BadRequest("No uris provided"));
    }
    if uris.len() > MOST_URIS {
        visit.entry.mark(format!("more than {MOST_URIS} URIs"));
        return Err(Refusal::BadRequest("Too many uris requested"));
    }
    uris.into_iter().map(|uri| target(visit, uri)).collect()
}

impl Target {
    /// Whether it is one.
    pub fn is_artist(&self) -> bool {
        matches!(self, Self::Thing(Thing::Artist(_)))
    }

    /// Refuses unless the token may read it.
    pub fn needs_read(&self, visit: &Visit<'_>) -> Result<(), Refusal> {
        visit.needs(match self {
            Self::Thing(Thing::Artist(_)) | Self::User(_) => "user-follow-read",
            Self::Thing(_) => "user-library-read",
            Self::Playlist(_) => "playlist-read-private",
        })
    }

    /// Refuses unless the token may write it. A private playlist takes both
    /// scopes.
    pub fn needs_write(&self, visit: &Visit<'_>) -> Result<(), Refusal> {
        match self {
            Self::Thing(Thing::Artist(_)) | Self::User(_) => visit.needs("user-follow-modify"),
            Self::Thing(_) => visit.needs("user-library-modify"),
            Self::Playlist(id) => {
                let playlist = visit.world.playlists.find(id);
                if playlist.is_some_and(|playlist| playlist.public == Some(false)) {
                    visit.needs("playlist-modify-private")?;
                }
                visit.needs("playlist-modify-public")
            }
        }
    }
}

fn target(visit: &Visit<'_>, uri: &str) -> Result<Target, Refusal> {
    const INVALID: Refusal = Refusal::BadRequest("Invalid uri");
    let parts: Vec<&str> = uri.split(':').collect();
    let ["spotify", kind, id] = parts.as_slice() else {
        return Err(INVALID);
    };
    match *kind {
        "user" => user(visit, id).map(Target::User).ok_or(INVALID),
        "playlist" => match playlists::known(visit, id) {
            Ok(playlist) => Ok(Target::Playlist(playlist.id.clone())),
            Err(_) => Err(INVALID),
        },
        _ if !is_base62_id(id) => Err(Refusal::BadRequest("Invalid base62 id")),
        _ => {
            let thing = visit.world.catalogue.resolve(uri);
            // Chapters share the word with episodes, but cannot be saved.
            let thing = thing.filter(|thing| !matches!(thing, Thing::Chapter(_)));
            thing.map(Target::Thing).ok_or(INVALID)
        }
    }
}

/// The id of a user as it is when it stands in no address.
fn user(visit: &Visit<'_>, escaped: &str) -> Option<String> {
    let escaped = format!("id={}", escaped.replace('+', "%2B"));
    let (_, id) = form_urlencoded::parse(escaped.as_bytes()).next()?;
    let exists = is_known(&id) || visit.world.listener(&id).is_some();
    exists.then(|| id.into_owned())
}
