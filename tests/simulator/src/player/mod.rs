//! The player of each listener (contract 4.5, 6.1): a state machine over
//! simulator time. What it shows lags behind what it was told.

mod commands;
mod device;
mod history;
mod item;
mod objection;
mod past;
mod program;
mod state;

use std::collections::HashMap;
use std::collections::VecDeque;

pub use commands::Command;
pub use commands::Start;
pub use commands::Steering;
pub use device::COLD_COMMANDS;
pub use device::Device;
pub use device::NewDevice;
pub use history::History;
pub use history::Played;
pub use item::Item;
pub use item::Sound;
pub use objection::Objection;
pub use objection::Reason;
pub use program::Repeat;
pub use state::State;

use crate::catalogue::Catalogue;
use crate::clock::Millis;
use crate::listeners::Listener;

/// How long after a command reads show what was before, unless a switch says
/// otherwise.
pub const USUAL_LAG: Millis = Millis(400);

/// The players, each made when it is first asked for.
#[derive(Debug, Default)]
pub struct Players(HashMap<String, Player>);

/// The player of one listener.
#[derive(Debug)]
pub struct Player {
    state: State,
    /// What was before the commands of late, each with when that ends to show;
    /// the earliest first.
    before: VecDeque<(Millis, State)>,
    history: History,
    devices_made: u32,
}

impl Players {
    /// A listener's player, with time passed up to now.
    pub fn of(&mut self, listener: &Listener, catalogue: &Catalogue, now: Millis) -> &mut Player {
        let player = self
            .0
            .entry(listener.id.clone())
            .or_insert_with(|| Player::new(listener, catalogue, now));
        player.run_to(now);
        player
    }
}

impl Player {
    fn new(listener: &Listener, catalogue: &Catalogue, now: Millis) -> Self {
        let devices = Device::demo(&listener.id, listener.shown_as());
        let devices_made = u32::try_from(devices.len()).unwrap_or_default();
        let mut state = State::default();
        state.devices = devices;
        let mut player = Self {
            state,
            before: VecDeque::new(),
            history: past::invent(listener, catalogue, now),
            devices_made,
        };
        player.state.run_to(now);
        past::leave_off(&mut player.state, &player.history, catalogue);
        player
    }

    fn run_to(&mut self, now: Millis) {
        for played in self.state.run_to(now) {
            self.history.add(played);
        }
        self.before.retain(|(until, _)| now < *until);
        if let Some((_, shown)) = self.before.front_mut() {
            shown.run_to(now);
        }
    }

    /// What reads show: not yet what it was told a moment ago.
    pub fn shown(&self) -> &State {
        self.before
            .front()
            .map_or(&self.state, |(_, before)| before)
    }

    /// What it really does.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// What was played of late.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Tells a device to do something, which shows after the lag.
    pub fn obey(
        &mut self,
        device_id: Option<&str>,
        command: Command,
        now: Millis,
        lag: Millis,
    ) -> Result<(), Objection> {
        let before = self.state.clone();
        if let Some(left) = self.state.obey(device_id, command)? {
            self.history.add(left);
        }
        if lag > Millis(0) {
            self.before.push_back((now.plus(lag), before));
        }
        Ok(())
    }

    /// Changes something that shows at once.
    pub fn change<T>(&mut self, change: impl FnOnce(&mut State) -> T) -> T {
        self.before.clear();
        change(&mut self.state)
    }

    /// Adds a device, which shows at once, and gives its number.
    pub fn add_device(&mut self, owner: &str, new: NewDevice) -> u32 {
        self.devices_made += 1;
        let number = self.devices_made;
        let device = Device::new(number, owner, new);
        self.change(|state| state.devices.push(device));
        number
    }

    /// Notes that a device's page has been heard of, without any change.
    pub fn hear_of(&mut self, number: u32, host_time: Millis) {
        if let Some(device) = self.state.device(number) {
            device.page_seen_at = Some(host_time);
        }
    }

    /// Takes a device away; what it played stops.
    pub fn remove_device(&mut self, number: u32) {
        self.change(|state| {
            state.devices.retain(|device| device.number != number);
            if state.active == Some(number) {
                state.go_quiet();
            }
        });
    }

    /// Takes away the devices whose page has not asked for long.
    pub fn forget_closed_pages(&mut self, host_time: Millis, patience: Millis) {
        let closed = |device: &Device| {
            let seen_at = device.page_seen_at;
            seen_at.is_some_and(|seen_at| host_time.since(seen_at) > patience)
        };
        let closed: Vec<u32> = self
            .state
            .devices
            .iter()
            .filter(|device| closed(device))
            .map(|device| device.number)
            .collect();
        for number in closed {
            self.remove_device(number);
        }
    }
}
