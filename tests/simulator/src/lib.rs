//! A simulated Spotify, written from its published contract alone.
//!
//! The core is a state machine without I/O, clock or threads: [`Simulator`]
//! takes a request and a time and gives an [`Answer`]. A seed makes the music,
//! so that runs repeat. Around the core stand two thin layers: [`browser`],
//! which shows an answer as a web page would see it, and [`server`], which
//! serves plain HTTP and TLS and a control address.
//!
//! It is strict where Spotify is strict. What Spotify ignores in silence it
//! ignores too, but marks in its log ([`LogEntry::marks`]).
//!
//! Another endpoint is another file under `src/api` that describes itself and
//! is named once in `api::ENDPOINTS`, or in the tables beside it if not every
//! population has it.

mod accounts;
mod answer;
mod api;
mod apps;
pub mod browser;
mod calendar;
mod call;
mod catalogue;
mod clock;
pub mod control;
mod cors;
mod covers;
mod faults;
mod grants;
mod host;
mod library;
mod listeners;
mod log;
mod mint;
mod player;
mod playlists;
mod reply;
mod scope;
mod sdk;
mod search;
mod secrets;
pub mod server;
mod simulator;
mod stops;
mod switches;
mod world;

pub use answer::Answer;
pub use api::{Bucket, QuotaChange, Quotas};
pub use apps::{App, AppChange, DEMO_CLIENT_ID, Population};
pub use clock::Millis;
pub use faults::{Fault, FaultHost, FaultKind};
pub use grants::TokenPair;
pub use listeners::{AccountChange, Listener, Subscription};
pub use log::LogEntry;
pub use player::{NewDevice, Reason};
pub use secrets::Secrets;
pub use simulator::{Settings, Simulator, Unknown};
pub use switches::{PlayerSuccess, SdkFate, SwitchChange, Switches};
