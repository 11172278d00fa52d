//! The player (contract 4.5, 6.1).

mod commands;
mod page;
mod play;
mod reads;
mod recent;
mod source;

pub use commands::ENDPOINTS as COMMANDS;
pub use page::answer as answer_page;
pub use page::is_of_a_page;
pub use reads::ENDPOINTS as READS;
pub use recent::ENDPOINTS as RECENT;
pub use source::Source;

use crate::clock::Millis;
use crate::listeners::Listener;
use crate::player::Player;
use crate::world::World;

/// How long a page with the Web Playback SDK may be silent before it counts as
/// closed; browsers let pages in the background speak once a minute.
const PATIENCE_WITH_PAGES: Millis = Millis::from_secs(90);

/// A listener's player as it is now.
pub fn of<'a>(world: &'a mut World, listener: &Listener, now: Millis) -> &'a mut Player {
    let host_time = world.clock.host_time(now);
    let player = world.player.of(listener, &world.catalogue, now);
    player.forget_closed_pages(host_time, PATIENCE_WITH_PAGES);
    for (thing, at) in player.state().stops() {
        world.stops.keep(&world.catalogue, listener, thing, at);
    }
    player
}
