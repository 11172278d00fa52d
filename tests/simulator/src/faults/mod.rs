//! Faults on order: which calls go wrong, in which way, how often.

mod kind;

use serde::Deserialize;
use serde::Serialize;

pub use kind::FaultKind;

use crate::call::Call;
use crate::clock::Millis;
use crate::host::Host;
use crate::player::Reason;
use crate::reply::Reply;

/// A fault on order. It meets the calls its filters let through; without
/// filters, those of the API host and of the token endpoint. Preflights are
/// met by [`FaultKind::FailPreflight`] alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    /// What goes wrong.
    pub fault: FaultKind,
    /// Only on this host.
    #[serde(default)]
    pub host: Option<FaultHost>,
    /// Only with this method, such as `GET`.
    #[serde(default)]
    pub method: Option<String>,
    /// Only where the path begins so, as `/v1/me/top`.
    #[serde(default)]
    pub path: Option<String>,
    /// Lets this many matching calls pass first.
    #[serde(default)]
    pub after: u32,
    /// Strikes this often, then is spent. None: until cleared.
    #[serde(default)]
    pub times: Option<u32>,
    /// `Retry-After` in seconds, for the kinds of 429.
    #[serde(default)]
    pub retry_after_s: Option<u64>,
    /// The `reason` of [`FaultKind::PlayerRestriction`].
    #[serde(default)]
    pub reason: Option<Reason>,
    /// How long a server holds the answer, in milliseconds.
    #[serde(default)]
    pub hold_ms: u64,
}

/// A host as faults name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FaultHost {
    /// Sign-in and tokens.
    Accounts,
    /// The Web API.
    Api,
    /// Cover art.
    Covers,
    /// The Web Playback SDK.
    Sdk,
}

impl Fault {
    /// A fault that strikes every API and token call until cleared.
    pub fn new(fault: FaultKind) -> Self {
        Self {
            fault,
            host: None,
            method: None,
            path: None,
            after: 0,
            times: None,
            retry_after_s: None,
            reason: None,
            hold_ms: 0,
        }
    }

    /// The same, but only where the path begins so.
    #[must_use]
    pub fn on(mut self, path: &str) -> Self {
        self.path = Some(path.to_owned());
        self
    }

    /// The same, but only so often.
    #[must_use]
    pub fn times(mut self, times: u32) -> Self {
        self.times = Some(times);
        self
    }

    /// The same, but only after so many calls that pass.
    #[must_use]
    pub fn after(mut self, calls: u32) -> Self {
        self.after = calls;
        self
    }

    fn meets(&self, call: &Call) -> bool {
        let preflight = call.method == http::Method::OPTIONS;
        (self.fault == FaultKind::FailPreflight) == preflight
            && self.meets_host(call)
            && self
                .method
                .as_ref()
                .is_none_or(|method| method == call.method.as_str())
            && self
                .path
                .as_ref()
                .is_none_or(|path| call.path.starts_with(path.as_str()))
    }

    fn meets_host(&self, call: &Call) -> bool {
        match (self.host, call.host) {
            (Some(host), actual) => host.is(actual),
            (None, Host::Api) => true,
            (None, Host::Accounts) => {
                self.path.is_some() || (call.path == "/api/token" && !self.fault.is_of_the_api())
            }
            (None, Host::Covers | Host::Sdk) => self.path.is_some(),
        }
    }
}

impl FaultHost {
    fn is(self, host: Host) -> bool {
        matches!(
            (self, host),
            (Self::Accounts, Host::Accounts)
                | (Self::Api, Host::Api)
                | (Self::Covers, Host::Covers)
                | (Self::Sdk, Host::Sdk)
        )
    }
}

/// What the faults on order do to one call.
#[derive(Debug, Default)]
pub struct Strike {
    /// Stands in for the real answer, which is then never worked out.
    pub reply: Option<Reply>,
    /// No CORS headers on whatever is answered.
    pub hidden: bool,
    /// The connection ends before the call is worked on.
    pub dropped: bool,
    /// The connection ends after the call is worked on.
    pub answer_lost: bool,
    /// How long a server holds the answer.
    pub held_for: Millis,
    /// Names of the faults that struck, for the log.
    pub names: Vec<&'static str>,
}

/// All faults on order, each with the number it is cleared by.
#[derive(Debug, Default)]
pub struct Faults {
    orders: Vec<(u64, Fault)>,
    last_id: u64,
}

impl Faults {
    /// Orders a fault and gives its number.
    pub fn order(&mut self, fault: Fault) -> u64 {
        self.last_id += 1;
        self.orders.push((self.last_id, fault));
        self.last_id
    }

    /// Clears one; whether it was there.
    pub fn clear(&mut self, id: u64) -> bool {
        let before = self.orders.len();
        self.orders.retain(|(known, _)| *known != id);
        self.orders.len() < before
    }

    /// Clears all.
    pub fn clear_all(&mut self) {
        self.orders.clear();
    }

    /// Those that are not spent.
    pub fn standing(&self) -> impl Iterator<Item = (u64, &Fault)> {
        self.orders.iter().map(|(id, fault)| (*id, fault))
    }

    /// Lets every fault that meets a call strike, once each; but only the
    /// first that has an answer of its own.
    pub fn strike(&mut self, call: &Call) -> Strike {
        let mut strike = Strike::default();
        for (_, fault) in &mut self.orders {
            let answered = strike.reply.is_some() && fault.fault.has_answer();
            if !fault.meets(call) || answered {
                continue;
            }
            if fault.after > 0 {
                fault.after -= 1;
                continue;
            }
            fault.times = fault.times.map(|times| times.saturating_sub(1));
            strike.suffer(fault);
        }
        self.orders.retain(|(_, fault)| fault.times != Some(0));
        strike
    }
}

impl Strike {
    fn suffer(&mut self, fault: &Fault) {
        let kind = fault.fault;
        self.names.push(kind.name());
        self.held_for = self.held_for.plus(Millis(fault.hold_ms));
        self.hidden |= kind.hides();
        self.dropped |= kind == FaultKind::Drop;
        self.answer_lost |= kind == FaultKind::LoseAnswer;
        if kind.has_answer() {
            self.reply = kind.reply(fault.retry_after_s, fault.reason.unwrap_or_default());
        }
    }
}
