//! Lists of playlists.

use serde_json::Value;

use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::paging::LimitRule;
use crate::api::paging::Window;
use crate::api::playlists::contents;
use crate::api::refusal::Refusal;
use crate::api::shapes;
use crate::playlists;
use crate::playlists::Playlist;

/// How far a list can be paged (contract 4.4).
const FURTHEST: usize = 100_000;

/// `GET /me/playlists`: what the listener keeps, in the listener's own order.
pub fn mine(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let roster = visit.world.playlists.roster(&visit.listener.id).to_vec();
    let with_others = visit.scopes.has("playlist-read-collaborative");
    page(visit, &roster, |playlist| {
        with_others || !playlist.collaborative
    })
}

/// `GET /users/{id}/playlists`: what a user's profile shows, and to the user
/// alone what it does not.
pub fn of_user(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let user = visit.free_segment(2);
    let playlists = &visit.world.playlists;
    let roster = match playlists.roster(&user) {
        [] => playlists.owned_by(&user),
        kept => kept.to_vec(),
    };
    let is_known = playlists::is_known(&user) || visit.world.listener(&user).is_some();
    if roster.is_empty() && !is_known {
        return Err(Refusal::NotFound);
    }
    let private = user == visit.listener.id && visit.scopes.has("playlist-read-private");
    page(visit, &roster, |playlist| {
        private || playlist.public == Some(true)
    })
}

fn page(
    visit: &mut Visit<'_>,
    ids: &[String],
    is_listed: impl Fn(&Playlist) -> bool,
) -> Result<Success, Refusal> {
    let window = Window::read(visit, LimitRule::USUAL)?;
    if window.offset() > FURTHEST {
        visit.entry.mark(format!("offset above {FURTHEST}"));
        return Err(Refusal::BadRequest("Invalid offset"));
    }
    let found = ids.iter().filter_map(|id| visit.world.playlists.find(id));
    let listed: Vec<&Playlist> = found.filter(|playlist| is_listed(playlist)).collect();
    let frame = contents::frame(visit);
    let items: Vec<Value> = listed[window.range(listed.len())]
        .iter()
        .map(|playlist| shapes::simplified_playlist(playlist, frame))
        .collect();
    Ok(window.page(visit, &items, listed.len()).into())
}
