use leptos::{prelude::*, task::spawn_local};

use crate::{
    platform,
    ports::Millis,
    spotify::{Bucket, Client, Meter},
    ui::dom::Var,
};

/// The client's meter in reactive clothes, and whether its panel is open.
#[derive(Clone, Copy)]
pub struct QuotaView {
    meter: StoredValue<Meter, LocalStorage>,
    changes: RwSignal<u32>,
    is_open: Var<bool>,
}

impl QuotaView {
    /// Follows the meter of `client`.
    pub fn of(client: &Client) -> Self {
        let meter = client.meter().clone();
        let changes = RwSignal::new(0_u32);
        let change = move || changes.update(|count| *count = count.wrapping_add(1));
        platform::on_attention(change);
        let waits_until = StoredValue::new(None);
        let followed = meter.clone();
        meter.observe(move || {
            change();
            look_again_when_a_rest_ends(&followed, waits_until, change);
        });
        look_again_when_a_rest_ends(&meter, waits_until, change);
        Self {
            meter: StoredValue::new_local(meter),
            changes,
            is_open: Var::new(false),
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

/// Calls `change` when the first of the rests that there are now is over.
fn look_again_when_a_rest_ends(
    meter: &Meter,
    waits_until: StoredValue<Option<Millis>>,
    change: impl Fn() + 'static,
) {
    let rests = Bucket::ALL
        .into_iter()
        .filter_map(|bucket| meter.limited(bucket));
    let first = rests.map(|limited| limited.until).min();
    if first.is_none() || first == waits_until.get_value() {
        return;
    }
    waits_until.set_value(first);
    let span = first.unwrap_or_default() - platform::now();
    spawn_local(async move {
        platform::sleep(span).await;
        change();
    });
}
