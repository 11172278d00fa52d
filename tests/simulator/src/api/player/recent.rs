//! `GET /me/player/recently-played` (contract 3.6, 4.5).

use http::Method;
use serde_json::Value;
use serde_json::json;

use crate::api::endpoint::Endpoint;
use crate::api::endpoint::Success;
use crate::api::endpoint::Visit;
use crate::api::paging::LimitRule;
use crate::api::paging::Window;
use crate::api::player;
use crate::api::refusal::Refusal;
use crate::api::shapes;
use crate::clock::Millis;
use crate::player::Played;

/// The endpoints of this file.
pub const ENDPOINTS: &[Endpoint] = &[Endpoint {
    method: Method::GET,
    path: "/v1/me/player/recently-played",
    scopes: &["user-read-recently-played"],
    parameters: &["limit", "after", "before"],
    answer: recently_played,
}];

/// On which side of an instant to look; both exclude it.
#[derive(Clone, Copy)]
enum Cursor {
    Before(Millis),
    After(Millis),
}

fn recently_played(visit: &mut Visit<'_>) -> Result<Success, Refusal> {
    let limit = Window::read(visit, LimitRule::USUAL)?.limit();
    let cursor = cursor(visit)?;
    let player = player::of(visit.world, &visit.listener, visit.now);
    let (plays, more) = part(player.history().plays(), cursor, limit);
    let catalogue = &visit.world.catalogue;
    let links = &visit.call.links;
    let items: Vec<Value> = plays
        .iter()
        .filter_map(|played| shapes::play_history(played, catalogue, links))
        .collect();
    let ends = plays.first().zip(plays.last());
    let next = ends.filter(|_| more).map(|(newest, oldest)| match cursor {
        Cursor::Before(_) => format!("before={}", oldest.at.0),
        Cursor::After(_) => format!("after={}", newest.at.0),
    });
    let path = &visit.call.path;
    let link = |query: &str| links.api(&format!("{path}?{query}&limit={limit}"));
    let href = match cursor {
        Cursor::After(instant) => link(&format!("after={}", instant.0)),
        Cursor::Before(Millis(u64::MAX)) => links.api(&format!("{path}?limit={limit}")),
        Cursor::Before(instant) => link(&format!("before={}", instant.0)),
    };
    let body = json!({
        "cursors": ends.map(|(newest, oldest)| json!({
            "after": newest.at.0.to_string(),
            "before": oldest.at.0.to_string(),
        })),
        "href": href,
        "items": items,
        "limit": limit,
        "next": next.as_deref().map(link),
    });
    Ok(body.into())
}

fn cursor(visit: &Visit<'_>) -> Result<Cursor, Refusal> {
    let query = &visit.call.query;
    let instant = |text: &str| {
        let instant = text.parse().map(Millis);
        instant.map_err(|_| Refusal::BadRequest("Invalid cursor"))
    };
    match (query.get("before"), query.get("after")) {
        (Some(_), Some(_)) => Err(Refusal::BadRequest(
            "Only one of before and after can be given",
        )),
        (Some(before), None) => Ok(Cursor::Before(instant(before)?)),
        (None, Some(after)) => Ok(Cursor::After(instant(after)?)),
        (None, None) => Ok(Cursor::Before(Millis(u64::MAX))),
    }
}

/// The plays next to a cursor, the last first, and whether there are more on
/// that side.
fn part<'a>(
    plays: impl DoubleEndedIterator<Item = &'a Played>,
    cursor: Cursor,
    limit: usize,
) -> (Vec<Played>, bool) {
    let mut side: Vec<Played> = match cursor {
        Cursor::Before(instant) => plays.filter(|play| play.at < instant).cloned().collect(),
        Cursor::After(instant) => {
            let later = plays.rev().filter(|play| play.at > instant);
            later.cloned().collect()
        }
    };
    let more = side.len() > limit;
    side.truncate(limit);
    if matches!(cursor, Cursor::After(_)) {
        side.reverse();
    }
    (side, more)
}
