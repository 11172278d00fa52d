//! Who may read and change which playlist (contract 3.3, 4.4).

use crate::api::endpoint::Visit;
use crate::api::refusal::Refusal;
use crate::apps::Population;
use crate::catalogue::is_base62_id;
use crate::playlists::Playlist;

/// How the ids of playlists begin that Spotify makes itself. They are hidden
/// from apps in development mode (contract 6.2).
const MADE_BY_SPOTIFY: &str = "37i9dQZ";

/// The playlist of `/v1/playlists/{}`, to be read.
pub fn readable<'a>(visit: &'a Visit<'_>) -> Result<&'a Playlist, Refusal> {
    let playlist = known(visit, visit.segment(2))?;
    if visit.now < playlist.readable_from {
        return Err(Refusal::NotFound);
    }
    if playlist.public == Some(false) {
        visit.needs("playlist-read-private")?;
    }
    Ok(playlist)
}

/// The playlist of `/v1/playlists/{}`, to have its contents changed.
pub fn changeable<'a>(visit: &'a Visit<'_>) -> Result<&'a Playlist, Refusal> {
    let playlist = known(visit, visit.segment(2))?;
    if !playlist.may_be_changed_by(&visit.listener.id) {
        return Err(Refusal::NotYourPlaylist);
    }
    needs_modify(visit, playlist.public, playlist.collaborative)?;
    Ok(playlist)
}

/// The playlist of `/v1/playlists/{}`, to have itself changed, which is for
/// its owner alone.
pub fn owned<'a>(visit: &'a Visit<'_>) -> Result<&'a Playlist, Refusal> {
    let playlist = changeable(visit)?;
    if playlist.owner == visit.listener.id {
        Ok(playlist)
    } else {
        Err(Refusal::NotYourPlaylist)
    }
}

/// A playlist that exists for the listener.
pub fn known<'a>(visit: &'a Visit<'_>, id: &str) -> Result<&'a Playlist, Refusal> {
    if id.starts_with(MADE_BY_SPOTIFY) {
        return Err(Refusal::NotFound);
    }
    if !is_base62_id(id) {
        return Err(Refusal::BadRequest("Invalid base62 id"));
    }
    let playlist = visit.world.playlists.find(id);
    playlist
        .filter(|playlist| is_visible(visit, playlist))
        .ok_or(Refusal::NotFound)
}

/// Whether the listener gets to see what is in a playlist. Older client IDs
/// see it of every visible one (contract 5.5).
pub fn shows_contents(visit: &Visit<'_>, playlist: &Playlist) -> bool {
    visit.population != Population::NewDev || playlist.may_be_changed_by(&visit.listener.id)
}

/// Refuses unless the token may change playlists of such a visibility.
pub fn needs_modify(
    visit: &Visit<'_>,
    public: Option<bool>,
    collaborative: bool,
) -> Result<(), Refusal> {
    if public == Some(true) || collaborative {
        visit.needs("playlist-modify-public")?;
    }
    if public != Some(true) || collaborative {
        visit.needs("playlist-modify-private")?;
    }
    Ok(())
}

fn is_visible(visit: &Visit<'_>, playlist: &Playlist) -> bool {
    let user = &visit.listener.id;
    playlist.public != Some(false)
        || playlist.may_be_changed_by(user)
        || visit.world.playlists.is_followed(user, &playlist.id)
}
