//! The simulator against the contract, table by table.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod api;
mod authorize;
mod browser;
mod control;
mod faults;
mod log;
mod music;
mod served;
mod stage;
mod token;
mod top;
