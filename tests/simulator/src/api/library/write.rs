//! `/me/library`: one endpoint for all kinds (contract 4.3).

use http::StatusCode;
use serde_json::Value;

use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::library::target;
use crate::api::library::target::Target;
use crate::api::refusal::Refusal;

/// Saves, or follows. What is there already stays as it is.
pub fn save(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    change(visit, true)
}

/// Removes, or follows no more. What is not there is no trouble.
pub fn remove(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    change(visit, false)
}

/// Which of the URIs are there, in the order asked.
pub fn contains(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let targets = target::read(visit)?;
    for target in &targets {
        target.needs_read(visit)?;
    }
    let answers: Vec<Value> = targets
        .iter()
        .map(|target| is_kept(visit, target).into())
        .collect();
    Ok(Value::from(answers).into())
}

fn change(visit: &mut Visit<'_>, keep: bool) -> Result<Success, Refusal> {
    let targets = target::read(visit)?;
    let is_refused = visit.world.switches.artists_refused;
    if is_refused && targets.iter().any(Target::is_artist) {
        return Err(Refusal::BadRequest("Invalid uri"));
    }
    for target in &targets {
        target.needs_write(visit)?;
    }
    for target in &targets {
        set(visit, target, keep);
    }
    Ok(Success::Empty(StatusCode::OK))
}

/// Puts one thing into the library or takes it out.
pub fn set(visit: &mut Visit<'_>, target: &Target, keep: bool) {
    let world = &mut *visit.world;
    let library = world.library.of(&visit.listener, &world.catalogue);
    let listener = &visit.listener.id;
    match target {
        Target::Thing(thing) => library.keep(*thing, keep, visit.now),
        Target::User(id) => library.follow_user(id, keep),
        Target::Playlist(id) if keep => world.playlists.follow(listener, id),
        Target::Playlist(id) => world.playlists.unfollow(listener, id),
    }
}

/// Whether one thing is in the library.
pub fn is_kept(visit: &mut Visit<'_>, target: &Target) -> bool {
    let world = &mut *visit.world;
    let library = world.library.of(&visit.listener, &world.catalogue);
    match target {
        Target::Thing(thing) => library.has(*thing),
        Target::User(id) => library.users.contains(id),
        Target::Playlist(id) => world.playlists.is_followed(&visit.listener.id, id),
    }
}
