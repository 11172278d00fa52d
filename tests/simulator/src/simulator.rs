//! The simulator: a request and a time in, an answer out.

mod dashboard;

use http::Method;
use http::Request;
use http::StatusCode;

use crate::accounts;
use crate::answer::Answer;
use crate::api;
use crate::call::Call;
use crate::clock::Millis;
use crate::cors;
use crate::covers;
use crate::faults::Fault;
use crate::host::Host;
use crate::log::LogEntry;
use crate::reply;
use crate::reply::Reply;
use crate::sdk;
use crate::secrets::Secrets;
use crate::switches::SwitchChange;
use crate::switches::Switches;
use crate::world::World;

/// What a simulator is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Makes the music, the codes and the tokens.
    pub seed: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { seed: 1 }
    }
}

/// A command that names something the simulator does not know.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unknown {
    /// No app with this client ID.
    #[error("no app has this client ID")]
    App,
    /// No account with this id.
    #[error("no account has this id")]
    Account,
    /// No country with this code.
    #[error("no country has this code")]
    Country,
    /// No device has this id or name.
    #[error("no device has this id or name")]
    Device,
    /// Nothing to play by this name.
    #[error("nothing to play by this name")]
    Thing,
    /// No playlist with this id.
    #[error("no playlist has this id")]
    Playlist,
    /// A scope that does not exist.
    #[error("no such scope")]
    Scope,
}

/// The simulated Spotify: a state machine without I/O, clock or threads.
#[derive(Debug)]
pub struct Simulator {
    pub(crate) world: World,
}

impl Simulator {
    /// A simulator with the demo app and the demo accounts.
    pub fn new(settings: Settings) -> Self {
        Self {
            world: World::new(settings.seed),
        }
    }

    /// Answers one request. The authority of the URI, or else `Host`, decides
    /// which of Spotify's hosts answers; on a loopback authority all do, told
    /// apart by path, and self-links then stay on that origin.
    pub fn answer(&mut self, request: Request<Vec<u8>>, host_time: Millis) -> Answer {
        let now = self.world.clock.at(host_time);
        let Some(call) = Call::read(request) else {
            return Answer::at_once(reply::empty(StatusCode::MISDIRECTED_REQUEST));
        };
        if call.host == Host::Api && api::is_of_a_page(&call.path) {
            return self.answer_page(&call, now);
        }
        let mut entry = LogEntry::begin(&call, now, &self.world.secrets);
        let strike = self.world.faults.strike(&call);
        entry.faults.clone_from(&strike.names);
        if call.host == Host::Api {
            api::attribute(&self.world, &call, &mut entry);
        }
        let mut reply = None;
        if !strike.dropped {
            let mut whole = strike
                .reply
                .unwrap_or_else(|| self.reply_to(&call, &mut entry, now));
            if !strike.hidden {
                cors::dress(&call, &mut whole);
            }
            reply = Some(whole).filter(|_| !strike.answer_lost);
        }
        entry.status = reply.as_ref().map(|reply| reply.status().as_u16());
        self.world.log.push(entry);
        Answer {
            reply,
            held_for: strike.held_for,
        }
    }

    /// Answers the stub of the Web Playback SDK, which is no client: past
    /// faults and log.
    fn answer_page(&mut self, call: &Call, now: Millis) -> Answer {
        let mut reply = if call.method == Method::OPTIONS {
            cors::preflight()
        } else {
            api::answer_page(&mut self.world, call, now)
        };
        cors::dress(call, &mut reply);
        Answer::at_once(reply)
    }

    fn reply_to(&mut self, call: &Call, entry: &mut LogEntry, now: Millis) -> Reply {
        if call.method == Method::OPTIONS && cors::is_open(call) {
            for name in cors::refused_headers(call) {
                entry.mark(format!(
                    "preflight for a header that is not allowed: {name}"
                ));
            }
            return cors::preflight();
        }
        match call.host {
            Host::Accounts => accounts::answer(&mut self.world, call, entry, now),
            Host::Api => api::answer(&mut self.world, call, entry, now),
            Host::Covers => covers::answer(&self.world, call),
            Host::Sdk => sdk::answer(call),
        }
    }

    /// Everything as at the start but the music; tokens of before are dead.
    pub fn reset(&mut self) {
        self.world.reset();
    }

    /// Simulator time at a time of the host.
    pub fn now(&self, host_time: Millis) -> Millis {
        self.world.clock.at(host_time)
    }

    /// Moves the simulator's clock, backwards when negative.
    pub fn advance_clock(&mut self, by_ms: i64) {
        self.world.clock.advance(by_ms);
    }

    /// Makes it `instant` at this time of the host; the clock runs on.
    pub fn set_clock(&mut self, instant: Millis, host_time: Millis) {
        self.world.clock.set(instant, host_time);
    }

    /// Orders a fault and gives the number it is cleared by.
    pub fn order_fault(&mut self, fault: Fault) -> u64 {
        self.world.faults.order(fault)
    }

    /// The faults that are not spent, by number.
    pub fn faults(&self) -> impl Iterator<Item = (u64, &Fault)> {
        self.world.faults.standing()
    }

    /// Clears one fault; whether it was there.
    pub fn clear_fault(&mut self, id: u64) -> bool {
        self.world.faults.clear(id)
    }

    /// Clears all faults.
    pub fn clear_faults(&mut self) {
        self.world.faults.clear_all();
    }

    /// The switches as they stand.
    pub fn switches(&self) -> Switches {
        self.world.switches
    }

    /// Changes switches.
    pub fn switch(&mut self, change: SwitchChange) {
        self.world.switches.change(change);
    }

    /// The log of calls, oldest first.
    pub fn log(&self) -> &[LogEntry] {
        self.world.log.entries()
    }

    /// Empties the log; its numbers go on.
    pub fn clear_log(&mut self) {
        self.world.log.clear();
    }

    /// Every secret seen or issued since the last reset.
    pub fn secrets(&self) -> &Secrets {
        &self.world.secrets
    }
}
