use leptos::prelude::*;

use crate::{
    platform,
    spotify::{Client, Meter},
};

/// The client's meter in reactive clothes, and whether its panel is open.
#[derive(Clone, Copy)]
pub struct QuotaView {
    meter: StoredValue<Meter, LocalStorage>,
    changes: RwSignal<u32>,
    is_open: RwSignal<bool>,
}

impl QuotaView {
    /// Follows the meter of `client`.
    pub fn of(client: &Client) -> Self {
        let meter = client.meter().clone();
        let changes = RwSignal::new(0_u32);
        let change = move || changes.update(|count| *count = count.wrapping_add(1));
        meter.observe(change);
        // Time passes too: rests end.
        platform::on_attention(change);
        Self {
            meter: StoredValue::new_local(meter),
            changes,
            is_open: RwSignal::new(false),
        }
    }

    /// The meter; reactive.
    pub fn meter(self) -> Meter {
        self.changes.track();
        self.meter.get_value()
    }

    /// Whether the panel is open; reactive.
    pub fn is_open(self) -> bool {
        self.is_open.get()
    }

    /// Opens the panel.
    pub fn open(self) {
        self.is_open.set(true);
    }

    /// Closes it.
    pub fn close(self) {
        self.is_open.set(false);
    }
}
