//! The browser, and nothing but the browser: the ports of the pure rooms, and
//! the few things `ui` needs besides.

mod appearance;
mod channel;
mod clipboard;
mod clock;
mod dates;
mod fetch;
mod files;
mod history;
mod letters;
mod lifecycle;
mod location;
mod locks;
mod numbers;
mod panic;
mod player_window;
mod random;
mod script;
mod sdk;
mod shell;
mod storage;
mod tasks;

use std::rc::Rc;

pub use appearance::dress;
pub use clipboard::copy;
use clock::BrowserClock;
pub use clock::{clock, every, now, sleep};
pub use dates::{calendar_date, hour_of_day, long_date, short_date, short_moment};
use fetch::FetchTransport;
pub use files::{chosen_file, save_as_file};
pub use history::{Step, on_travel, open_route, scroll_to_top, step_to};
pub use letters::small_letters;
pub use lifecycle::{is_visible, on_attention, on_leaving, on_restored, on_return, on_visibility};
pub use location::{
    Address, Reach, address, app_origin, base_path, clean_address, href, leave_for, reached_by,
    restart, restart_at_home,
};
pub use numbers::number;
pub use panic::show_when_panicking;
pub use player_window::{BrowserChannels, is_player_window, open_player_window, window_ports};
use random::SystemRandom;
pub use shell::clear_stage;

use crate::{config::STORAGE_PREFIX, ports, session};

/// This browser's source of random.
pub fn random() -> Rc<dyn ports::Random> {
    Rc::new(SystemRandom)
}

/// The browser's side of every port.
pub fn ports() -> session::Ports {
    session::Ports {
        transport: Rc::new(FetchTransport),
        clock: Rc::new(BrowserClock),
        random: Rc::new(SystemRandom),
        tab_store: Rc::new(storage::SessionStore),
        device_store: Rc::new(storage::LocalStore),
        tab_lock: Rc::new(locks::WebLocks::default()),
        tab_channel: Rc::new(channel::BrowserChannel::open(STORAGE_PREFIX)),
        tasks: Rc::new(tasks::MicroTasks),
    }
}
