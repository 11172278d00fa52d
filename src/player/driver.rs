use std::rc::Rc;

use super::{Command, Preferred, Status};
use crate::{
    ports::{Clock, Millis, Store, Tasks},
    spotify::{Client, DeviceId},
};

/// The player of this page. Clones are the same player. It asks nothing before
/// it is told to [`look`](Player::look), or that it is
/// [seen](Player::set_visible).
#[derive(Clone)]
pub struct Player(Rc<Inner>);

struct Inner {
    client: Client,
    clock: Rc<dyn Clock>,
    tasks: Rc<dyn Tasks>,
}

impl Player {
    /// A player that asks through `client` and remembers the last device in
    /// `device_store`, which must be this device's own.
    pub fn new(
        client: Client,
        clock: Rc<dyn Clock>,
        tasks: Rc<dyn Tasks>,
        device_store: Rc<dyn Store>,
    ) -> Self {
        let _ = device_store;
        Self(Rc::new(Inner {
            client,
            clock,
            tasks,
        }))
    }

    /// Calls `observer` after each change of [`Player::status`]. Progress by the
    /// clock is no change.
    pub fn observe(&self, observer: impl Fn() + 'static) {
        let _ = (observer, &self.0.client, &self.0.tasks);
    }

    /// How things stand.
    pub fn status(&self) -> Status {
        Status::default()
    }

    /// Now, by the clock that [`Status::progress`] goes by.
    pub fn now(&self) -> Millis {
        self.0.clock.now()
    }

    /// Reads what plays; joins a reading that is under way. For when the
    /// listener turns to the page and nothing is active.
    pub fn look(&self) {}

    /// Says whether the page is seen: nothing is polled while it is not. Reads
    /// at once if it becomes so and the last reading is more than 5 s ago.
    pub fn set_visible(&self, is_visible: bool) {
        let _ = is_visible;
    }

    /// Does this, after whatever was told before; shown at once.
    pub fn tell(&self, command: Command) {
        let _ = command;
    }

    /// Forgets [`Status::trouble`].
    pub fn dismiss_trouble(&self) {}

    /// Sends the command that waits ([`Status::needs_device`]) to this device.
    pub fn choose(&self, device: &DeviceId) {
        let _ = device;
    }

    /// Forgets the command that waits for a device.
    pub fn give_up(&self) {}

    /// Reads the devices into [`Status::devices`].
    pub fn read_devices(&self) {}

    /// Reads what comes next into [`Status::queue`].
    pub fn read_queue(&self) {}

    /// Says whether the queue is shown: then it is read now, after commands
    /// that change it, and when something else plays.
    pub fn show_queue(&self, is_shown: bool) {
        let _ = is_shown;
    }

    /// The device to play on when none is active.
    pub fn preferred(&self) -> Option<Preferred> {
        None
    }

    /// Prefers another one, until one becomes active.
    pub fn prefer(&self, preferred: Preferred) {
        let _ = preferred;
    }
}
