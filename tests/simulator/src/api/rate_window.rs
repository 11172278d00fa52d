//! The rolling window of the rate limit (contract 3.4).

use std::collections::HashMap;
use std::collections::VecDeque;

use crate::clock::Millis;

const WINDOW: Millis = Millis::from_secs(30);

/// When each app called in the last 30 seconds.
#[derive(Debug, Default)]
pub struct RateWindow(HashMap<String, VecDeque<Millis>>);

impl RateWindow {
    /// Counts a call, or gives the seconds to wait when the window is full.
    pub fn count(&mut self, client_id: &str, limit: u32, now: Millis) -> Result<(), u64> {
        let calls = self.0.entry(client_id.to_owned()).or_default();
        while calls
            .front()
            .is_some_and(|oldest| now.since(*oldest) >= WINDOW)
        {
            calls.pop_front();
        }
        match calls.front() {
            Some(oldest) if calls.len() >= limit as usize => {
                Err(oldest.plus(WINDOW).since(now).to_secs_ceil())
            }
            _ => {
                calls.push_back(now);
                Ok(())
            }
        }
    }
}
